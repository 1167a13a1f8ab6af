package domicile.report.model;

import domicile.assessment.Requirement;
import domicile.problem.Days;
import domicile.register.Approvals;
import domicile.report.model.ReportModel.Pair;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Minutes in the words of one language, ready to be laid out; safe to show, not escaped. */
public final class MinutesTexts {
    private static final int SECONDS_A_MINUTE = 60;

    private final Minutes minutes;
    private final Register register;
    private final Texts texts;

    public MinutesTexts(Minutes minutes, Register register, Texts texts) {
        this.minutes = minutes;
        this.register = register;
        this.texts = texts;
    }

    /** A table under a heading; {@code columns} stand over it. */
    public record Part(String heading, List<String> columns, List<List<String>> rows) {
        public Part {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** A heading, when, who and how long, and the tables that have rows. */
    public record Section(String heading, List<Pair> about, List<Part> parts) {
        public Section {
            about = List.copyOf(about);
            parts = List.copyOf(parts);
        }
    }

    /** A section of the report: of the questions, those that were decided on. */
    Section section() {
        List<Part> parts = new ArrayList<>();
        decidedQuestions().ifPresent(parts::add);
        common(parts);
        return new Section(
                texts.get(
                        minutes.held()
                                ? "section.meeting"
                                : minutes.risks().isEmpty() ? "minutes.approvals" : "minutes.risks"),
                about(),
                parts);
    }

    /** A page of its own, with all questions and answers. */
    public Section page() {
        List<Part> parts = new ArrayList<>();
        common(parts);
        part(
                        "minutes.questions",
                        allQuestions(),
                        "table.question",
                        "table.answer",
                        "minutes.decision",
                        "minutes.note",
                        "minutes.owner",
                        "minutes.evidence")
                .ifPresent(parts::add);
        return new Section(texts.get("minutes.title", CleanText.of(minutes.workload())), about(), parts);
    }

    List<Pair> about() {
        List<Pair> about = new ArrayList<>();
        minutes.heldOn().ifPresent(day -> {
            about.add(new Pair(texts.get("minutes.heldOn"), texts.date(day)));
            about.add(new Pair(
                    texts.get("minutes.time"), texts.get("minutes.spent", minutes.seconds() / SECONDS_A_MINUTE)));
        });
        if (!minutes.attendees().isEmpty()) {
            about.add(new Pair(texts.get("minutes.attendees"), CleanText.of(String.join(", ", minutes.attendees()))));
        }
        minutes.project().ifPresent(p -> about.add(new Pair(texts.get("section.project"), line(p))));
        return about;
    }

    /** A project in one line: which state of which day, and how many of its places come to what. */
    private String line(Minutes.Project project) {
        String counts = project.counts().entrySet().stream()
                .map(e -> texts.pair(texts.mark(e.getKey()).word(), String.valueOf(e.getValue())))
                .collect(Collectors.joining("; "));
        return texts.get("project.line", texts.date(project.read()), counts, project.accepted(), project.treeHash());
    }

    private void common(List<Part> parts) {
        Stream.of(
                        part(
                                "minutes.candidates",
                                minutes.held() ? candidates() : List.of(),
                                "table.candidate",
                                "table.verdict",
                                "minutes.decision",
                                "minutes.rationale"),
                        part(
                                "minutes.actions",
                                minutes.actions().stream()
                                        .map(a -> row(
                                                a.what(),
                                                a.owner(),
                                                a.due().map(texts::date).orElse(""),
                                                texts.get(a.done() ? "minutes.done" : "minutes.open")))
                                        .toList(),
                                "minutes.action",
                                "minutes.owner",
                                "minutes.due",
                                "minutes.state"),
                        part(
                                "minutes.parked",
                                minutes.parked().stream().map(MinutesTexts::row).toList(),
                                "minutes.topic"),
                        part(
                                "minutes.risks",
                                risks(),
                                "table.candidate",
                                "table.requirement",
                                "table.status",
                                "minutes.approver",
                                "minutes.until",
                                "minutes.rationale"),
                        part("minutes.approvals", approvals(), APPROVALS.toArray(String[]::new)))
                .flatMap(Optional::stream)
                .forEach(parts::add);
    }

    private Optional<Part> decidedQuestions() {
        return part(
                "minutes.decidedQuestions",
                minutes.questions().stream()
                        .filter(q -> q.decided().isPresent())
                        .map(q -> row(q.title(), q.answer(), outcome(q.decided()), rationale(q.decided())))
                        .toList(),
                "table.question",
                "table.answer",
                "minutes.decision",
                "minutes.rationale");
    }

    private List<List<String>> allQuestions() {
        return minutes.questions().stream()
                .map(q -> row(
                        q.title(),
                        q.answer(),
                        q.decided()
                                .map(d -> d.rationale().isBlank()
                                        ? outcome(q.decided())
                                        : texts.pair(outcome(q.decided()), d.rationale()))
                                .orElse(""),
                        q.aside().note(),
                        q.aside().owner(),
                        q.aside().evidence().stream()
                                .map(name ->
                                        q.typed().contains(name) ? texts.pair(name, texts.get("evidence.typed")) : name)
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    /** Every decision in one table: what it is about, how it stood before, what was decided and why. */
    public List<List<String>> decisions() {
        Stream<List<String>> questions = decidedQuestions().stream().flatMap(p -> p.rows().stream());
        return Stream.concat(questions, minutes.held() ? candidates().stream() : Stream.of())
                .toList();
    }

    private List<List<String>> candidates() {
        return minutes.candidates().stream()
                .map(c -> row(
                        offering(c.offering()),
                        c.verdict().map(v -> word(texts.mark(v))).orElse(texts.get("minutes.notAsked")),
                        c.decided().isPresent() ? outcome(c.decided()) : texts.get("minutes.undecided"),
                        rationale(c.decided())))
                .toList();
    }

    public List<List<String>> risks() {
        return minutes.risks().stream()
                .map(r -> row(
                        offering(r.accepted().offering()),
                        texts.requirement(Requirement.valueOf(r.accepted().requirement())),
                        r.status().map(s -> word(texts.mark(s))).orElse(texts.get("minutes.notAsked")),
                        texts.get(
                                "minutes.approved",
                                r.accepted().approver(),
                                texts.date(r.accepted().acceptedOn())),
                        until(r),
                        r.accepted().reason()))
                .toList();
    }

    /** What stands over {@link #approvals}. */
    public static final List<String> APPROVALS =
            List.of("minutes.subject", "minutes.author", "minutes.state", "minutes.rationale");

    /** What has waited for a second pair of eyes, which login wrote it, and which one has approved it. */
    public List<List<String>> approvals() {
        return minutes.approvals().stream()
                .map(a -> row(
                        texts.pair(texts.get("minutes.approval." + a.kind().name()), subject(a)),
                        a.author(),
                        a.by().map(by -> texts.get("minutes.approvedBy", by.approver(), texts.date(by.day())))
                                .orElse(texts.get("minutes.waits")),
                        a.by().map(Approvals.Approval::why).orElse("")))
                .toList();
    }

    private String subject(Minutes.Approved a) {
        return switch (a.kind()) {
            case IMPORT -> a.subject();
            // as whoever can write to the database has written it
            case REVIEW -> Days.read(a.subject()).map(texts::date).orElse(a.subject());
            case RISK -> {
                int gap = a.subject().indexOf(' ');
                String requirement = a.subject().substring(gap + 1);
                yield offering(a.subject().substring(0, Math.max(0, gap))) + ", "
                        + texts.requirement(requirement).orElse(requirement);
            }
        };
    }

    private String until(Minutes.Risk r) {
        String key = switch (r.standing()) {
            case COUNTS -> "minutes.inForce";
            case TO_BE_CONFIRMED -> "minutes.toBeConfirmed";
            case OVER -> "minutes.over";
        };
        return texts.get(key, texts.date(r.accepted().until()));
    }

    private String offering(String id) {
        return register.offeringName(id);
    }

    private String outcome(Optional<Minutes.Decided> decided) {
        return decided.map(d -> texts.label(d.outcome())).orElse("");
    }

    private static String rationale(Optional<Minutes.Decided> decided) {
        return decided.map(Minutes.Decided::rationale).orElse("");
    }

    private static String word(ReportModel.Mark mark) {
        return mark.symbol() + " " + mark.word();
    }

    private static List<String> row(String... cells) {
        return Stream.of(cells).map(CleanText::of).toList();
    }

    private Optional<Part> part(String heading, List<List<String>> rows, String... columns) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        texts.get(heading), Stream.of(columns).map(texts::get).toList(), rows));
    }
}
