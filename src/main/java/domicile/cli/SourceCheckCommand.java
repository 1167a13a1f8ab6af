package domicile.cli;

import domicile.register.RegisterStore;
import domicile.report.model.CleanText;
import domicile.residency.Quote;
import domicile.residency.Register;
import domicile.residency.Source;
import domicile.source.Pages;
import domicile.source.QuotedFact;
import domicile.source.SourceReview;
import domicile.source.Standing;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile source check}: whether the quotes still stand. */
@Command(
        name = "check",
        description = "Says of every quote whether it still stands in the newest capture of its source: SAME, MOVED,"
                + " CHANGED, GONE, AMBIGUOUS. Whole units are compared; what is only like them never counts.")
final class SourceCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "0..*", description = "Numbers of sources; default: all.")
    private List<Integer> ids = new ArrayList<>();

    @Option(
            names = "--exit-code",
            description = "Exits with 1 when a quote changed, is gone or ambiguous, or its page is not in hand.")
    private boolean exitCode;

    @Mixin
    private Output output = new Output();

    private final Common options;

    SourceCheckCommand(Common options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        PrintWriter out = options.console().out();
        List<SourceReview> reviews = new ArrayList<>();
        try (RegisterStore store = options.open()) {
            Pages pages = new Pages(store);
            Register register = store.asOf(options.console().today());
            for (Source source : SourceCommands.sources(register, ids)) {
                SourceReview review = pages.review(register, source);
                if (!ids.isEmpty() || review.quoted() > 0) {
                    reviews.add(review);
                }
            }
        }
        switch (output.format()) {
            case json ->
                out.println(
                        Json.text(reviews.stream().map(SourceCheckCommand::json).toList()));
            case table -> reviews.forEach(r -> table(r, out));
        }
        boolean fails = reviews.stream()
                .flatMap(r -> r.facts().stream())
                .map(QuotedFact::standing)
                .anyMatch(s -> s.differs() || s == Standing.NO_PAGE);
        return exitCode && fails ? Cli.FAILED : 0;
    }

    /** How many of each, in words. */
    static String counts(SourceReview review) {
        List<String> counts = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            int count = review.with(standing).size();
            if (count > 0) {
                counts.add(
                        count + " " + standing.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        return review.facts().size()
                + (review.facts().size() == 1 ? " fact" : " facts")
                + (counts.isEmpty() ? "" : ": " + String.join(", ", counts));
    }

    private static void table(SourceReview review, PrintWriter out) {
        out.println("[" + review.source().number() + "] "
                + CleanText.of(
                        review.source().publisher() + ": " + review.source().title()) + ", "
                + review.newest().map(c -> "taken in " + c.day()).orElse("not taken in") + ", " + counts(review));
        facts(review.facts(), out);
    }

    /** What is quoted and no longer in its place, with what stands there now. */
    static void facts(List<QuotedFact> facts, PrintWriter out) {
        for (QuotedFact fact : facts) {
            if (fact.standing() == Standing.UNQUOTED || fact.standing() == Standing.SAME) {
                continue;
            }
            boolean cosmetic = fact.result().filter(r -> r.cosmetic()).isPresent();
            out.println("  " + fact.standing() + "  " + fact.part().text() + (cosmetic ? ", cosmetic" : ""));
            if (fact.standing() != Standing.MOVED) {
                fact.result()
                        .ifPresentOrElse(
                                r -> {
                                    out.println("    - " + CleanText.of(r.old()));
                                    r.now()
                                            .filter(now -> !now.equals(r.old()))
                                            .ifPresent(now -> out.println("    + " + CleanText.of(now)));
                                },
                                () -> fact.citation()
                                        .quote()
                                        .ifPresent(q -> out.println("    - " + CleanText.of(q.exact()))));
            }
        }
    }

    private static Map<String, Object> json(SourceReview review) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", review.source().number());
        json.put("capture", review.newest().map(c -> c.hash()));
        json.put("day", review.newest().map(c -> c.day().toString()));
        json.put("facts", review.facts().stream().map(SourceCheckCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(QuotedFact fact) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fact", fact.part().text());
        json.put("state", fact.standing().name());
        json.put("cosmetic", fact.result().filter(r -> r.cosmetic()).isPresent());
        json.put("quote", fact.citation().quote().map(Quote::exact));
        json.put("capture", fact.citation().quote().map(q -> q.hash()));
        json.put("old", fact.result().map(r -> r.old()));
        json.put("now", fact.result().flatMap(r -> r.now()));
        return json;
    }
}
