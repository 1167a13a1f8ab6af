package domicile.questionnaire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document in hand as JSON: one form for workload files and for saved assessments. What a document does not say is
 * left out.
 */
final class EvidenceJson {
    static final int MOST_DAYS = 36_500;
    static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private static final JsonNodeFactory NEW = JsonNodeFactory.instance;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_PAGES = 100_000;

    private EvidenceJson() {}

    static ObjectNode write(Evidence e) {
        ObjectNode json = NEW.objectNode().put("offering", e.offering());
        json.put("kind", e.kind().name()).put("date", e.date().toString());
        e.from().ifPresent(day -> json.put("from", day.toString()));
        list(json, "regions", e.regions().stream().map(Place::code).toList());
        text(json, "product", e.product());
        e.certification().ifPresent(c -> json.put("certification", c.name()));
        e.level().ifPresent(l -> json.put("level", l.name()));
        e.days().ifPresent(days -> json.put("days", days));
        list(json, "models", e.models());
        list(json, "services", e.services());
        text(json, "document", e.document());
        text(json, "sha256", e.passage().sha256());
        e.passage().page().ifPresent(page -> json.put("page", page));
        text(json, "quote", e.passage().quote());
        if (!e.passage().hedges().isEmpty()) {
            ArrayNode hedges = json.putArray("hedges");
            e.passage().hedges().forEach(h -> {
                ObjectNode hedge = hedges.addObject().put("quote", h.quote());
                h.page().ifPresent(page -> hedge.put("page", page));
            });
        }
        return json;
    }

    private static void text(ObjectNode json, String field, String text) {
        if (!text.isEmpty()) {
            json.put(field, text);
        }
    }

    private static void list(ObjectNode json, String field, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = json.putArray(field);
            values.forEach(array::add);
        }
    }

    /**
     * Reads a document.
     *
     * @param offering reads the offering that it is for
     * @param place reads a place that it commits to
     */
    static Evidence read(JsonValue node, Function<JsonValue, String> offering, Function<JsonValue, Place> place) {
        node.only(
                "offering",
                "kind",
                "date",
                "from",
                "regions",
                "product",
                "certification",
                "level",
                "days",
                "models",
                "services",
                "document",
                "sha256",
                "page",
                "quote",
                "hedges");
        return new Evidence(
                offering.apply(node.get("offering")),
                node.get("kind").oneOf(Evidence.Kind.class),
                node.get("date").day(),
                given(node, "from").map(JsonValue::day),
                given(node, "regions")
                        .map(n -> {
                            n.set(JsonValue::text);
                            return n.items().stream().map(place).toList();
                        })
                        .orElse(List.of()),
                words(node, "product"),
                given(node, "certification").map(EvidenceJson::certification),
                given(node, "level").map(EvidenceJson::level),
                whole(node, "days", 0, MOST_DAYS),
                ids(node, "models"),
                ids(node, "services"),
                words(node, "document"),
                new Evidence.Passage(
                        given(node, "sha256")
                                .map(n -> n.matching(SHA_256, JsonProblem.BAD_CODE))
                                .orElse(""),
                        whole(node, "page", 1, MOST_PAGES),
                        words(node, "quote"),
                        given(node, "hedges")
                                .map(n -> n.items().stream()
                                        .map(EvidenceJson::hedge)
                                        .toList())
                                .orElse(List.of())));
    }

    private static Evidence.Hedge hedge(JsonValue node) {
        node.only("quote", "page");
        return new Evidence.Hedge(node.get("quote").ownWords(), whole(node, "page", 1, MOST_PAGES));
    }

    /** A field that is there and not null. */
    static Optional<JsonValue> given(JsonValue parent, String field) {
        return parent.find(field).filter(n -> !n.isNull());
    }

    private static String words(JsonValue parent, String field) {
        return given(parent, field).map(JsonValue::ownWords).orElse("");
    }

    private static OptionalInt whole(JsonValue parent, String field, int least, int most) {
        return given(parent, field)
                .map(n -> OptionalInt.of(n.whole(least, most)))
                .orElse(OptionalInt.empty());
    }

    private static List<String> ids(JsonValue parent, String field) {
        return given(parent, field)
                .map(n -> {
                    n.set(i -> i.matching(WORD, JsonProblem.BAD_ID));
                    return n.items().stream().map(JsonValue::text).toList();
                })
                .orElse(List.of());
    }

    /** A certification that may be asked for; the other attestations have requirements and documents of their own. */
    static Attestation.Kind certification(JsonValue node) {
        Attestation.Kind kind = node.oneOf(Attestation.Kind.class);
        if (!kind.certification()) {
            throw node.refuse(
                    JsonProblem.UNKNOWN_VALUE,
                    kind,
                    names(Arrays.stream(Attestation.Kind.values()).filter(Attestation.Kind::certification)));
        }
        return kind;
    }

    /** A FedRAMP level of Revision 5: 20x authorizations are published, never asked for. */
    static Attestation.FedRampLevel level(JsonValue node) {
        Attestation.FedRampLevel level = node.oneOf(Attestation.FedRampLevel.class);
        if (!level.revision5()) {
            throw node.refuse(
                    JsonProblem.UNKNOWN_VALUE,
                    level,
                    names(Arrays.stream(Attestation.FedRampLevel.values())
                            .filter(Attestation.FedRampLevel::revision5)));
        }
        return level;
    }

    private static String names(Stream<? extends Enum<?>> values) {
        return String.join(", ", values.map(Enum::name).toList());
    }
}
