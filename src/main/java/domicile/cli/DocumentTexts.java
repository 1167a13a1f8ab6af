package domicile.cli;

import domicile.document.Passage;
import domicile.problem.ProblemException;
import domicile.report.model.CleanText;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.words.Words;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What the commands on documents print of a passage. */
final class DocumentTexts {
    static final Words WORDS = Words.in(Locale.ENGLISH);

    private DocumentTexts() {}

    /** The passage itself, behind a sign, and below it what it gives, leaves unsaid and is limited by. */
    static void passage(String sign, Passage passage, PrintWriter out) {
        out.println("  " + sign + " " + page(passage.page()) + CleanText.of(passage.quote()));
        Passage.Values values = passage.values();
        StringBuilder line = new StringBuilder();
        add(line, "places", String.join(", ", values.places()));
        add(line, "regions", String.join(", ", values.regions()));
        add(line, "product", values.product().orElse(""));
        add(line, "from", values.date().orElse(""));
        add(line, "document of", values.documentDate().orElse(""));
        add(
                line,
                "days",
                values.days().isPresent() ? String.valueOf(values.days().getAsInt()) : "");
        if (!line.isEmpty()) {
            out.println("      " + CleanText.of(line.toString()));
        }
        passage.warnings().stream().sorted().forEach(w -> out.println("      ! " + WORDS.of(w)));
        passage.hedges().forEach(h -> out.println("      ~ " + page(h.page()) + CleanText.of(h.quote())));
    }

    static String page(OptionalInt page) {
        return page.isPresent() ? "p. " + page.getAsInt() + "  " : "";
    }

    private static void add(StringBuilder line, String name, String value) {
        if (!value.isEmpty()) {
            line.append(line.isEmpty() ? "" : "; ").append(name).append(' ').append(value);
        }
    }

    /** The offering of an option; refused when the register has none such. */
    static Offering offering(Register register, String id) {
        return register.offering(id)
                .orElseThrow(() -> new ProblemException(
                        "there is no offering '" + id + "'",
                        "--offering",
                        "name one of: "
                                + register.offerings().stream()
                                        .map(Offering::id)
                                        .collect(Collectors.joining(", "))));
    }
}
