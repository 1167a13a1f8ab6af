package domicile.cli;

import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.page.PageComparison;
import domicile.page.PageFile;
import domicile.page.PageText;
import domicile.page.QuoteCheck;
import domicile.page.QuoteResult;
import domicile.page.QuoteState;
import domicile.page.TextQuote;
import domicile.problem.InputFile;
import domicile.report.model.CleanText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile source compare}: two files of a page, and what has become of quotes; without any register. */
@Command(
        name = "compare",
        description = "Compares two saved files of a page, unit by unit, and says of each quote of the older what has"
                + " become of it. Reads HTML, MHTML, PDF, Word, Markdown and text; needs no register, loads nothing.")
final class SourceCompareCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "OLD", description = "The file in which the quotes stand.")
    private Path old = Path.of(".");

    @Parameters(index = "1", paramLabel = "NEW", description = "The file of a later day.")
    private Path now = Path.of(".");

    @Option(
            names = "--quotes",
            paramLabel = "FILE",
            description = "JSON: {\"quotes\": [{\"id\", \"text\", \"row\"}]}; row, the words of a table's row or of a"
                    + " heading, where the text stands more than once.")
    private Optional<Path> quotes = Optional.empty();

    @Mixin
    private Output output = new Output();

    private final Common options;

    SourceCompareCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        PageFile before = PageFile.read(old);
        PageFile after = PageFile.read(now);
        List<TextQuote> asked = quotes.map(SourceCompareCommand::read).orElse(List.of());
        QuoteCheck check = new QuoteCheck(before.text(), after.text());
        List<QuoteResult> results = asked.stream().map(check::check).toList();
        PageComparison units = PageComparison.of(before.text(), after.text());
        PrintWriter out = options.console().out();
        switch (output.format()) {
            case table -> table(units, results, out);
            case json -> {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("schema", "domicile.quotes/1");
                json.put("textProcedure", PageText.PROCEDURE);
                json.put("old", before.hash());
                json.put("new", after.hash());
                json.put("units", units(units));
                json.put(
                        "quotes",
                        results.stream().map(SourceCompareCommand::json).toList());
                out.println(Json.text(json));
            }
        }
    }

    private static List<TextQuote> read(Path file) {
        JsonValue json = StrictJson.read(file.toString(), InputFile.read(file, StrictJson.MAX_BYTES))
                .only("quotes");
        return json.get("quotes").items().stream()
                .map(q -> q.only("id", "text", "row"))
                .map(q -> new TextQuote(
                        q.get("id").text(),
                        q.get("text").ownWords(),
                        q.find("row").filter(row -> !row.isNull()).map(JsonValue::ownWords)))
                .toList();
    }

    static Map<String, Object> units(PageComparison units) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("same", units.same());
        json.put("moved", units.moved());
        json.put("changed", units.changed());
        json.put("added", units.added());
        json.put("removed", units.removed());
        return json;
    }

    private static Map<String, Object> json(QuoteResult quote) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", quote.id());
        json.put("state", quote.state().name());
        json.put("cosmetic", quote.cosmetic());
        json.put("unit", quote.unit().name());
        json.put("old", quote.old());
        json.put("now", quote.now());
        json.put("places", quote.places());
        json.put("withRow", quote.withRow().map(Enum::name));
        return json;
    }

    private static void table(PageComparison units, List<QuoteResult> results, PrintWriter out) {
        out.println("Units: " + counts(units));
        for (QuoteResult quote : results) {
            out.println();
            out.println(quote.id() + "  " + quote.state() + (quote.cosmetic() ? ", cosmetic" : "")
                    + (quote.state() == QuoteState.AMBIGUOUS ? ", in " + quote.places() + " places" : "")
                    + quote.withRow().map(state -> "; in its row " + state).orElse(""));
            if (quote.state() != QuoteState.SAME) {
                out.println("  - " + CleanText.of(quote.old()));
                quote.now()
                        .filter(text -> !text.equals(quote.old()))
                        .ifPresent(text -> out.println("  + " + CleanText.of(text)));
            }
        }
        if (results.isEmpty()) {
            changes(units, out);
        }
    }

    static String counts(PageComparison units) {
        return units.same() + " same, " + units.moved() + " moved, " + units.changed() + " changed, " + units.added()
                + " added, " + units.removed() + " removed";
    }

    /** What is not as it was, unit by unit. */
    static void changes(PageComparison units, PrintWriter out) {
        for (PageComparison.Change change : units.changes()) {
            out.println();
            if (!change.before().isEmpty()) {
                out.println("  - " + CleanText.of(change.before()));
            }
            if (!change.after().isEmpty()) {
                out.println("  + " + CleanText.of(change.after()));
            }
        }
    }
}
