package domicile.cli;

import domicile.problem.Sha256;
import domicile.register.RegisterStore;
import domicile.report.HeldAnswers;
import domicile.report.HeldClauses;
import domicile.report.Verification;
import domicile.report.model.CleanText;
import domicile.residency.Register;
import domicile.vendor.VendorWorkbook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code domicile verify}: whether a PDF report is what its attachments lead to. */
@Command(
        name = "verify",
        description =
                "Makes a PDF report anew from what is attached to it and answers HOLDS (exit 0), ALTERED or NOT CHECKED"
                        + " (both 1; not checked is a sound report of another version or other rules). Of a zip: also"
                        + " whether its files are what it lists. Finds the words that the report quotes again in the"
                        + " captures, and the clauses of the documents in hand in their files, of the zip and of"
                        + " --register; words that do not stand there are a failure. With --register: also whether its"
                        + " findings still hold on that register today.")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "REPORT",
            description = "A PDF report, a zip with one, or the folder that such a zip was unpacked into.")
    private Path report = Path.of(".");

    @Mixin
    private Output output = new Output();

    @Mixin
    private Password password = new Password();

    private static final int LONGEST_QUOTE = 200;

    private final Common options;

    VerifyCommand(Common options) {
        this.options = options;
    }

    /** What a register says today that a report does not. */
    private record Now(LocalDate day, String hash, List<String> changed) {}

    /** What came out beside the report itself; nothing of a register where none was given. */
    private record Beside(
            Optional<Now> now,
            List<Verification.Stands> quotes,
            List<HeldClauses.Stands> documents,
            List<HeldAnswers.Stands> workbooks) {}

    @Override
    public Integer call() {
        Optional<String> opens = password.read();
        Verification verification = Verification.open(report);
        Verification.Outcome itself = verification.itself();
        boolean altered = itself.answer() == Verification.Answer.ALTERED;
        Beside beside = options.registerGiven()
                ? beside(verification, altered, opens)
                : new Beside(
                        Optional.empty(),
                        verification.quotes(Optional.empty(), Optional.empty()),
                        verification.documents(Optional.empty(), opens),
                        verification.workbooks(Optional.empty(), opens));
        PrintWriter out = options.console().out();
        switch (output.format()) {
            case table -> {
                out.println(answer(itself) + " " + report
                        + verification.title().map(t -> ": " + t).orElse(""));
                itself.problems().forEach(out::println);
                itself.notes().forEach(out::println);
                itself.news().forEach(n -> out.println("news: " + n));
                tell(beside.quotes(), out);
                tellDocuments(beside.documents(), out);
                beside.workbooks().forEach(w -> tell(w, out));
                beside.now().ifPresent(n -> tell(n, out));
            }
            case json -> out.println(Json.text(json(itself, beside)));
        }
        boolean holds = itself.answer() == Verification.Answer.HOLDS
                && beside.quotes().stream().noneMatch(Verification.Stands::wrong)
                && beside.documents().stream().noneMatch(HeldClauses.Stands::wrong)
                && beside.workbooks().stream().noneMatch(HeldAnswers.Stands::wrong);
        return holds && beside.now().map(n -> n.changed().isEmpty()).orElse(true) ? 0 : Cli.FAILED;
    }

    private Beside beside(Verification verification, boolean altered, Optional<String> opens) {
        LocalDate today = options.console().today();
        try (RegisterStore store = options.open()) {
            Register present = store.asOf(today);
            return new Beside(
                    altered
                            ? Optional.empty()
                            : Optional.of(new Now(today, present.hash(), verification.on(present, today))),
                    verification.quotes(Optional.of(present), Optional.of(store.captures())),
                    verification.documents(Optional.of(store.evidence()), opens),
                    verification.workbooks(Optional.of(store.evidence()), opens));
        }
    }

    /** How the words stand, a line for each way; what fails, a line each. */
    private static void tell(List<Verification.Stands> quotes, PrintWriter out) {
        for (Verification.State state : Verification.State.values()) {
            List<Verification.Quoted> such = quotes.stream()
                    .filter(q -> q.state() == state)
                    .map(Verification.Stands::quoted)
                    .toList();
            if (such.isEmpty()) {
                continue;
            }
            String count = such.size() == 1 ? "1 quote" : such.size() + " quotes";
            String pages = such.stream().map(VerifyCommand::page).distinct().collect(Collectors.joining(", "));
            switch (state) {
                case FOUND -> out.println("found " + count + " in " + pages);
                case PAGE_NOT_IN_HAND -> out.println("page not in hand of " + count + ": " + pages);
                case WITHDRAWN -> out.println("withdrawn page of " + count + ": " + pages);
                case NOT_FOUND ->
                    such.forEach(q -> out.println("NOT FOUND in " + page(q) + ": \""
                            + CleanText.cut(CleanText.of(q.exact()), LONGEST_QUOTE) + '"'));
                case PAGE_ALTERED -> out.println("ALTERED page of " + count + ": " + pages);
            }
        }
    }

    /** How the clauses of the documents in hand stand, a line for each way; what fails, a line each. */
    private static void tellDocuments(List<HeldClauses.Stands> documents, PrintWriter out) {
        for (HeldClauses.State state : HeldClauses.State.values()) {
            List<HeldClauses.Held> such = documents.stream()
                    .filter(d -> d.state() == state)
                    .map(HeldClauses.Stands::held)
                    .toList();
            if (such.isEmpty()) {
                continue;
            }
            String count = such.size() == 1 ? "1 clause" : such.size() + " clauses";
            String files = such.stream().map(VerifyCommand::file).distinct().collect(Collectors.joining(", "));
            switch (state) {
                case FOUND -> out.println("found " + count + " in " + files);
                case NOT_IN_HAND -> out.println("document not in hand of " + count + ": " + files);
                case UNREADABLE ->
                    out.println("document of " + count + " cannot be read here (locked? --password-file): " + files);
                case NOT_FOUND ->
                    such.forEach(d -> out.println("NOT FOUND in " + file(d) + ": \""
                            + CleanText.cut(CleanText.of(d.words().quote()), LONGEST_QUOTE)
                            + '"'
                            + (d.words().page().isPresent()
                                    ? ", page " + d.words().page().getAsInt()
                                    : "")));
                case ALTERED -> out.println("ALTERED document of " + count + ": " + files);
                case TYPED -> out.println("typed, no clause shown: " + files);
            }
        }
    }

    /** How what a vendor answered stands in its workbook. */
    private static void tell(HeldAnswers.Stands stands, PrintWriter out) {
        VendorWorkbook book = stands.workbook().book();
        String file = CleanText.of(book.file()) + " (" + Sha256.PREFIX + book.sha256() + ")";
        out.println(
                switch (stands.state()) {
                    case FOUND, TYPED -> "found " + book.answers().size() + " vendor's answers in " + file;
                    case NOT_IN_HAND -> "workbook not in hand: " + file;
                    case UNREADABLE -> "workbook cannot be read here (locked? --password-file): " + file;
                    case NOT_FOUND -> "NOT FOUND in " + file + ": " + String.join(", ", stands.otherwise());
                    case ALTERED -> "ALTERED workbook: " + file;
                });
    }

    private static String file(HeldClauses.Held held) {
        String name = held.document().isEmpty() ? held.kind() : CleanText.of(held.document());
        String sha256 = held.words().sha256();
        return sha256.isEmpty() ? name : name + " (" + Sha256.PREFIX + sha256 + ")";
    }

    private static String page(Verification.Quoted quoted) {
        return Sha256.PREFIX + quoted.capture() + " of source " + quoted.source();
    }

    private void tell(Now now, PrintWriter out) {
        now.changed().forEach(c -> out.println("CHANGED " + report + ": " + c));
        if (now.changed().isEmpty()) {
            out.println(
                    report + ": the findings still hold on the register as of " + now.day() + " (" + now.hash() + ")");
        }
    }

    private static String answer(Verification.Outcome outcome) {
        return switch (outcome.answer()) {
            case HOLDS -> "HOLDS";
            case ALTERED -> "ALTERED";
            case NOT_CHECKED -> "NOT CHECKED";
        };
    }

    private static Map<String, Object> json(Verification.Outcome outcome, Beside beside) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answer", answer(outcome));
        json.put("problems", outcome.problems());
        json.put("notes", outcome.notes());
        json.put("news", outcome.news());
        json.put("changed", beside.now().map(Now::changed));
        json.put("quotes", beside.quotes().stream().map(VerifyCommand::json).toList());
        json.put(
                "documents",
                beside.documents().stream().map(VerifyCommand::json).toList());
        json.put(
                "workbooks",
                beside.workbooks().stream().map(VerifyCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(HeldAnswers.Stands stands) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("offering", stands.workbook().offering());
        json.put("file", stands.workbook().book().file());
        json.put("sha256", stands.workbook().book().sha256());
        json.put("state", stands.state().name());
        json.put("otherwise", stands.otherwise());
        return json;
    }

    private static Map<String, Object> json(HeldClauses.Stands stands) {
        HeldClauses.Held held = stands.held();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("offering", held.offering());
        json.put("kind", held.kind());
        json.put("document", held.document());
        json.put("sha256", held.words().sha256());
        json.put("page", held.words().page().stream().boxed().findFirst());
        json.put("quote", held.words().quote());
        json.put("state", stands.state().name());
        return json;
    }

    private static Map<String, Object> json(Verification.Stands stands) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", stands.quoted().source());
        json.put("exact", stands.quoted().exact());
        json.put("row", stands.quoted().row());
        json.put("capture", Sha256.PREFIX + stands.quoted().capture());
        json.put("state", stands.state().name());
        return json;
    }
}
