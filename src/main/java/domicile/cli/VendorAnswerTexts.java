package domicile.cli;

import domicile.problem.Sha256;
import domicile.report.model.CleanText;
import domicile.residency.FrameworkControl;
import domicile.residency.Register;
import domicile.vendor.Answer;
import domicile.vendor.VendorWorkbook;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What {@code domicile document read} prints of a vendor's workbook, and {@code domicile.workbook/1}. */
final class VendorAnswerTexts {
    private static final int LONGEST = 300;

    private VendorAnswerTexts() {}

    static void tell(VendorWorkbook book, Register register, TableOrJson format, PrintWriter out) {
        switch (format) {
            case json -> out.println(Json.text(json(book, register)));
            case table -> table(book, register, out);
        }
    }

    private static void table(VendorWorkbook book, Register register, PrintWriter out) {
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
            out.println(a.control() + "  " + String.join(", ", mapped(a, register)));
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

    private static String shown(Answer.Words words) {
        return "\"" + CleanText.cut(CleanText.of(words.text()), LONGEST) + "\"";
    }

    private static List<String> mapped(Answer answer, Register register) {
        return register.controls().stream()
                .filter(c -> c.id().equals(answer.control()))
                .map(FrameworkControl::requirements)
                .findFirst()
                .orElse(List.of());
    }

    private static Map<String, Object> json(VendorWorkbook book, Register register) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "domicile.workbook/1");
        json.put("file", book.file());
        json.put("sha256", Sha256.PREFIX + book.sha256());
        json.put(
                "questionnaires",
                book.questionnaires().entrySet().stream()
                        .map(q -> two("framework", q.getKey(), "edition", q.getValue()))
                        .toList());
        json.put("blank", book.blank());
        json.put(
                "answers", book.answers().stream().map(a -> answer(a, register)).toList());
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

    private static Map<String, Object> answer(Answer a, Register register) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("control", a.control());
        json.put("requirements", mapped(a, register));
        json.put("answer", a.polarity().name());
        json.put("cell", a.said().cell());
        json.put("said", a.said().text());
        json.put("remark", words(a.remark()));
        json.put("responsibility", words(a.responsibility()));
        json.put("hidden", a.hidden());
        return json;
    }

    private static Optional<Map<String, String>> words(Optional<Answer.Words> words) {
        return words.map(w -> two("cell", w.cell(), "said", w.text()));
    }

    /** Two fields that are always written in this order. */
    private static Map<String, String> two(String first, String its, String second, String that) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put(first, its);
        json.put(second, that);
        return json;
    }
}
