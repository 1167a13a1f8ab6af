package domicile.vendor;

import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import domicile.json.PlainJson;
import domicile.json.StrictJson;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A vendor's workbook as it is kept with an assessment and carried by its report.
 *
 * @param offering the id of the offering that it was answered for
 * @param taken the day on which it was taken in
 */
public record KeptWorkbook(String offering, LocalDate taken, VendorWorkbook book) {
    private static final String SCHEMA = "domicile.workbooks/1";

    /** A tenth of what a saved assessment may be long, and no longer than any text in it. */
    private static final int LONGEST = 100_000;

    /**
     * One that there is room for.
     *
     * @throws domicile.problem.ProblemException when it holds more than an assessment can keep
     */
    public KeptWorkbook kept() {
        if (PlainJson.text(fields()).length() > LONGEST) {
            throw VendorProblem.WORKBOOK_TOO_MUCH_TO_KEEP.at(book.file());
        }
        return this;
    }

    /** Whether it is the same file for the same offering. */
    public boolean sameFile(KeptWorkbook other) {
        return offering.equals(other.offering) && book.sha256().equals(other.book.sha256());
    }

    /** Some as fields. */
    public static List<Map<String, Object>> fields(List<KeptWorkbook> kept) {
        return kept.stream().map(KeptWorkbook::fields).toList();
    }

    private Map<String, Object> fields() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("offering", offering);
        json.put("taken", taken.toString());
        json.put("workbook", WorkbookJson.of(book));
        return json;
    }

    /** Some as JSON text, {@code domicile.workbooks/1}. */
    public static String write(List<KeptWorkbook> kept) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("workbooks", fields(kept));
        return PlainJson.text(json);
    }

    /** What {@link #write} wrote; {@code name} stands for it in refusals. */
    public static List<KeptWorkbook> read(String name, byte[] bytes) {
        JsonValue root = StrictJson.read(name, bytes).only("schema", "workbooks");
        JsonValue schema = root.get("schema");
        if (!schema.text().equals(SCHEMA)) {
            throw schema.refuse(JsonProblem.WRONG_SCHEMA, schema.text(), SCHEMA);
        }
        return read(root.get("workbooks"));
    }

    /** What {@link #fields} gave. */
    public static List<KeptWorkbook> read(JsonValue list) {
        return list.items().stream()
                .map(one -> one.only("offering", "taken", "workbook"))
                .map(one -> new KeptWorkbook(
                        one.get("offering").ownWords(), one.get("taken").day(), WorkbookJson.read(one.get("workbook"))))
                .toList();
    }
}
