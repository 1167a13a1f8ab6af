package domicile.vendor;

import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import domicile.problem.Sha256;
import domicile.vendor.Answer.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was found in a workbook as JSON, {@code domicile.workbook/1}. */
public final class WorkbookJson {
    private static final String SCHEMA = "domicile.workbook/1";
    private static final Pattern HASH = Pattern.compile(Sha256.PREFIX + "[0-9a-f]{64}");

    private WorkbookJson() {}

    /** A workbook as fields, in the order of the contract. */
    public static Map<String, Object> of(VendorWorkbook book) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("file", book.file());
        json.put("sha256", Sha256.PREFIX + book.sha256());
        json.put(
                "questionnaires",
                book.questionnaires().entrySet().stream()
                        .map(q -> two("framework", q.getKey(), "edition", q.getValue()))
                        .toList());
        json.put("blank", book.blank());
        json.put("answers", book.answers().stream().map(WorkbookJson::of).toList());
        json.put("others", book.others());
        json.put("otherEdition", book.otherEdition());
        json.put(
                "notUnderstood",
                book.notUnderstood().stream()
                        .map(n -> two("cell", n.cell(), "why", n.why().name()))
                        .toList());
        json.put("hiddenSheets", book.hiddenSheets());
        return json;
    }

    /** An answer as fields. */
    public static Map<String, Object> of(Answer a) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("control", a.control());
        json.put("requirements", a.requirements());
        json.put("answer", a.polarity().name());
        json.put("cell", a.said().cell());
        json.put("said", a.said().text());
        json.put("remark", a.remark().map(WorkbookJson::words));
        json.put("responsibility", a.responsibility().map(WorkbookJson::words));
        json.put("hidden", a.hidden());
        return json;
    }

    private static Map<String, String> words(Words words) {
        return two("cell", words.cell(), "said", words.text());
    }

    /** Two fields that are always written in this order. */
    private static Map<String, String> two(String first, String its, String second, String that) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put(first, its);
        json.put(second, that);
        return json;
    }

    /** What {@link #of(VendorWorkbook)} wrote. */
    public static VendorWorkbook read(JsonValue root) {
        root.only(
                "schema",
                "file",
                "sha256",
                "questionnaires",
                "blank",
                "answers",
                "others",
                "otherEdition",
                "notUnderstood",
                "hiddenSheets");
        JsonValue schema = root.get("schema");
        if (!schema.text().equals(SCHEMA)) {
            throw schema.refuse(JsonProblem.WRONG_SCHEMA, schema.text(), SCHEMA);
        }
        Map<String, String> questionnaires = new LinkedHashMap<>();
        root.get("questionnaires")
                .items()
                .forEach(q -> questionnaires.put(
                        q.get("framework").ownWords(), q.get("edition").ownWords()));
        return new VendorWorkbook(
                root.get("file").ownWords(),
                root.get("sha256").matching(HASH, JsonProblem.BAD_CODE).substring(Sha256.PREFIX.length()),
                questionnaires,
                root.get("answers").items().stream().map(WorkbookJson::answer).toList(),
                texts(root, "others"),
                texts(root, "otherEdition"),
                root.get("notUnderstood").items().stream()
                        .map(n -> new VendorWorkbook.NotUnderstood(
                                n.get("cell").ownWords(), n.get("why").oneOf(VendorWorkbook.Why.class)))
                        .toList(),
                texts(root, "hiddenSheets"));
    }

    private static Answer answer(JsonValue a) {
        return new Answer(
                a.get("control").ownWords(),
                texts(a, "requirements"),
                a.get("answer").oneOf(Answer.Polarity.class),
                new Words(a.get("cell").ownWords(), a.get("said").ownWords()),
                words(a, "remark"),
                words(a, "responsibility"),
                a.get("hidden").truth());
    }

    private static Optional<Words> words(JsonValue answer, String field) {
        return answer.find(field)
                .filter(w -> !w.isNull())
                .map(w -> new Words(w.get("cell").ownWords(), w.get("said").ownWords()));
    }

    private static List<String> texts(JsonValue parent, String field) {
        return parent.get(field).items().stream().map(JsonValue::ownWords).toList();
    }
}
