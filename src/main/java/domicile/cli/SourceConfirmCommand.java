package domicile.cli;

import domicile.register.RegisterStore;
import domicile.residency.Register;
import domicile.residency.Source;
import domicile.source.Pages;
import domicile.source.QuotedFact;
import domicile.source.SourceReview;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile source confirm}: all facts whose words still stand, read again at once. */
@Command(
        name = "confirm",
        description = "Says of all facts whose words still stand in the newest capture (SAME, MOVED) that the page was"
                + " read again on its day: one change a source, with the capture as the reason. The others stay as"
                + " they are; 'domicile source check' lists them.")
final class SourceConfirmCommand implements Runnable {
    @Parameters(paramLabel = "ID", arity = "1..*", description = "Numbers of sources.")
    private List<Integer> ids = new ArrayList<>();

    @Option(names = "--dry-run", description = "Does everything but write.")
    private boolean dryRun;

    @Mixin
    private Who who = new Who();

    private final Common options;

    SourceConfirmCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        LocalDate today = options.console().today();
        try (RegisterStore store = options.open()) {
            Pages pages = new Pages(store);
            List<Source> sources = SourceCommands.sources(store.asOf(today), ids);
            sources.forEach(s -> SourceCommands.newest(store.asOf(today), s.number()));
            for (Source source : sources) {
                Register register = store.asOf(today);
                SourceReview review = pages.review(register, source);
                List<QuotedFact> confirmed = dryRun ? review.confirmable() : pages.confirm(today, review, who.name());
                confirmed.forEach(f -> options.console().out().println(f.part().text()));
                options.note("domicile: source " + source.number() + ": " + confirmed.size()
                        + (dryRun ? " would be read again" : " read again") + "; " + SourceCheckCommand.counts(review));
            }
        }
    }
}
