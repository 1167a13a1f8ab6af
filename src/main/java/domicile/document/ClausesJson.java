package domicile.document;

import domicile.page.Rectangle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code domicile.clauses/1}: what was found in a document, for other programs. An empty Optional is null. */
public final class ClausesJson {
    /** The name of its schema. */
    public static final String SCHEMA = "domicile.clauses/1";

    private ClausesJson() {}

    /** As fields in the order of the schema. */
    public static Map<String, Object> of(Clauses clauses) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("file", clauses.file());
        json.put("sha256", clauses.sha256());
        json.put("language", clauses.language());
        json.put("pages", whole(clauses.pages()));
        json.put("textLayer", clauses.textLayer());
        json.put("kinds", clauses.kinds().stream().map(ClausesJson::kind).toList());
        return json;
    }

    private static Map<String, Object> kind(Clauses.OfKind kind) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", kind.kind().name());
        json.put("found", kind.found());
        json.put("passages", kind.passages().stream().map(ClausesJson::passage).toList());
        return json;
    }

    private static Map<String, Object> passage(Passage passage) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("quote", passage.quote());
        json.put("page", whole(passage.page()));
        json.put("toPage", whole(passage.toPage()));
        json.put(
                "rectangles",
                passage.rectangles().stream().map(ClausesJson::rectangle).toList());
        json.put("values", values(passage.values()));
        json.put("hedges", passage.hedges().stream().map(ClausesJson::hedge).toList());
        json.put(
                "warnings", passage.warnings().stream().sorted().map(Enum::name).toList());
        json.put("tracked", passage.inserted() ? Optional.of("INSERTED") : Optional.empty());
        json.put("score", passage.score());
        return json;
    }

    private static List<Object> rectangle(Rectangle r) {
        return List.of(r.page(), tenth(r.x()), tenth(r.y()), tenth(r.width()), tenth(r.height()));
    }

    private static double tenth(double points) {
        return Math.round(points * 10) / 10.0;
    }

    private static Map<String, Object> values(Passage.Values values) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("places", values.places());
        json.put("regions", values.regions());
        json.put("product", values.product());
        json.put("date", values.date());
        json.put("documentDate", values.documentDate());
        json.put("days", whole(values.days()));
        return json;
    }

    private static Map<String, Object> hedge(Passage.Hedge hedge) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("quote", hedge.quote());
        json.put("page", whole(hedge.page()));
        return json;
    }

    private static Optional<Integer> whole(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
}
