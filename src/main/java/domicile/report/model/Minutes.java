package domicile.report.model;

import domicile.assessment.Assessment;
import domicile.assessment.JudgedProject;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.Requirement;
import domicile.assessment.Status;
import domicile.assessment.UsageStatus;
import domicile.assessment.Verdict;
import domicile.questionnaire.AcceptedRisk;
import domicile.questionnaire.AnswerNote;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.Meeting;
import domicile.questionnaire.Meeting.Subject;
import domicile.questionnaire.Question;
import domicile.questionnaire.Questionnaire;
import domicile.register.Approvals;
import domicile.residency.Evidence;
import domicile.residency.Register;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a review meeting decided and why, what somebody has to do, and the risks that were accepted. No verdict rests on
 * any of it.
 *
 * @param language of the questions and answers, BCP 47
 * @param date the day that was assessed for
 * @param seconds how long the meeting lasted
 * @param questions those that matter, with those that were decided on and no longer do
 * @param candidates with those that were decided on and are none any more
 * @param project what the project used that the meeting had before it
 * @param approvals what waits or has waited for a second pair of eyes; none for a register without roles
 */
public record Minutes(
        String language,
        String workload,
        LocalDate date,
        Optional<LocalDate> heldOn,
        int seconds,
        List<String> attendees,
        List<Asked> questions,
        List<Candidate> candidates,
        List<Meeting.Action> actions,
        List<String> parked,
        List<Risk> risks,
        Optional<Project> project,
        List<Approved> approvals) {

    public Minutes {
        approvals = List.copyOf(approvals);
        attendees = List.copyOf(attendees);
        questions = List.copyOf(questions);
        candidates = List.copyOf(candidates);
        actions = List.copyOf(actions);
        parked = List.copyOf(parked);
        risks = List.copyOf(risks);
    }

    /**
     * What the register's database lets a second person approve.
     *
     * @param subject the pack; the offering and the requirement; or the day of the review
     * @param author the login that wrote it
     * @param by who has approved it; empty while it waits
     */
    public record Approved(Approvals.Kind kind, String subject, String author, Optional<Approvals.Approval> by) {}

    /** The same with what waits or has waited for a second pair of eyes. */
    public Minutes with(List<Approvals.Matter> matters) {
        return new Minutes(
                language,
                workload,
                date,
                heldOn,
                seconds,
                attendees,
                questions,
                candidates,
                actions,
                parked,
                risks,
                project,
                matters.stream()
                        .map(m -> new Approved(
                                m.kind(),
                                switch (m.kind()) {
                                    case IMPORT -> m.about();
                                    case RISK, REVIEW -> m.detail();
                                },
                                m.author(),
                                m.approval()))
                        .toList());
    }

    /** What was decided, and why. */
    public record Decided(Meeting.Outcome outcome, String rationale) {
        private static Optional<Decided> of(Meeting meeting, Subject subject, String id) {
            return meeting.decision(subject, id).map(d -> new Decided(d.outcome(), d.rationale()));
        }
    }

    /**
     * A question with its answer in words, and what was noted beside it.
     *
     * @param typed those of the documents noted that were typed: no clause of them is shown
     */
    public record Asked(
            String id, String title, String answer, AnswerNote aside, Optional<Decided> decided, List<String> typed) {
        public Asked {
            typed = List.copyOf(typed);
        }
    }

    /**
     * A candidate.
     *
     * @param verdict by the rules; empty when it is a candidate no longer
     */
    public record Candidate(String offering, Optional<Verdict> verdict, Optional<Decided> decided) {}

    /**
     * An accepted risk.
     *
     * @param status what the finding is all the same; empty when it is no longer asked
     * @param standing what the acceptance is worth on the day that was assessed for
     */
    public record Risk(AcceptedRisk accepted, Optional<Status> status, AcceptedRisk.Standing standing) {
        /** Whether it counts. */
        public boolean inForce() {
            return standing == AcceptedRisk.Standing.COUNTS;
        }
    }

    /**
     * A project in one line.
     *
     * @param read the day on which it was read
     * @param counts how many of its places came to what, worst first
     * @param accepted how many of them somebody accepts for a time
     */
    public record Project(String treeHash, LocalDate read, Map<UsageStatus, Integer> counts, int accepted) {
        public Project {
            counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        }

        private static Project of(JudgedProject judged) {
            return new Project(
                    judged.project().found().treeHash(), judged.project().read(), judged.counts(), judged.accepted());
        }
    }

    /** The minutes of an assessment, with questions and answers in a language. */
    public static Minutes of(
            Dossier dossier, Questionnaire questionnaire, Assessment assessment, Register register, Locale locale) {
        Meeting meeting = dossier.meeting();
        AnswerTexts answers = new AnswerTexts(register, locale);
        List<Question> visible = questionnaire.visible(dossier.answers());
        List<Evidence> held = assessment.workload().evidence();
        List<Asked> questions = questionnaire.questions().stream()
                .filter(q -> visible.contains(q)
                        || meeting.decision(Subject.QUESTION, q.id()).isPresent())
                .map(q -> new Asked(
                        q.id(),
                        q.title().in(locale),
                        answers.words(q, dossier.answers().to(q.id())),
                        dossier.answers().aside(q.id()),
                        Decided.of(meeting, Subject.QUESTION, q.id()),
                        typed(dossier.answers().aside(q.id()), held)))
                .toList();
        return new Minutes(
                new Texts(locale).get("lang"),
                assessment.workload().name(),
                assessment.date(),
                meeting.heldOn(),
                meeting.seconds(),
                meeting.attendees(),
                questions,
                candidates(meeting, assessment),
                meeting.actions(),
                meeting.parked(),
                dossier.accepted().stream().map(r -> risk(r, assessment)).toList(),
                dossier.project().map(p -> Project.of(JudgedProject.of(p, assessment, register))),
                List.of());
    }

    /** The documents of a note that are in hand as entries alone, without a clause. */
    private static List<String> typed(AnswerNote aside, List<Evidence> held) {
        return aside.evidence().stream()
                .filter(name -> held.stream().anyMatch(e -> e.document().equals(name)))
                .filter(name ->
                        held.stream().filter(e -> e.document().equals(name)).allMatch(Evidence::typed))
                .toList();
    }

    private static List<Candidate> candidates(Meeting meeting, Assessment assessment) {
        List<String> now = assessment.offerings().stream()
                .map(OfferingAssessment::offering)
                .toList();
        Stream<Candidate> judged = assessment.offerings().stream()
                .map(o -> new Candidate(
                        o.offering(), Optional.of(o.verdict()), Decided.of(meeting, Subject.CANDIDATE, o.offering())));
        Stream<Candidate> gone = meeting.decisions().stream()
                .filter(d -> d.subject() == Subject.CANDIDATE && !now.contains(d.id()))
                .map(d ->
                        new Candidate(d.id(), Optional.empty(), Optional.of(new Decided(d.outcome(), d.rationale()))));
        return Stream.concat(judged, gone).toList();
    }

    private static Risk risk(AcceptedRisk accepted, Assessment assessment) {
        Optional<Status> status = assessment.offerings().stream()
                .filter(o -> o.offering().equals(accepted.offering()))
                .flatMap(o -> o.requirements().stream())
                .filter(f -> f.requirement() == Requirement.valueOf(accepted.requirement()))
                .map(f -> f.status())
                .findFirst();
        return new Risk(
                accepted,
                status,
                accepted.standing(assessment.date(), status.map(Enum::name), assessment.rulesVersion()));
    }

    /** Whether there was a meeting: its clock ran, or something was written down in it. */
    public boolean held() {
        return heldOn.isPresent()
                || !attendees.isEmpty()
                || !actions.isEmpty()
                || !parked.isEmpty()
                || questions.stream().anyMatch(q -> q.decided().isPresent())
                || candidates.stream().anyMatch(c -> c.decided().isPresent());
    }

    /** Whether a report has anything to say of it. */
    public boolean any() {
        return held() || !risks.isEmpty() || !approvals.isEmpty();
    }
}
