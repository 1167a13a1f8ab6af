package domicile.scan;

import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.problem.InputFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings that are accepted for a time, {@code domicile.baseline/1}: read only when the file is named. */
public final class Baseline {
    public static final String SCHEMA = "domicile.baseline/1";

    private Baseline() {}

    /**
     * Reads a file.
     *
     * @throws domicile.problem.ProblemException when it is no baseline
     */
    public static List<Acceptance> read(Path file) {
        JsonValue root = StrictJson.read(file.toString(), InputFile.read(file, StrictJson.MAX_BYTES))
                .only("schema", "accepted");
        JsonValue schema = root.get("schema");
        if (!schema.text().equals(SCHEMA)) {
            throw schema.refuse(JsonProblem.WRONG_SCHEMA, schema.text(), SCHEMA);
        }
        return accepted(root.get("accepted"));
    }

    /** The acceptances of a list of them. */
    static List<Acceptance> accepted(JsonValue list) {
        List<Acceptance> all = new ArrayList<>();
        for (JsonValue one : list.items()) {
            one.only("fingerprint", "file", "offering", "deployment", "reason", "until");
            Optional<String> fingerprint = one.find("fingerprint").map(JsonValue::text);
            if (fingerprint.isEmpty()) {
                one.get("file");
            }
            all.add(new Acceptance(
                    fingerprint,
                    one.find("file").map(JsonValue::text),
                    one.find("offering").map(JsonValue::text),
                    one.find("deployment").map(d -> d.isNull() ? "" : d.text()),
                    one.get("reason").text(),
                    one.get("until").day()));
        }
        return all;
    }

    /** A file's fields that accept findings by their fingerprints. */
    public static Map<String, Object> of(List<String> fingerprints, String reason, LocalDate until) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", SCHEMA);
        root.put(
                "accepted",
                fingerprints.stream()
                        .map(print -> json(new Acceptance(
                                Optional.of(print),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                reason,
                                until)))
                        .toList());
        return root;
    }

    /** One of them as a list has it; what it does not say is left out. */
    static Map<String, Object> json(Acceptance a) {
        Map<String, Object> one = new LinkedHashMap<>();
        a.fingerprint().ifPresent(print -> one.put("fingerprint", print));
        a.file().ifPresent(file -> one.put("file", file));
        a.offering().ifPresent(offering -> one.put("offering", offering));
        a.deployment().ifPresent(d -> one.put("deployment", Optional.of(d).filter(id -> !id.isEmpty())));
        one.put("reason", a.reason());
        one.put("until", a.until().toString());
        return one;
    }
}
