package domicile.report.data;

import domicile.problem.Sha256;
import domicile.residency.Citation;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.vendor.Contradiction;
import domicile.vendor.VendorAnswers.Told;
import domicile.vendor.WorkbookJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What vendors answered, beside what contradicts it, as JSON. */
final class AnswersJson {
    private AnswersJson() {}

    static List<Map<String, Object>> of(List<Told> told) {
        return told.stream().map(AnswersJson::of).toList();
    }

    private static Map<String, Object> of(Told told) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("offering", told.workbook().offering());
        json.put("taken", told.workbook().taken().toString());
        json.put("file", told.workbook().book().file());
        json.put("sha256", Sha256.PREFIX + told.workbook().book().sha256());
        json.putAll(WorkbookJson.of(told.answer()));
        json.put("before", told.before().map(WorkbookJson::of));
        json.put(
                "contradictions",
                told.contradictions().stream().map(AnswersJson::of).toList());
        return json;
    }

    private static Map<String, Object> of(Contradiction contradiction) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (contradiction) {
            case Contradiction.Published p -> {
                json.put("of", "REGISTER");
                json.put("facts", p.facts().stream().map(Fact::id).toList());
                json.put(
                        "citations",
                        p.facts().stream()
                                .flatMap(f -> f.citations().stream())
                                .map(Citation::source)
                                .distinct()
                                .sorted()
                                .toList());
            }
            case Contradiction.InHand d -> {
                Evidence document = d.document();
                json.put("of", "DOCUMENT");
                json.put("kind", document.kind().name());
                json.put("document", document.document());
                json.put("date", document.date().toString());
            }
            case Contradiction.Before b -> {
                json.put("of", "EARLIER_ANSWER");
                json.put("file", b.workbook().book().file());
                json.put("sha256", Sha256.PREFIX + b.workbook().book().sha256());
                json.put("answer", WorkbookJson.of(b.answer()));
            }
        }
        return json;
    }
}
