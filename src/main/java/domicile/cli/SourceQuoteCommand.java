package domicile.cli;

import domicile.page.QuoteFinder;
import domicile.problem.ProblemException;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.report.model.CleanText;
import domicile.residency.Capture;
import domicile.residency.Fact;
import domicile.residency.Register;
import domicile.source.Pages;
import domicile.source.Suggestions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile source quote}: lets a fact's citation carry the words of the page. */
@Command(
        name = "quote",
        description = "Lets a fact's citation carry words of the newest capture. The words have to stand there in one"
                + " place; where they stand more than once, the row or the heading tells them apart.")
final class SourceQuoteCommand implements Runnable {
    @Parameters(paramLabel = "FACT", description = "The fact, as 'list', 'stale' and 'suggest' print it.")
    private String fact = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Words words = new Words();

    /** Which words. */
    static final class Words {
        @Option(names = "--text", paramLabel = "TEXT", description = "The words, as they stand in the page.")
        private String text = "";

        @Option(names = "--suggested", paramLabel = "N", description = "The N-th of what 'suggest' lists: 1, 2, 3.")
        private int suggested;
    }

    @Option(
            names = "--row",
            paramLabel = "ROW",
            description = "Words of the table's row or of the heading, where the text stands more than once.")
    private Optional<String> row = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "N",
            description = "The source that is quoted, where the fact cites several whose page is in hand.")
    private List<Integer> source = new ArrayList<>();

    @Mixin
    private Who who = new Who();

    private final Common options;

    SourceQuoteCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        LocalDate today = options.console().today();
        try (RegisterStore store = options.open()) {
            Pages pages = new Pages(store);
            Register register = store.asOf(today);
            RegisterKey part = RegisterKey.parse(fact, store.kinds());
            Fact<?> said = SourceCommands.fact(register, part, store);
            Capture capture = SourceCommands.newest(register, SourceCommands.quoted(register, part, said, source));
            QuoteFinder.Found found = words.text.isEmpty()
                    ? suggested(pages, register, part, capture)
                    : pages.finder(capture).find(words.text, row);
            pages.quote(today, capture, Map.of(part, found), who.name());
            options.note("domicile: " + part.text() + " quotes \"" + CleanText.of(found.exact()) + "\" of "
                    + capture.day() + ", " + store.asOf(today).hash());
        }
    }

    private QuoteFinder.Found suggested(Pages pages, Register register, RegisterKey part, Capture capture) {
        return Suggestions.of(register, SourceCommands.source(register, capture.source()), pages.text(capture), part)
                .stream()
                .flatMap(s -> s.units().stream())
                .skip(Math.max(0, words.suggested - 1L))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        "there is no suggestion " + words.suggested + " for " + part.text(),
                        fact,
                        "see 'domicile source suggest " + capture.source() + "', or give the words with --text"));
    }
}
