package domicile.report;

import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.problem.InputFile;
import domicile.problem.ProblemException;
import domicile.problem.Sha256;
import domicile.questionnaire.WorkloadFile;
import domicile.register.Captures;
import domicile.register.EvidenceLocker;
import domicile.register.Head;
import domicile.report.data.JsonReport;
import domicile.report.document.Kind;
import domicile.report.model.BuildInfo;
import domicile.report.model.CleanText;
import domicile.report.model.Enclosed;
import domicile.report.model.Letterhead;
import domicile.report.model.ReportModel;
import domicile.report.model.ReportProblem;
import domicile.residency.Capture;
import domicile.residency.Register;
import domicile.residency.Workload;
import domicile.vendor.KeptWorkbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Checks a PDF report against what it carries: the assessment is made anew from the attached workload and register, and
 * the file from that. A report of another version is looked at for what no version would have made.
 */
public final class Verification {
    static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final String DAMAGED = "parts of the file cannot be read";

    private final byte[] pdf;
    private final String where;
    private final Program program;
    private final Carried carried;
    private final Optional<ArchiveFile> archive;

    /**
     * Words that a report cites.
     *
     * @param row what tells their place apart where they stand more than once
     * @param capture the SHA-256 of the page's bytes
     */
    public record Quoted(int source, String exact, Optional<String> row, String capture) {}

    /** How words stand. */
    public enum State {
        FOUND,
        /** Nobody here has the page. */
        PAGE_NOT_IN_HAND,
        /** The register has withdrawn the page: the words count no more. */
        WITHDRAWN,
        /** The page is in hand, and the words do not stand in it. */
        NOT_FOUND,
        /** What stands for the page is not what was taken in. */
        PAGE_ALTERED
    }

    /** Words that a report cites, and how they stand. */
    public record Stands(Quoted quoted, State state) {
        /** Whether it has to be looked at: the page does not bear the report out. */
        public boolean wrong() {
            return switch (state) {
                case NOT_FOUND, PAGE_ALTERED -> true;
                case FOUND, PAGE_NOT_IN_HAND, WITHDRAWN -> false;
            };
        }
    }

    /** The three answers. */
    public enum Answer {
        /** It is what is made anew. */
        HOLDS,
        /** It is not what was made. */
        ALTERED,
        /** Another version made it, and nothing shows that it was altered. */
        NOT_CHECKED
    }

    /**
     * What came out.
     *
     * @param problems what was altered, one sentence each; empty unless the answer is {@code ALTERED}
     * @param notes what was not compared, and who signed
     * @param news what today's rules find otherwise in a report of other rules
     */
    public record Outcome(Answer answer, List<String> problems, List<String> notes, List<String> news) {
        public Outcome {
            problems = List.copyOf(problems);
            notes = List.copyOf(notes);
            news = List.copyOf(news);
        }

        private static Outcome altered(List<String> problems) {
            return new Outcome(Answer.ALTERED, problems.stream().distinct().toList(), List.of(), List.of());
        }
    }

    /**
     * Who verifies.
     *
     * @param pages makes a report's file
     */
    record Program(String version, String rules, BiFunction<ReportModel, Kind, byte[]> pages) {
        /** This program. */
        static final Program THIS = new Program(BuildInfo.version(), Assessor.RULES_VERSION, PdfReport::render);
    }

    /** What is attached. */
    private sealed interface Carried {
        /** At least one of the attachments cannot be read. */
        record Broken(String problem) implements Carried {}

        record Whole(Attachments attached, Claimed claimed, JsonValue workload, String version) implements Carried {}
    }

    private Verification(byte[] pdf, String where, Program program, Carried carried, Optional<ArchiveFile> archive) {
        this.pdf = pdf;
        this.where = where;
        this.program = program;
        this.carried = carried;
        this.archive = archive;
    }

    /**
     * Opens a PDF report, an archive with one, or the folder that an archive was unpacked into.
     *
     * @throws ProblemException when it is neither
     */
    public static Verification open(Path file) {
        if (ArchiveFile.named(file)) {
            ArchiveFile archive = ArchiveFile.read(file);
            Verification report = open(archive.report(), file + "!" + Archive.REPORT);
            return new Verification(report.pdf, report.where, report.program, report.carried, Optional.of(archive));
        }
        return open(InputFile.read(file, MOST_BYTES, ReportProblem.LARGER_THAN_ANY_REPORT), file.toString());
    }

    static Verification open(byte[] pdf, String where) {
        return open(pdf, where, Program.THIS);
    }

    static Verification open(byte[] pdf, String where, Program program) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new Verification(pdf, where, program, carried(document, where), Optional.empty());
        } catch (IOException | ClassCastException | IllegalArgumentException e) {
            throw ReportProblem.NO_PDF.because(e, where);
        }
    }

    private static Carried carried(PDDocument document, String where) throws IOException {
        boolean report = Attachments.any(document);
        try {
            Attachments attached = Attachments.from(document, where);
            return new Carried.Whole(
                    attached,
                    new Claimed(StrictJson.read(where + "!assessment.json", attached.assessment())),
                    StrictJson.read(where + "!workload.json", attached.workload()),
                    attached.version());
        } catch (ProblemException e) {
            if (!report) {
                throw e;
            }
            return new Carried.Broken(e.where() + ": " + e.what());
        }
    }

    /** The workload's name and the day that the report was made for; empty when that cannot be read. */
    public Optional<String> title() {
        return switch (carried) {
            case Carried.Broken b -> Optional.empty();
            case Carried.Whole w ->
                Optional.of('"' + CleanText.of(w.claimed().workload()) + "\" of "
                        + w.claimed().date());
        };
    }

    /** Where the register's chain ended when the report was made; empty when it does not say, or cannot be read. */
    public Optional<Head> chain() {
        return switch (carried) {
            case Carried.Broken b -> Optional.empty();
            case Carried.Whole w -> w.attached().how().chain();
        };
    }

    /**
     * Whether the findings follow from what is attached, and the file from the findings; of an archive also, whether
     * its files are those that it was made of.
     */
    public Outcome itself() {
        Outcome report = report();
        List<String> around = around();
        return around.isEmpty() ? report : Outcome.altered(and(around, report.problems()));
    }

    /** What is wrong with the archive around the report. */
    private List<String> around() {
        List<String> problems =
                new ArrayList<>(archive.map(ArchiveFile::problems).orElse(List.of()));
        if (archive.isPresent() && carried instanceof Carried.Whole whole) {
            Map<String, byte[]> files = archive.get().files();
            Map<String, byte[]> carries = whole.attached().beside();
            Stream.concat(files.keySet().stream(), carries.keySet().stream())
                    .distinct()
                    .sorted()
                    .filter(name -> !Arrays.equals(files.get(name), carries.get(name)))
                    .forEach(name -> problems.add(name + " is not what the report carries"));
        }
        return problems;
    }

    /**
     * How the words that the report cites stand in the captures that are in hand: in its archive and, where one is
     * given, in a register.
     *
     * @param captures of the register
     */
    public List<Stands> quotes(Optional<Register> register, Optional<Captures> captures) {
        return switch (carried) {
            case Carried.Broken b -> List.of();
            case Carried.Whole whole -> {
                QuotedWords words = new QuotedWords(
                        known(whole),
                        archive.map(ArchiveFile::captures).orElse(Map.of()),
                        register.flatMap(r -> captures.map(c -> new QuotedWords.Kept(r, c))));
                yield whole.claimed().quotes().stream()
                        .map(q -> new Stands(q, words.state(q)))
                        .toList();
            }
        };
    }

    /**
     * How the clauses of the documents in hand stand in the files that are in hand: in the report's archive and, where
     * one is given, in a register.
     *
     * @param locker of the register
     * @param password that opens files which are locked
     */
    public List<HeldClauses.Stands> documents(Optional<EvidenceLocker> locker, Optional<String> password) {
        return switch (carried) {
            case Carried.Broken b -> List.of();
            case Carried.Whole whole -> new HeldClauses(new HeldFiles(archive, locker), password).of(held(whole));
        };
    }

    /** How what vendors answered stands in the workbooks that are in hand, as {@link #documents} does of clauses. */
    public List<HeldAnswers.Stands> workbooks(Optional<EvidenceLocker> locker, Optional<String> password) {
        return switch (carried) {
            case Carried.Broken b -> List.of();
            case Carried.Whole whole -> workbooks(whole, new HeldAnswers(new HeldFiles(archive, locker), password));
        };
    }

    /** A report of another program may carry what this one cannot read. */
    private List<HeldAnswers.Stands> workbooks(Carried.Whole whole, HeldAnswers held) {
        try {
            List<KeptWorkbook> answered = whole.attached().answered();
            return answered.isEmpty() ? List.of() : held.of(answered, register(whole));
        } catch (ProblemException e) {
            return List.of();
        }
    }

    /** A report of another program may list what this one cannot read. */
    private static List<HeldClauses.Held> held(Carried.Whole whole) {
        try {
            return Claimed.held(whole.workload());
        } catch (ProblemException e) {
            return List.of();
        }
    }

    /** A report of another program may carry what this one cannot read. */
    private List<Capture> known(Carried.Whole whole) {
        try {
            return whole.attached().captures(where, whole.claimed().registerAsOf());
        } catch (ProblemException e) {
            return List.of();
        }
    }

    private Outcome report() {
        return switch (carried) {
            case Carried.Broken broken -> Outcome.altered(and(List.of(broken.problem()), intruders(pdf.length)));
            case Carried.Whole whole
            when whole.version().equals(program.version())
                    && whole.claimed().rulesVersion().equals(program.rules()) -> own(whole);
            case Carried.Whole whole -> another(whole);
        };
    }

    /** A report of this version under these rules. */
    private Outcome own(Carried.Whole whole) {
        List<String> problems = new ArrayList<>(hash(whole));
        byte[] made;
        try {
            Register register = register(whole);
            Assessment found = again(whole, register, whole.claimed().date());
            String json = JsonReport.render(found);
            if (!Arrays.equals(utf8(json), whole.attached().assessment())) {
                List<String> changed = whole.claimed().changes(json);
                problems.addAll(
                        changed.isEmpty()
                                ? List.of("the attached assessment says the same in other words than the rules do")
                                : changed);
            }
            if (!problems.isEmpty()) {
                return Outcome.altered(and(problems, intruders(pdf.length)));
            }
            made = made(whole, register, found);
        } catch (ProblemException e) {
            problems.add(e.where() + ": " + e.what());
            return Outcome.altered(and(problems, intruders(pdf.length)));
        }
        if (SameFile.same(pdf, pdf.length, made)) {
            return new Outcome(Answer.HOLDS, List.of(), List.of(), List.of());
        }
        OptionalInt end = SameFile.ends(pdf)
                .filter(e -> e < pdf.length && SameFile.same(pdf, e, made))
                .findFirst();
        return end.isPresent() ? appended(end.getAsInt(), made) : Outcome.altered(differences(made));
    }

    private Outcome appended(int end, byte[] made) {
        List<String> signatures = SignedAfterwards.in(pdf, end);
        return signatures.isEmpty()
                ? Outcome.altered(and(List.of(addedBytes(end)), differences(made, List.of())))
                : new Outcome(Answer.HOLDS, List.of(), signatures, List.of());
    }

    private String addedBytes(int end) {
        return (pdf.length - end) + " bytes were appended to the file, and they are not a signature alone";
    }

    private List<String> differences(byte[] made) {
        return differences(made, List.of("the file is not as it was made (saved again by another program?)"));
    }

    private List<String> differences(byte[] made, List<String> otherwise) {
        try (PDDocument mine = WholeDocument.of(pdf);
                PDDocument its = WholeDocument.of(made)) {
            List<String> found = Differences.between(mine, its);
            return found.isEmpty() ? otherwise : found;
        } catch (IOException | ClassCastException | IllegalArgumentException e) {
            return List.of(DAMAGED);
        }
    }

    /** A report of another version: nothing is compared with what this version would have made. */
    private Outcome another(Carried.Whole whole) {
        List<String> problems = new ArrayList<>(hash(whole));
        List<String> notes = new ArrayList<>();
        notes.add("made by " + CleanText.of(whole.version()) + " under rules "
                + CleanText.of(whole.claimed().rulesVersion()) + "; this program cannot make its findings anew");
        problems.addAll(whole.claimed().unsound(whole.workload()));
        int end = SameFile.ends(pdf).min().orElse(0);
        if (end == 0) {
            problems.add("the file is cut off");
        } else if (end < pdf.length) {
            List<String> signatures = SignedAfterwards.in(pdf, end);
            notes.addAll(signatures);
            if (signatures.isEmpty()) {
                problems.add(addedBytes(end));
                end = pdf.length;
            }
        }
        problems.addAll(intruders(end));
        if (!problems.isEmpty()) {
            return Outcome.altered(problems);
        }
        notes.add("its attachments and its register's hash are sound, and nothing lies over its pages; whether they"
                + " print what is attached was not compared");
        return new Outcome(Answer.NOT_CHECKED, List.of(), notes, news(whole));
    }

    /** What today's rules say of what is attached. */
    private List<String> news(Carried.Whole whole) {
        String under = "under rules " + program.rules() + ": ";
        try {
            Register register = register(whole);
            List<String> changes = whole.claimed()
                    .changes(JsonReport.render(
                            again(whole, register, whole.claimed().date())));
            return changes.isEmpty()
                    ? List.of(under + "the same findings")
                    : changes.stream().map(c -> under + c).toList();
        } catch (ProblemException e) {
            return List.of(under + "nothing, because this program cannot read " + e.where() + ": " + e.what());
        }
    }

    private static List<String> hash(Carried.Whole whole) {
        String claimed = whole.claimed().registerHash();
        String hash = Sha256.named(whole.attached().register());
        return hash.equals(claimed)
                ? List.of()
                : List.of("the attached register has the hash " + hash + ", not " + claimed);
    }

    /** What no report has; looked for in the file up to where it ended first. */
    private List<String> intruders(int end) {
        try (PDDocument document = WholeDocument.of(Arrays.copyOf(pdf, end))) {
            List<String> found = new ArrayList<>(Intruders.in(document));
            if (document.getDocument().getTrailer().getItem(COSName.ID) instanceof COSArray both
                    && both.size() == 2
                    && both.getObject(0) instanceof COSString first
                    && !first.equals(both.getObject(1))) {
                found.add("it was saved again after it was made");
            }
            return found;
        } catch (IOException | ClassCastException | IllegalArgumentException e) {
            return List.of(DAMAGED);
        }
    }

    private Register register(Carried.Whole whole) {
        return whole.attached().register(where, whole.claimed().registerAsOf());
    }

    /** The findings on a register. */
    private Assessment again(Carried.Whole whole, Register register, LocalDate date) {
        Workload workload =
                WorkloadFile.read(where + "!workload.json", whole.attached().workload(), register);
        return Assessor.assess(workload, register, date, whole.claimed().freshness());
    }

    private byte[] made(Carried.Whole whole, Register register, Assessment found) {
        Attachments attached = whole.attached();
        Attachments.Making how = attached.how();
        Enclosed enclosed = new Enclosed(
                attached.said(),
                new Letterhead(how.organisation(), attached.logo()),
                attached.used(),
                attached.answered(),
                how.chain());
        return program.pages()
                .apply(ReportModel.of(found, register, how.openQuestions(), enclosed, attached.locale()), how.kind());
    }

    /**
     * What the findings are otherwise on another state of the register, one sentence each; empty when they still hold.
     *
     * @param today the day to assess for
     */
    public List<String> on(Register present, LocalDate today) {
        return switch (carried) {
            case Carried.Broken b -> List.of();
            case Carried.Whole whole -> {
                List<String> gone = Claimed.candidates(whole.workload()).stream()
                        .filter(id -> present.offering(id).isEmpty())
                        .map(id -> id + " is no longer in the register")
                        .toList();
                // read anew: places and offerings are those of the present register
                yield gone.isEmpty() ? whole.claimed().changes(JsonReport.render(again(whole, present, today))) : gone;
            }
        };
    }

    private static List<String> and(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
