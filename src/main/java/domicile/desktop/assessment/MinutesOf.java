package domicile.desktop.assessment;

import domicile.assessment.OfferingAssessment;
import domicile.assessment.Requirement;
import domicile.desktop.Mark;
import domicile.desktop.Texts;
import domicile.questionnaire.AcceptedRisk;
import domicile.questionnaire.Aside;
import domicile.questionnaire.Meeting;
import domicile.questionnaire.Question;
import domicile.report.Minutes;
import domicile.report.ReportModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The minutes of an assessment's review meeting: what was decided and why, and what was answered, with who answers for it. */
final class MinutesOf {
    private static final int SECONDS_A_MINUTE = 60;

    private final AssessmentViewModel model;
    private final Texts texts;
    private final Meeting meeting;

    private MinutesOf(AssessmentViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.meeting = model.dossierProperty().get().meeting();
    }

    static Minutes of(AssessmentViewModel model, Texts texts) {
        return new MinutesOf(model, texts).minutes();
    }

    /** What a report says of the meeting and of accepted risks, a line each; nothing when there was neither. */
    static List<ReportModel.Pair> recorded(AssessmentViewModel model, Texts texts) {
        MinutesOf of = new MinutesOf(model, texts);
        List<ReportModel.Pair> said = new ArrayList<>();
        for (String line : of.about()) {
            said.add(new ReportModel.Pair(texts.get("tab.meeting"), line));
        }
        of.risks().forEach(row -> said.add(pair(texts.get("risk.held"), row)));
        of.decided().forEach(row -> said.add(pair(texts.get("minutes.decision"), row)));
        of.actions().forEach(row -> said.add(pair(texts.get("meeting.actions"), row)));
        of.meeting.parked().forEach(what -> said.add(new ReportModel.Pair(texts.get("meeting.parked"), what)));
        return said;
    }

    private static ReportModel.Pair pair(String label, List<String> row) {
        return new ReportModel.Pair(
                label, String.join(" – ", row.stream().filter(c -> !c.isEmpty()).toList()));
    }

    /** The candidates on which something was decided. */
    private List<List<String>> decided() {
        return candidates().stream()
                .filter(row -> !row.contains(texts.get("meeting.undecided")))
                .toList();
    }

    private List<String> about() {
        List<String> about = new ArrayList<>();
        meeting.heldOn()
                .ifPresent(day ->
                        about.add(texts.get("minutes.held", texts.day(day), meeting.seconds() / SECONDS_A_MINUTE)));
        if (!meeting.attendees().isEmpty()) {
            about.add(texts.get("minutes.attendees", String.join(", ", meeting.attendees())));
        }
        return about;
    }

    private Minutes minutes() {
        List<String> about = new ArrayList<>(about());
        int undecided = model.assessmentProperty().get().workload().undecided().size();
        if (undecided > 0) {
            about.add(texts.get("findings.undecided", undecided));
        }
        List<Minutes.Part> parts = new ArrayList<>();
        part(
                parts,
                "meeting.candidates",
                candidates(),
                "minutes.candidate",
                "findings.verdict",
                "minutes.decision",
                "meeting.rationale");
        part(parts, "risk.held", risks(), "minutes.candidate", "minutes.requirement", "findings.verdict", "risk.held");
        part(parts, "meeting.actions", actions(), "actions.what", "actions.owner", "actions.due", "minutes.state");
        part(parts, "meeting.parked", meeting.parked().stream().map(List::of).toList(), "meeting.parked");
        part(
                parts,
                "minutes.questions",
                questions(),
                "minutes.question",
                "minutes.answer",
                "minutes.decision",
                "question.note",
                "question.owner",
                "question.evidence");
        return new Minutes(texts.locale().getLanguage(), texts.get("minutes.title", model.name()), about, parts);
    }

    private void part(List<Minutes.Part> parts, String heading, List<List<String>> rows, String... columns) {
        if (!rows.isEmpty()) {
            parts.add(new Minutes.Part(
                    texts.get(heading),
                    List.of(columns).stream().map(k -> texts.get(k)).toList(),
                    rows));
        }
    }

    private List<List<String>> candidates() {
        List<List<String>> rows = new ArrayList<>();
        for (OfferingAssessment o : model.assessmentProperty().get().offerings()) {
            Optional<Meeting.Decision> d = meeting.decision(Meeting.Subject.CANDIDATE, o.offering());
            rows.add(List.of(
                    model.offering(o.offering()),
                    Mark.of(o.verdict(), texts).text(),
                    d.map(x -> texts.of(x.outcome())).orElse(texts.get("meeting.undecided")),
                    d.map(Meeting.Decision::rationale).orElse("")));
        }
        return rows;
    }

    /** Each with the status that the finding has all the same. */
    private List<List<String>> risks() {
        List<List<String>> rows = new ArrayList<>();
        for (AcceptedRisk r : model.dossierProperty().get().accepted()) {
            Requirement requirement = Requirement.valueOf(r.requirement());
            String status = model.assessmentProperty().get().offerings().stream()
                    .filter(o -> o.offering().equals(r.offering()))
                    .flatMap(o -> o.requirements().stream())
                    .filter(f -> f.requirement() == requirement)
                    .findFirst()
                    .map(f -> Mark.of(f.status(), texts).text())
                    .orElse(texts.get("review.nothing"));
            rows.add(List.of(
                    model.offering(r.offering()),
                    FindingDetail.title(requirement, texts),
                    status,
                    RiskForm.words(r, model, texts)));
        }
        return rows;
    }

    private List<List<String>> actions() {
        return meeting.actions().stream()
                .map(a -> List.of(
                        a.what(),
                        a.owner(),
                        a.due().map(texts::day).orElse(""),
                        texts.get(a.done() ? "minutes.done" : "minutes.open")))
                .toList();
    }

    private List<List<String>> questions() {
        List<List<String>> rows = new ArrayList<>();
        for (Question q : model.visible()) {
            Optional<Meeting.Decision> d = meeting.decision(Meeting.Subject.QUESTION, q.id());
            Aside aside = model.answersProperty().get().aside(q.id());
            rows.add(List.of(
                    q.title().in(texts.locale()),
                    Answered.words(q, model.answersProperty().get().to(q.id()), model, texts),
                    d.map(x -> texts.get("meeting.decided", texts.of(x.outcome()), x.rationale()))
                            .orElse(""),
                    aside.note(),
                    aside.owner(),
                    String.join(", ", aside.evidence())));
        }
        return rows;
    }
}
