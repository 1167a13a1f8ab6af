package domicile.cli;

import domicile.register.RegisterStore;
import domicile.report.model.CleanText;
import domicile.residency.Capture;
import domicile.residency.Register;
import domicile.residency.Source;
import domicile.source.Pages;
import domicile.source.SourceReview;
import domicile.source.Standing;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code domicile source list}: the sources, their captures, and how the quotes stand. */
@Command(
        name = "list",
        description = "Lists the sources: when their page was last taken in, how many facts cite them, and how the"
                + " words of these facts stand in it. With an ID, each capture of it.")
final class SourceListCommand implements Runnable {
    @Parameters(paramLabel = "ID", arity = "0..*", description = "Numbers of sources; default: all.")
    private List<Integer> ids = new ArrayList<>();

    @Mixin
    private Output output = new Output();

    private final Common options;

    SourceListCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        LocalDate today = options.console().today();
        PrintWriter out = options.console().out();
        List<SourceReview> reviews = new ArrayList<>();
        try (RegisterStore store = options.open()) {
            Pages pages = new Pages(store);
            Register register = store.asOf(today);
            for (Source source : SourceCommands.sources(register, ids)) {
                reviews.add(pages.review(register, source));
            }
        }
        switch (output.format()) {
            case json ->
                out.println(
                        Json.text(reviews.stream().map(SourceListCommand::json).toList()));
            case table -> {
                Table table = new Table(
                        "SOURCE", "TAKEN IN", "FACTS", "QUOTED", "STAND", "CHANGED", "GONE", "AMBIGUOUS", "TITLE");
                reviews.forEach(r -> table.row(
                        String.valueOf(r.source().number()),
                        r.newest().map(c -> c.day().toString()).orElse("-"),
                        String.valueOf(r.facts().size()),
                        String.valueOf(r.quoted()),
                        String.valueOf(r.with(Standing.SAME).size()
                                + r.with(Standing.MOVED).size()),
                        count(r, Standing.CHANGED),
                        count(r, Standing.GONE),
                        count(r, Standing.AMBIGUOUS),
                        CleanText.of(r.source().publisher() + ": " + r.source().title())));
                table.print(out);
                if (!ids.isEmpty()) {
                    reviews.forEach(r -> captures(r, out));
                }
            }
        }
    }

    private static String count(SourceReview review, Standing standing) {
        return String.valueOf(review.with(standing).size());
    }

    private static void captures(SourceReview review, PrintWriter out) {
        for (Capture c : review.captures()) {
            out.println();
            out.println("[" + c.source() + "] " + c.day() + "  " + c.hash());
            out.println("  " + CleanText.of(c.name()) + ", " + c.mediaType() + ", " + c.bytes() + " bytes, "
                    + c.how().name().toLowerCase(Locale.ROOT) + " by " + CleanText.of(c.who())
                    + (c.address().isEmpty() ? "" : ", " + CleanText.of(c.address())));
            c.withdrawn()
                    .ifPresent(
                            w -> out.println("  withdrawn by " + CleanText.of(w.who()) + ": " + CleanText.of(w.why())));
        }
    }

    private static Map<String, Object> json(SourceReview review) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", review.source().number());
        json.put("title", review.source().title());
        json.put("address", review.source().url());
        json.put("facts", review.facts().size());
        json.put("quoted", review.quoted());
        Map<String, Object> states = new LinkedHashMap<>();
        for (Standing standing : Standing.values()) {
            states.put(standing.name(), review.with(standing).size());
        }
        json.put("states", states);
        json.put(
                "captures",
                review.captures().stream().map(SourceListCommand::json).toList());
        return json;
    }

    static Map<String, Object> json(Capture c) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("day", c.day().toString());
        json.put("sha256", c.hash());
        json.put("bytes", c.bytes());
        json.put("mediaType", c.mediaType());
        json.put("name", c.name());
        json.put("address", c.address());
        json.put("taken", c.taken().toString());
        json.put("who", c.who());
        json.put("how", c.how().name());
        json.put("withdrawn", c.withdrawn().map(Capture.Withdrawal::why));
        return json;
    }
}
