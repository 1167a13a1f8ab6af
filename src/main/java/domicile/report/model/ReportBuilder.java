package domicile.report.model;

import domicile.assessment.Alternative;
import domicile.assessment.Ask;
import domicile.assessment.Assessment;
import domicile.assessment.DocumentNotCounted;
import domicile.assessment.FailureFinding;
import domicile.assessment.FailureMode;
import domicile.assessment.Finding;
import domicile.assessment.JudgedProject;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.OpenDecisions;
import domicile.assessment.Requirement;
import domicile.assessment.Stale;
import domicile.assessment.StaleDocument;
import domicile.assessment.Status;
import domicile.assessment.Verdict;
import domicile.report.model.ReportModel.Candidate;
import domicile.report.model.ReportModel.Cell;
import domicile.report.model.ReportModel.Conflict;
import domicile.report.model.ReportModel.ConflictValue;
import domicile.report.model.ReportModel.MatrixRow;
import domicile.report.model.ReportModel.Tally;
import domicile.report.model.ReportModel.Why;
import domicile.residency.Citation;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Placement;
import domicile.residency.Quote;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Puts an assessment into words, in the order in which a report says them. */
final class ReportBuilder {
    private final Assessment assessment;
    private final Register register;
    private final List<String> openQuestions;
    private final Texts texts;
    private final AssessmentTexts words;
    private final Briefs briefs;
    private final FactTexts facts;
    private final CitedQuotes quotes;
    private final CitedSources cited;
    private final HeldDocuments held;
    private final VendorTexts vendor;
    private final Enclosed enclosed;

    ReportBuilder(
            Assessment assessment, Register register, List<String> openQuestions, Enclosed enclosed, Locale locale) {
        this.enclosed = enclosed;
        this.assessment = assessment;
        this.register = register;
        this.openQuestions = openQuestions;
        this.texts = new Texts(locale);
        this.words = new AssessmentTexts(texts);
        this.briefs = new Briefs(texts);
        this.facts = new FactTexts(texts, register.areas());
        this.quotes = new CitedQuotes(assessment, register, texts, facts);
        this.cited = new CitedSources(register, texts, quotes);
        this.held = new HeldDocuments(assessment, register, texts);
        this.vendor = new VendorTexts(assessment, register, enclosed.workbooks(), texts, facts, cited, held);
    }

    /** What vendors answered, without the rest. */
    List<AnsweredWorkbook> answers() {
        return vendor.all();
    }

    ReportModel build() {
        String workload = CleanText.of(assessment.workload().name());
        List<Candidate> candidates = new ArrayList<>();
        for (OfferingAssessment offering : assessment.offerings()) {
            candidates.add(candidate(offering, "c" + (candidates.size() + 1)));
        }
        AskedTexts asked = new AskedTexts(assessment, register, texts);
        Optional<UsedProject> project = enclosed.project()
                .map(p -> new ProjectTexts(register, texts, cited).of(JudgedProject.of(p, assessment, register)));
        return new ReportModel(
                assessment,
                register,
                texts,
                texts.get("lang"),
                texts.get("title", CleanText.cut(workload, 160)),
                workload,
                asked.particulars(),
                tally(),
                candidates,
                matrix(candidates),
                asked.answers(),
                held.rows(),
                cited.rows(),
                new ControlTexts(assessment, register, texts).rows(),
                open(),
                project,
                vendor.all(),
                enclosed);
    }

    /** A workload from a file has no questions, and may say all the same what nobody has decided. */
    private List<String> open() {
        return openQuestions.isEmpty()
                ? assessment.workload().undecided().stream()
                        .map(OpenDecisions::reason)
                        .map(texts::say)
                        .toList()
                : openQuestions.stream().map(CleanText::of).toList();
    }

    private List<Tally> tally() {
        return Arrays.stream(Verdict.values())
                .sorted(Comparator.reverseOrder())
                .map(v -> new Tally(texts.mark(v), (int) assessment.offerings().stream()
                        .filter(o -> o.verdict() == v)
                        .count()))
                .toList();
    }

    private Candidate candidate(OfferingAssessment assessed, String anchor) {
        Optional<Offering> offering = register.offering(assessed.offering());
        return new Candidate(
                assessed.offering(),
                anchor,
                name(assessed.offering()),
                offering.map(this::lane).orElse(""),
                texts.mark(assessed.verdict()),
                why(assessed),
                assessed.failureModes().stream().map(f -> mode(f, anchor)).toList(),
                requirements(assessed, offering, anchor),
                assessed.documentsNotCounted().stream().map(this::uncounted).toList(),
                assessed.alternatives().stream().map(this::alternative).toList(),
                assessed.stale().stream().map(s -> stale(s, offering)).toList(),
                assessed.staleDocuments().stream().map(this::stale).toList(),
                Stream.concat(
                                offering.map(this::conflicts).orElse(List.of()).stream(),
                                vendor.conflicts(assessed.offering()).stream())
                        .toList(),
                asks(assessed),
                assessed.clauses().stream()
                        .map(c -> new ReportModel.Clause(texts.requirement(c.requirement()), texts.say(c.text())))
                        .toList());
    }

    private String name(String offering) {
        return CleanText.of(register.offeringName(offering));
    }

    private String lane(Offering offering) {
        String seller = CleanText.of(register.providerName(offering.provider()));
        return offering.provider().equals(offering.operator())
                ? texts.get("lane.own", seller)
                : texts.get("lane.through", seller, CleanText.of(register.providerName(offering.operator())));
    }

    /**
     * The reason of the worst finding, and how many more are as bad; for a candidate that meets everything, that it
     * does.
     */
    private Why why(OfferingAssessment assessed) {
        List<Finding> findings = assessed.requirements();
        if (findings.isEmpty()) {
            return why(texts.get("why.nothingAsked"), List.of());
        }
        Status worst = findings.stream()
                .map(Finding::status)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        if (worst == Status.MET) {
            List<Citation> all =
                    findings.stream().flatMap(f -> f.citations().stream()).toList();
            return why(texts.get("why.allMet", findings.size()), all);
        }
        List<Finding> worstOnes =
                findings.stream().filter(f -> f.status() == worst).toList();
        Finding first = worstOnes.getFirst();
        return new Why(
                texts.say(first.reason()),
                worstOnes.size() == 1 ? "" : texts.get("why.more", worstOnes.size() - 1),
                cited.cite(first.citations()),
                first.missingCitation().map(texts::say),
                worstOnes.stream().map(briefs::of).distinct().toList());
    }

    /** A reason that is short as it is. */
    private Why why(String reason, List<Citation> citations) {
        return new Why(reason, "", cited.cite(citations), Optional.empty(), List.of(reason));
    }

    /**
     * What to ask the vendor: what is not met, each with the documents in hand that do not show it and what was
     * answered (proof alone is asked for where the vendor has said it), and the clause of every document that findings
     * rest on and that was typed.
     */
    private List<ReportModel.Ask> asks(OfferingAssessment assessed) {
        List<ReportModel.Ask> asks = new ArrayList<>();
        for (Ask ask : assessed.askList()) {
            List<String> beside = new ArrayList<>(vendor.answered(assessed.offering(), ask.requirement()));
            ask.document().map(kind -> inHand(assessed, kind)).ifPresent(beside::addAll);
            asks.add(new ReportModel.Ask(
                    vendor.settled(assessed.offering(), ask.requirement())
                            ? texts.get("ask.prove", texts.requirement(ask.requirement()), name(assessed.offering()))
                            : texts.say(ask.question()),
                    ask.document().map(d -> texts.of(d)),
                    beside));
        }
        typed(assessed)
                .forEach((document, findings) -> asks.add(new ReportModel.Ask(
                        texts.get(
                                "ask.clause",
                                words.of(document),
                                texts.date(document.date()),
                                String.join(", ", findings)),
                        Optional.of(words.kind(document)),
                        List.of())));
        return asks;
    }

    /** The documents of a kind that do not count for a candidate, each with why. */
    private List<String> inHand(OfferingAssessment assessed, Evidence.Kind kind) {
        return assessed.documentsNotCounted().stream()
                .filter(d -> d.document().kind() == kind)
                .map(d -> texts.get(
                        "ask.inHand",
                        words.file(d.document()),
                        texts.date(d.document().date()),
                        words.of(d.why())))
                .toList();
    }

    /** The documents that a candidate's findings rest on and that were typed, with the names of these findings. */
    private Map<Evidence, Set<String>> typed(OfferingAssessment assessed) {
        Map<Evidence, Set<String>> typed = new LinkedHashMap<>();
        assessed.requirements()
                .forEach(f -> f.evidence().stream()
                        .filter(Evidence::typed)
                        .forEach(e -> typed.computeIfAbsent(e, d -> new LinkedHashSet<>())
                                .add(texts.requirement(f.requirement()))));
        return typed;
    }

    private ReportModel.Mode mode(FailureFinding finding, String candidate) {
        String anchor = anchor(candidate, finding.failureMode());
        String name = texts.label(finding.failureMode());
        finding.evidence().forEach(e -> held.use(e, name, anchor));
        return new ReportModel.Mode(
                anchor,
                name,
                texts.mark(finding.state()),
                texts.say(finding.reason()),
                briefs.of(finding),
                cited.cite(finding.citations()),
                finding.citations().isEmpty() && finding.state() != FailureMode.State.NOT_APPLICABLE
                        ? Optional.of(texts.word("missing", finding.failureMode()))
                        : Optional.empty(),
                finding.evidence().stream().map(held::named).toList());
    }

    private List<ReportModel.Requirement> requirements(
            OfferingAssessment assessed, Optional<Offering> offering, String anchor) {
        Set<Quote> shown = new HashSet<>();
        Set<Evidence> shownDocuments = new HashSet<>();
        return assessed.requirements().stream()
                .map(f -> requirement(f, assessed.offering(), offering, anchor, shown, shownDocuments))
                .toList();
    }

    private ReportModel.Requirement requirement(
            Finding finding,
            String id,
            Optional<Offering> offering,
            String candidate,
            Set<Quote> shown,
            Set<Evidence> shownDocuments) {
        String anchor = anchor(candidate, finding.requirement());
        String name = texts.requirement(finding.requirement());
        finding.evidence().forEach(e -> held.use(e, name, anchor));
        return new ReportModel.Requirement(
                anchor,
                name,
                texts.mark(finding.status()),
                texts.say(finding.reason()),
                finding.deployment().map(d -> deployment(offering, d)),
                cited.cite(finding.citations()),
                finding.missingCitation().map(texts::say),
                finding.evidence().stream()
                        .map(e -> shownDocuments.add(e) ? held.withClause(e) : held.named(e))
                        .toList(),
                finding.lifts().stream().map(texts::say).toList(),
                finding.controls().stream().map(CleanText::of).toList(),
                finding.citations().stream()
                        .filter(Citation::quoted)
                        .filter(c -> shown.add(c.quote().orElseThrow()))
                        .map(c -> new ReportModel.Words(
                                cited.cite(c), quotes.said(c.quote().orElseThrow(), CitedQuotes.LONGEST)))
                        .toList(),
                vendor.beside(id, finding.requirement()));
    }

    private static String anchor(String candidate, Enum<?> finding) {
        return candidate + "-" + finding.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A deployment as people know it; its id when the register has no such deployment. */
    private String deployment(Optional<Offering> offering, String id) {
        return offering.stream()
                .flatMap(o -> o.facts(Placement.class).stream())
                .map(Fact::value)
                .filter(p -> p.id().equals(id))
                .findFirst()
                .map(facts::placement)
                .orElse(CleanText.of(id));
    }

    private ReportModel.Alternative alternative(Alternative alternative) {
        Optional<Offering> offering = register.offering(alternative.offering());
        return new ReportModel.Alternative(
                texts.mark(alternative.reaches()),
                name(alternative.offering()),
                alternative.deployment().map(d -> deployment(offering, d)),
                alternative.needs().stream().map(n -> texts.say(n.says())).toList(),
                alternative.readFirstHand().stream()
                        .map(id -> texts.get(
                                "alternative.fact",
                                texts.pair(name(alternative.offering()), about(offering, id, f -> f.id().equals(id)))))
                        .toList());
    }

    private ReportModel.Uncounted uncounted(DocumentNotCounted uncounted) {
        Evidence document = uncounted.document();
        return new ReportModel.Uncounted(
                held.named(document),
                words.kind(document),
                texts.date(document.date()),
                document.date(),
                words.of(uncounted.why()));
    }

    private ReportModel.StaleDocumentRow stale(StaleDocument stale) {
        Evidence document = stale.document();
        return new ReportModel.StaleDocumentRow(
                held.named(document),
                words.kind(document),
                texts.date(document.date()),
                document.date(),
                stale.ageDays());
    }

    /** What a fact is about; its id when the register has no such fact. */
    private String about(Optional<Offering> offering, String id, Predicate<Fact<?>> which) {
        return offering.stream()
                .flatMap(o -> o.facts().stream())
                .filter(which)
                .findFirst()
                .map(facts::about)
                .orElse(CleanText.of(id));
    }

    private ReportModel.StaleRow stale(Stale stale, Optional<Offering> offering) {
        return new ReportModel.StaleRow(
                about(offering, stale.fact(), f -> f.value().key().equals(stale.fact())),
                cited.cite(stale.citation()),
                texts.date(stale.citation().read()),
                stale.citation().read(),
                stale.ageDays());
    }

    private List<Conflict> conflicts(Offering offering) {
        List<Conflict> conflicts = new ArrayList<>();
        for (Map.Entry<String, List<Fact<?>>> entry : offering.conflicts().entrySet()) {
            List<ConflictValue> values = entry.getValue().stream()
                    .map(f -> new ConflictValue(worded(f), cited.cite(f.citations())))
                    .toList();
            conflicts.add(new Conflict(facts.about(entry.getValue().getFirst()), values));
        }
        return conflicts;
    }

    private String worded(Fact<?> fact) {
        String value = facts.says(fact.value());
        return fact.text().isEmpty() ? value : value + " – " + CleanText.of(fact.text());
    }

    private List<MatrixRow> matrix(List<Candidate> candidates) {
        List<MatrixRow> rows = new ArrayList<>();
        for (Requirement requirement : Requirement.values()) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < candidates.size(); i++) {
                Candidate candidate = candidates.get(i);
                Optional<ReportModel.Mark> mark = assessment.offerings().get(i).requirements().stream()
                        .filter(f -> f.requirement() == requirement)
                        .findFirst()
                        .map(f -> texts.mark(f.status()));
                cells.add(new Cell(mark, anchor(candidate.anchor(), requirement), candidate.verdict()));
            }
            if (cells.stream().anyMatch(c -> c.mark().isPresent())) {
                rows.add(new MatrixRow(texts.requirement(requirement), cells));
            }
        }
        return rows;
    }
}
