package domicile.cli;

import domicile.page.PageComparison;
import domicile.problem.ProblemException;
import domicile.register.Attribution;
import domicile.register.RegisterStore;
import domicile.report.model.CleanText;
import domicile.residency.Capture;
import domicile.residency.Citation;
import domicile.residency.Register;
import domicile.residency.Source;
import domicile.source.Pages;
import domicile.source.SourceReview;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile source diff}: two captures of a source, and which assessments lean on what changed. */
@Command(
        name = "diff",
        description = "Compares two captures of a source, unit by unit; markup, white space and links are no"
                + " difference. Says which facts no longer have their words, and which assessments would change if"
                + " nobody could say these facts any more.")
final class SourceDiffCommand implements Runnable {
    @Parameters(paramLabel = "ID", description = "The source's number.")
    private int id;

    @Option(
            names = "--old",
            paramLabel = "HASH",
            description = "The older capture; default: the one before the newest.")
    private String old = "";

    @Option(names = "--new", paramLabel = "HASH", description = "The newer capture; default: the newest.")
    private String now = "";

    @Mixin
    private Affected affected = new Affected();

    @Mixin
    private Output output = new Output();

    private final Common options;

    SourceDiffCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        LocalDate today = options.console().today();
        PrintWriter out = options.console().out();
        try (RegisterStore store = options.open()) {
            Pages pages = new Pages(store);
            Register register = store.asOf(today);
            Source source = SourceCommands.source(register, id);
            Capture newer = SourceCommands.capture(register, id, now);
            Capture older = older(register, newer);
            PageComparison units = pages.compare(older, newer);
            SourceReview review = pages.review(register, source);
            List<Affected.One> changed = review.toBeDecided().isEmpty()
                    ? List.of()
                    : affected.by(
                            store.preview(
                                    review.withoutWhatChanged(),
                                    new Attribution(today, "nobody", "preview", Optional.of(new Citation(id, today)))),
                            store,
                            options);
            switch (output.format()) {
                case table -> {
                    out.println("Units: " + SourceCompareCommand.counts(units));
                    SourceCompareCommand.changes(units, out);
                    if (!review.toBeDecided().isEmpty()) {
                        out.println();
                        out.println("Facts whose words are no longer there:");
                        SourceCheckCommand.facts(review.toBeDecided(), out);
                    }
                    if (!changed.isEmpty()) {
                        out.println();
                        out.println("If nobody could say these facts any more:");
                    }
                    Affected.print(changed, out);
                }
                case json -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("source", id);
                    json.put("old", older.hash());
                    json.put("new", newer.hash());
                    json.put("units", SourceCompareCommand.units(units));
                    json.put(
                            "changes",
                            units.changes().stream()
                                    .filter(c -> !c.cosmetic())
                                    .map(c -> {
                                        Map<String, Object> change = new LinkedHashMap<>();
                                        change.put("old", c.before());
                                        change.put("now", c.after());
                                        return change;
                                    })
                                    .toList());
                    json.put(
                            "facts",
                            review.toBeDecided().stream()
                                    .map(f -> f.part().text())
                                    .toList());
                    json.put("assessments", Affected.json(changed));
                    out.println(Json.text(json));
                }
            }
            options.note("domicile: " + CleanText.of(source.title()) + ", " + older.day() + " and " + newer.day());
        }
    }

    private Capture older(Register register, Capture newer) {
        if (!old.isEmpty()) {
            return SourceCommands.capture(register, id, old);
        }
        return register.captures().stream()
                .filter(c -> c.source() == id && c.inHand() && !c.sha256().equals(newer.sha256()))
                .filter(c -> c.taken().isBefore(newer.taken()))
                .reduce((one, next) -> next)
                .orElseThrow(() -> new ProblemException(
                        "source " + id + " has no capture before the one of " + newer.day(),
                        "source " + id,
                        "take a newer page in with 'domicile source capture " + id + " FILE'"));
    }
}
