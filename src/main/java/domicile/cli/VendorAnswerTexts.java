package domicile.cli;

import domicile.problem.Sha256;
import domicile.report.model.CleanText;
import domicile.vendor.Answer;
import domicile.vendor.VendorWorkbook;
import domicile.vendor.WorkbookJson;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What {@code domicile document read} prints of a vendor's workbook. */
final class VendorAnswerTexts {
    private static final int LONGEST = 300;

    private VendorAnswerTexts() {}

    static void tell(VendorWorkbook book, TableOrJson format, PrintWriter out) {
        switch (format) {
            case json -> out.println(Json.text(WorkbookJson.of(book)));
            case table -> table(book, out);
        }
    }

    private static void table(VendorWorkbook book, PrintWriter out) {
        out.println(CleanText.of(book.file()) + "  " + Sha256.PREFIX + book.sha256());
        book.questionnaires()
                .forEach((framework, version) ->
                        out.println(framework + (version.isEmpty() ? " (the file names no edition)" : " " + version)));
        if (book.blank()) {
            out.println("The form is blank: no question that the register knows is answered.");
        }
        book.hiddenSheets().forEach(s -> out.println("The sheet " + CleanText.of(s) + " is hidden."));
        for (Answer a : book.answers()) {
            out.println();
            out.println(a.control() + "  " + String.join(", ", a.requirements()));
            out.println("  " + a.said().cell() + (a.hidden() ? " (hidden)" : "") + "  "
                    + (a.open() ? "left open" : "the vendor says: " + shown(a.said())));
            a.remark().ifPresent(w -> out.println("  " + w.cell() + "  " + shown(w)));
            a.responsibility().ifPresent(w -> out.println("  " + w.cell() + "  " + shown(w)));
        }
        if (!book.otherEdition().isEmpty()) {
            out.println();
            out.println("Of another edition than the register knows, so not compared: "
                    + String.join(", ", book.otherEdition()));
        }
        if (!book.others().isEmpty()) {
            out.println();
            out.println(book.others().size() + " further ids that no requirement answers");
        }
        book.notUnderstood()
                .forEach(n -> out.println("not understood: " + CleanText.of(n.cell()) + "  "
                        + n.why().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    /** What a newer workbook answers otherwise. */
    static void changes(VendorWorkbook was, VendorWorkbook now, TableOrJson format, PrintWriter out) {
        List<VendorWorkbook.Change> changes = was.changes(now);
        switch (format) {
            case json ->
                out.println(
                        Json.text(changes.stream().map(VendorAnswerTexts::json).toList()));
            case table -> {
                changes.forEach(c -> {
                    out.println((c.turned() ? "! " : "~ ") + c.control());
                    out.println("    before: " + line(c.was()));
                    out.println("    now:    " + line(c.now()));
                });
                long same = now.answers().size()
                        - changes.stream().filter(c -> c.now().isPresent()).count();
                out.println(changes.size() + " answers changed, " + same + " are the same");
                if (!now.otherEdition().isEmpty() || !was.otherEdition().isEmpty()) {
                    out.println("Answers of an edition that the register does not know are not compared.");
                }
            }
        }
    }

    private static String line(Optional<Answer> answer) {
        return answer.map(a -> a.said().cell() + "  "
                        + (a.open() ? "left open" : shown(a.said()))
                        + a.remark().map(r -> "  " + shown(r)).orElse(""))
                .orElse("not in the file");
    }

    private static Map<String, Object> json(VendorWorkbook.Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("control", change.control());
        json.put("turned", change.turned());
        json.put("before", change.was().map(WorkbookJson::of));
        json.put("now", change.now().map(WorkbookJson::of));
        return json;
    }

    private static String shown(Answer.Words words) {
        return "\"" + CleanText.cut(CleanText.of(words.text()), LONGEST) + "\"";
    }
}
