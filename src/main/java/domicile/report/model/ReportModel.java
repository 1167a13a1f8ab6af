package domicile.report.model;

import domicile.assessment.Assessment;
import domicile.assessment.FailureMode;
import domicile.assessment.Status;
import domicile.residency.Capture;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.vendor.KeptWorkbook;
import domicile.vendor.VendorAnswers;
import domicile.words.Sign;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that a report says, in one language, ready to be laid out: the one model behind every format. All texts
 * are safe to show but not escaped; that is each renderer's part.
 *
 * @param assessment what the machine-readable formats are written from
 * @param register what the assessment was made with
 * @param texts headings and labels in the report's language
 * @param lang BCP 47 tag for the document
 * @param workload the workload's name
 * @param particulars when, of which register and by which rules, label and value
 * @param tally how many candidates reached which verdict, best first
 * @param matrix one row a requirement that was asked of any candidate
 * @param asked the workload's own answers, label and value
 * @param evidence the documents in the buyer's hands
 * @param sources every source that is cited, by number
 * @param controls every framework control that a finding answers, by id
 * @param openQuestions questions of the questionnaire that have no answer yet
 * @param project what a project calls beside what was approved
 * @param answers what vendors answered, a part for each workbook
 * @param enclosed what comes with the assessment
 */
public record ReportModel(
        Assessment assessment,
        Register register,
        Texts texts,
        String lang,
        String title,
        String workload,
        List<Pair> particulars,
        List<Tally> tally,
        List<Candidate> candidates,
        List<MatrixRow> matrix,
        List<Pair> asked,
        List<Document> evidence,
        List<SourceRow> sources,
        List<ControlRow> controls,
        List<String> openQuestions,
        Optional<UsedProject> project,
        List<AnsweredWorkbook> answers,
        Enclosed enclosed) {

    public ReportModel {
        particulars = List.copyOf(particulars);
        tally = List.copyOf(tally);
        candidates = List.copyOf(candidates);
        matrix = List.copyOf(matrix);
        asked = List.copyOf(asked);
        evidence = List.copyOf(evidence);
        sources = List.copyOf(sources);
        controls = List.copyOf(controls);
        openQuestions = List.copyOf(openQuestions);
        answers = List.copyOf(answers);
    }

    /**
     * The report of an assessment.
     *
     * @param register the register that the assessment was made with
     * @param openQuestions texts of the questions that are still open, in the order in which they are asked
     * @param locale English, German or French; any other language is written in English
     */
    public static ReportModel of(Assessment assessment, Register register, List<String> openQuestions, Locale locale) {
        return of(assessment, register, openQuestions, Enclosed.NOTHING, locale);
    }

    /** The report of an assessment with what comes with it. */
    public static ReportModel of(
            Assessment assessment, Register register, List<String> openQuestions, Enclosed enclosed, Locale locale) {
        return new ReportBuilder(assessment, register, openQuestions, enclosed, locale).build();
    }

    /** What vendors answered alone, as the report of an assessment has it. */
    public static List<AnsweredWorkbook> answers(
            Assessment assessment, Register register, List<KeptWorkbook> workbooks, Locale locale) {
        Enclosed enclosed =
                new Enclosed(Optional.empty(), Letterhead.NONE, Optional.empty(), workbooks, Optional.empty());
        return new ReportBuilder(assessment, register, List.of(), enclosed, locale).answers();
    }

    /** The minutes of the review meeting; empty when there was none and no risk was accepted. */
    public Optional<Minutes> minutes() {
        return enclosed.minutes();
    }

    /** What is said of the meeting and of accepted risks. */
    public Optional<MinutesTexts.Section> meeting() {
        return minutes().map(m -> new MinutesTexts(m, register, texts).section());
    }

    /** The sentence that says what was not asked although it is advisable; empty when all of it was. */
    public Optional<String> notAsked() {
        return assessment.notAsked().isEmpty()
                ? Optional.empty()
                : Optional.of(new AssessmentTexts(texts).notAsked(assessment.notAsked()));
    }

    /** The words of the rules that a reader needs, and what they mean. */
    public List<Pair> terms() {
        return List.of(
                term("firstHand", "term.firstHand"),
                term("dataCentre", "term.dataCentre"),
                term("openEnded", "term.openEnded"),
                term("governs", "term.governs"),
                term("counts", "term.counts"),
                term("grain", "term.grain"),
                term("everyModel", FailureMode.COVERAGE_IS_NOT_EVERY_MODEL),
                term("fedramp", "term.fedramp"),
                term("undecided", domicile.assessment.Requirement.UNDECIDED),
                term("nothingAsked", domicile.assessment.Requirement.NOTHING_ASKED));
    }

    private Pair term(String key, Enum<?> named) {
        return new Pair(texts.label(named), t("term." + key + ".text"));
    }

    private Pair term(String key, String name) {
        return new Pair(t(name), t("term." + key + ".text"));
    }

    /** Whether something is undecided or open, so that verdicts may change. */
    public boolean provisional() {
        return !openQuestions.isEmpty();
    }

    /** The text of a key of the report's bundle. */
    public String t(String key) {
        return texts.get(key);
    }

    /** The text of a key of the report's bundle with its arguments. */
    public String t(String key, Object... args) {
        return texts.get(key, args);
    }

    /** Of the facts that the candidates' findings rest on, how many have their words in hand. */
    public String wordsInHand() {
        return pair(t("particulars.quotes"), t("quotes.counted", assessment.withQuote(), assessment.facts()));
    }

    /** How many of the documents that findings rest on are typed, as a sentence; empty where none is. */
    public Optional<String> typed() {
        List<Document> reliedOn =
                evidence.stream().filter(d -> !d.uses().isEmpty()).toList();
        long typed = reliedOn.stream().filter(Document::typed).count();
        return typed == 0 ? Optional.empty() : Optional.of(t("evidence.typedOf", typed, reliedOn.size()));
    }

    /** What a reader has to know before any verdict: what was not asked, and what is typed. */
    public Optional<String> reservations() {
        return Stream.of(notAsked(), typed()).flatMap(Optional::stream).reduce((one, other) -> one + " " + other);
    }

    /** What has a name, or belongs to it, after the name, with the colon as the language sets it. */
    public String pair(String name, String value) {
        return texts.pair(name, value);
    }

    /** The words of a key before what they name: with the language's colon and a space. */
    public String lead(String key) {
        return pair(texts.get(key), "");
    }

    /** Every status as it is shown, best first. */
    public List<Mark> statusMarks() {
        return Arrays.stream(Status.values())
                .sorted(Comparator.reverseOrder())
                .map(texts::mark)
                .toList();
    }

    /** The ids of the vendors that have something to answer, in the order of their best candidates. */
    public List<String> vendors() {
        return asked(candidates).stream().map(this::vendor).distinct().toList();
    }

    /** The same report with the candidates of one vendor alone, as a letter to it may show them. */
    public ReportModel to(String vendor) {
        return new ReportModel(
                assessment,
                register,
                texts,
                lang,
                title,
                workload,
                particulars,
                tally,
                candidates.stream().filter(c -> vendor(c).equals(vendor)).toList(),
                matrix,
                asked,
                evidence,
                sources,
                controls,
                openQuestions,
                project,
                answers,
                enclosed);
    }

    private String vendor(Candidate candidate) {
        return register.offering(candidate.id()).map(Offering::operator).orElse(candidate.id());
    }

    /** Those of the candidates whose vendor has something to answer. */
    public List<Candidate> asked(List<Candidate> of) {
        return of.stream().filter(c -> !c.asks().isEmpty()).toList();
    }

    /**
     * Who answers for a candidate: whoever operates it, since the contract and its terms are that one's. A model sold
     * through a cloud is the cloud's to answer for, and its maker does not learn that the cloud is asked.
     */
    public String addressee(Candidate candidate) {
        return CleanText.of(register.providerName(vendor(candidate)));
    }

    /** Every answer of vendors, in the order of the workbooks. */
    public List<VendorAnswers.Told> told() {
        return answers.stream()
                .flatMap(w -> w.rows().stream())
                .map(AnsweredWorkbook.Row::told)
                .toList();
    }

    /** Whether any words of a page are cited. */
    public boolean anyQuote() {
        return sources.stream().anyMatch(s -> !s.quotes().isEmpty());
    }

    /** The captures in which the words stand that are cited, each once, by source. */
    public List<Capture> captures() {
        return sources.stream()
                .flatMap(s -> s.quotes().stream())
                .flatMap(q -> q.capture().stream())
                .distinct()
                .toList();
    }

    /** Whether any source is second-hand. */
    public boolean anySecondHand() {
        return sources.stream().anyMatch(SourceRow::secondHand);
    }

    /** A label and what it says. */
    public record Pair(String label, String value) {}

    /** A status, verdict or state: never colour alone. */
    public record Mark(Sign.Tone tone, String symbol, String word) {
        /** Its class in a stylesheet, and what it is called in ids. */
        public String css() {
            return switch (tone) {
                case GOOD -> "met";
                case PART -> "conditional";
                case OPEN -> "unverified";
                case BAD -> "notmet";
                case NONE -> "none";
            };
        }
    }

    /** How many candidates reached a verdict. */
    public record Tally(Mark mark, int count) {}

    /**
     * A citation as a link.
     *
     * @param label as printed, such as {@code [4]}; a dagger marks what is second-hand
     * @param title the source and the day that it was read, in words
     */
    public record Cite(String label, String anchor, String title) {}

    /**
     * What decides a verdict.
     *
     * @param reason of the worst finding
     * @param more how many other findings are as bad, in words; blank when none is
     * @param missing the citation that the reason lacks
     * @param briefs a short sentence for each finding that is as bad
     */
    public record Why(String reason, String more, List<Cite> citations, Optional<String> missing, List<String> briefs) {
        public Why {
            citations = List.copyOf(citations);
            briefs = List.copyOf(briefs);
        }
    }

    /**
     * One failure mode of one candidate.
     *
     * @param brief the reason as a short sentence
     * @param missing the citation that it lacks; nothing where the failure mode does not apply
     * @param documents that the reason is about
     */
    public record Mode(
            String anchor,
            String name,
            Mark mark,
            String reason,
            String brief,
            List<Cite> citations,
            Optional<String> missing,
            List<Held> documents) {
        public Mode {
            documents = List.copyOf(documents);
            citations = List.copyOf(citations);
        }
    }

    /**
     * A document in hand, where something rests on it or is said of it.
     *
     * @param cite leads to the list of documents
     * @param name of its file
     * @param line its name and what is said of it
     * @param said its clause, or that none is shown; blank where it is shown and stands elsewhere
     * @param typed whether no clause is shown
     */
    public record Held(Cite cite, String name, String line, String said, boolean typed) {
        /** All of it where nothing can be followed. */
        public String whole() {
            return cite.label() + " " + line;
        }
    }

    /** A finding that rests on a document, and where it stands. */
    public record Use(String finding, String anchor) {}

    /** The words that carry a finding, between quotation marks; long ones are cut. */
    public record Words(Cite cite, String said) {}

    /**
     * One requirement of one candidate.
     *
     * @param documents that were relied on, each with its clause where no requirement before has shown it
     * @param words that carry it and that no requirement before it of the same candidate has shown
     * @param vendor what the vendor answered about it; the status does not rest on it
     */
    public record Requirement(
            String anchor,
            String name,
            Mark mark,
            String reason,
            Optional<String> deployment,
            List<Cite> citations,
            Optional<String> missing,
            List<Held> documents,
            List<String> lifts,
            List<String> controls,
            List<Words> words,
            List<VendorLine> vendor) {
        public Requirement {
            vendor = List.copyOf(vendor);
            words = List.copyOf(words);
            citations = List.copyOf(citations);
            documents = List.copyOf(documents);
            lifts = List.copyOf(lifts);
            controls = List.copyOf(controls);
        }
    }

    /** What a vendor answered about a requirement, and what contradicts that. */
    public record VendorLine(Cite cite, String said, List<AnsweredWorkbook.Contradicted> contradictions) {
        public VendorLine {
            contradictions = List.copyOf(contradictions);
        }
    }

    /**
     * A way to a better verdict.
     *
     * @param documents what to obtain
     * @param readFirstHand what to read on a page of the provider's own, by what it is about and whose it is
     */
    public record Alternative(
            Mark reaches,
            String offering,
            Optional<String> deployment,
            List<String> documents,
            List<String> readFirstHand) {
        public Alternative {
            documents = List.copyOf(documents);
            readFirstHand = List.copyOf(readFirstHand);
        }
    }

    /**
     * A document that does not count for its candidate.
     *
     * @param date in words, and as a day
     * @param why a sentence
     */
    public record Uncounted(Held document, String kind, String date, LocalDate day, String why) {}

    /** A document that is older than the limit; its date in words and as a day. */
    public record StaleDocumentRow(Held document, String kind, String date, LocalDate day, long ageDays) {}

    /** A citation that is older than the limit; when its page was read, in words and as a day. */
    public record StaleRow(String fact, Cite cite, String read, LocalDate day, long ageDays) {}

    /** One of the values about which sources disagree. */
    public record ConflictValue(String value, List<Cite> citations) {
        public ConflictValue {
            citations = List.copyOf(citations);
        }
    }

    /** Facts that disagree; all of their values stay. */
    public record Conflict(String about, List<ConflictValue> values) {
        public Conflict {
            values = List.copyOf(values);
        }
    }

    /**
     * A question to the vendor and the document that proves the answer.
     *
     * @param inHand documents of that kind that are in hand and do not show it, each with why; what the vendor has
     *     answered, and what it left open
     */
    public record Ask(String question, Optional<String> document, List<String> inHand) {
        public Ask {
            inHand = List.copyOf(inHand);
        }
    }

    /** A clause, and the requirement that it serves. */
    public record Clause(String requirement, String text) {}

    /**
     * One candidate.
     *
     * @param lane who sells and who operates it
     * @param why what decides the verdict
     */
    public record Candidate(
            String id,
            String anchor,
            String name,
            String lane,
            Mark verdict,
            Why why,
            List<Mode> modes,
            List<Requirement> requirements,
            List<Uncounted> uncounted,
            List<Alternative> alternatives,
            List<StaleRow> stale,
            List<StaleDocumentRow> staleDocuments,
            List<Conflict> conflicts,
            List<Ask> asks,
            List<Clause> clauses) {
        public Candidate {
            modes = List.copyOf(modes);
            requirements = List.copyOf(requirements);
            uncounted = List.copyOf(uncounted);
            alternatives = List.copyOf(alternatives);
            stale = List.copyOf(stale);
            staleDocuments = List.copyOf(staleDocuments);
            conflicts = List.copyOf(conflicts);
            asks = List.copyOf(asks);
            clauses = List.copyOf(clauses);
        }

        /** Whether anything that it rests on is older than a limit. */
        public boolean anyStale() {
            return !stale.isEmpty() || !staleDocuments.isEmpty();
        }
    }

    /**
     * A cell of the matrix and the finding that it stands for.
     *
     * @param mark empty where the requirement was not asked of the candidate
     * @param verdict the candidate's
     */
    public record Cell(Optional<Mark> mark, String anchor, Mark verdict) {}

    /** One requirement over all candidates. */
    public record MatrixRow(String name, List<Cell> cells) {
        public MatrixRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A document that the buyer holds.
     *
     * @param label as findings print it, such as {@code [D1]}
     * @param says the places, the product and whatever else it names
     * @param typed whether no clause is shown
     * @param clause the words that it was read from with their page, or that none are shown
     * @param hedges what limits the clause, a sentence each
     * @param page on which the clause stands
     * @param sha256 of its file, in full; blank where no file was read
     * @param uncounted why it does not count, in words; empty when it does
     * @param uses the findings that rest on it
     */
    public record Document(
            String anchor,
            String label,
            String name,
            String kind,
            String offering,
            String date,
            String says,
            boolean typed,
            String clause,
            List<String> hedges,
            OptionalInt page,
            String sha256,
            Optional<String> uncounted,
            List<Use> uses) {
        public Document {
            hedges = List.copyOf(hedges);
            uses = List.copyOf(uses);
        }

        /** Its clause, what limits that, and its file's hash, where all has to stand in one line. */
        public String whole() {
            return Stream.of(
                            Stream.of(clause),
                            hedges.stream(),
                            Stream.of(sha256).filter(s -> !s.isEmpty()).map(s -> "SHA-256: " + s))
                    .flatMap(s -> s)
                    .collect(Collectors.joining("; "));
        }
    }

    /**
     * A source that is cited.
     *
     * @param url where it is; a link only when {@code linked}
     * @param read every day on which it was read, in words
     * @param quotes its words that are cited
     */
    public record SourceRow(
            int number,
            String anchor,
            String publisher,
            String title,
            String states,
            String url,
            boolean linked,
            boolean secondHand,
            String kind,
            String read,
            LocalDate lastRead,
            List<QuoteRow> quotes) {
        public SourceRow {
            quotes = List.copyOf(quotes);
        }

        /** Its number as citations print it. */
        public String label() {
            return secondHand ? "[" + number + "†]" : "[" + number + "]";
        }
    }

    /**
     * Words of a source that are cited.
     *
     * @param words between quotation marks, all of them
     * @param row what tells the place apart where they stand more than once, in words
     * @param carries the facts that they carry, by offering
     * @param read every day on which the page was read, in words
     * @param hash of the capture, in full
     * @param shortHash its beginning
     * @param taken how and when the page was taken in, or that nothing is known of that
     * @param capture as the register has it
     */
    public record QuoteRow(
            String words,
            Optional<String> row,
            String carries,
            String read,
            LocalDate lastRead,
            String hash,
            String shortHash,
            String taken,
            Optional<Capture> capture) {}

    /** A control of a framework and the requirements that answer it. */
    public record ControlRow(String id, String title, String requirements) {}
}
