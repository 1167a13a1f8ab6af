package domicile.scan.signature;

import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.problem.Sha256;
import domicile.residency.Areas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code domicile.signatures/1}: one fact a line, refused like a register pack when something is wrong. */
public final class SignatureFile {
    public static final String SCHEMA = "domicile.signatures/1";
    private static final String SHIPPED = "signatures/signatures.json";
    private static final String[] FIELDS = {
        "id",
        "kind",
        "pattern",
        "offering",
        "service",
        "deployment",
        "places",
        "value",
        "languages",
        "fields",
        "arguments",
        "regionFields",
        "in",
        "vendors",
        "joins",
        "account",
        "narrows",
        "alone",
        "modelPrefix",
        "requirement",
        "source",
        "read"
    };

    private SignatureFile() {}

    static Signatures shipped() {
        try (InputStream in = SignatureFile.class.getResourceAsStream("/domicile/data/" + SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is not in the program");
            }
            return read(SHIPPED, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file's bytes.
     *
     * @throws domicile.problem.ProblemException when anything in it is wrong
     */
    public static Signatures read(String name, byte[] bytes) {
        JsonValue root = StrictJson.read(name, bytes).only("schema", "lanes", "sources", "signatures");
        JsonValue schema = root.get("schema");
        if (!schema.text().equals(SCHEMA)) {
            throw schema.refuse(JsonProblem.WRONG_SCHEMA, schema.text(), SCHEMA);
        }
        List<SignatureSource> sources = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (JsonValue source : root.get("sources").items()) {
            source.only("id", "publisher", "url");
            String id = unique(source.get("id"), known);
            sources.add(new SignatureSource(
                    id, source.get("publisher").text(), source.get("url").url()));
        }
        Map<String, String> lanes = new LinkedHashMap<>();
        for (JsonValue lane : root.get("lanes").items()) {
            lane.only("offering", "within");
            lanes.put(lane.get("offering").id(), lane.get("within").id());
        }
        List<Signature> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonValue one : root.get("signatures").items()) {
            all.add(signature(one.only(FIELDS), known, ids));
        }
        return new Signatures(Sha256.named(bytes), sources, all, lanes);
    }

    private static String unique(JsonValue id, Set<String> seen) {
        if (!seen.add(id.id())) {
            throw id.refuse(JsonProblem.DUPLICATE, id.id(), id.where());
        }
        return id.id();
    }

    private static Signature signature(JsonValue one, Set<String> known, Set<String> ids) {
        Optional<String> offering = one.find("offering").map(JsonValue::id);
        Optional<String> service = one.find("service").map(JsonValue::text);
        if (offering.isPresent() == service.isPresent()) {
            throw one.refuse(SignatureProblem.SIGNATURE_OF_NOTHING);
        }
        List<String> sources = new ArrayList<>();
        for (JsonValue source : one.get("source").items()) {
            if (!known.contains(source.text())) {
                throw source.refuse(SignatureProblem.UNKNOWN_SIGNATURE_SOURCE, source.text());
            }
            sources.add(source.text());
        }
        if (sources.isEmpty()) {
            throw one.get("source").refuse(JsonProblem.EMPTY_LIST);
        }
        List<String> fields = new ArrayList<>(texts(one, "fields"));
        fields.addAll(texts(one, "arguments"));
        fields.addAll(texts(one, "regionFields"));
        return new Signature(
                unique(one.get("id"), ids),
                one.get("kind").oneOf(Signature.Kind.class),
                one.get("pattern").text(),
                offering,
                service,
                one.find("deployment").map(JsonValue::id),
                texts(one, "places"),
                one.find("value").map(JsonValue::text),
                texts(one, "languages"),
                fields,
                texts(one, "in"),
                texts(one, "vendors"),
                texts(one, "joins"),
                one.find("account").map(JsonValue::text),
                one.find("narrows").map(JsonValue::truth).orElse(false),
                one.find("alone").map(JsonValue::truth).orElse(false),
                one.find("modelPrefix").map(JsonValue::text).orElse(""),
                one.find("requirement").map(JsonValue::text),
                sources,
                one.get("read").pastDay(LocalDate.MAX));
    }

    private static List<String> texts(JsonValue one, String field) {
        return one.find(field)
                .map(n -> n.items().stream().map(JsonValue::text).toList())
                .orElse(List.of());
    }

    /** Refuses a place that the gazetteer does not know: checked where areas are at hand. */
    public static void check(Signatures signatures, Areas areas) {
        for (Signature s : signatures.all()) {
            for (String place : s.places()) {
                if (areas.place(place).isEmpty()) {
                    throw SignatureProblem.UNKNOWN_SIGNATURE_PLACE.at(SHIPPED, s.id(), place);
                }
            }
        }
    }
}
