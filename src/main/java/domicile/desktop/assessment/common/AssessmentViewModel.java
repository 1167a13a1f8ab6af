package domicile.desktop.assessment.common;

import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.assessment.Finding;
import domicile.assessment.Freshness;
import domicile.questionnaire.AcceptedRisk;
import domicile.questionnaire.Answer;
import domicile.questionnaire.AnswerNote;
import domicile.questionnaire.Answers;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.questionnaire.Question;
import domicile.questionnaire.Questionnaire;
import domicile.questionnaire.WorkloadOf;
import domicile.register.AnswerMerge;
import domicile.register.Presence;
import domicile.report.model.Minutes;
import domicile.residency.Evidence;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One assessment being worked on: all that is kept of it, the question in front, and what the answers make of the
 * candidates.
 */
public final class AssessmentViewModel {
    private final UUID id;
    private final Questionnaire questionnaire;
    private final Set<String> decisive;
    private final Register register;
    private final LocalDate date;
    private final String untitled;
    private final Consumer<AssessmentViewModel> save;
    private final ReadOnlyObjectWrapper<Dossier> dossier;
    private final ReadOnlyObjectWrapper<Answers> answers;
    private final ReadOnlyObjectWrapper<Assessment> assessment;
    private final ReadOnlyObjectWrapper<List<Effect>> effects = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Question> current;
    private final ReadOnlyObjectWrapper<List<Presence.Present>> others = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<AnswerMerge.Conflict>> conflicts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper adopted = new ReadOnlyIntegerWrapper();

    /**
     * @param date the day that is assessed for
     * @param untitled the name while the first question has no answer
     * @param save called after every change; must not block
     */
    public AssessmentViewModel(
            UUID id,
            Questionnaire questionnaire,
            Register register,
            LocalDate date,
            String untitled,
            Dossier dossier,
            Consumer<AssessmentViewModel> save) {
        this.id = id;
        this.questionnaire = questionnaire;
        this.decisive = questionnaire.decisive();
        this.register = register;
        this.date = date;
        this.untitled = untitled;
        this.save = save;
        this.dossier = new ReadOnlyObjectWrapper<>(dossier);
        this.answers = new ReadOnlyObjectWrapper<>(dossier.answers());
        this.assessment = new ReadOnlyObjectWrapper<>(assess(dossier.answers()));
        this.current = new ReadOnlyObjectWrapper<>(firstOpen(dossier.answers()));
    }

    private Question firstOpen(Answers given) {
        List<Question> visible = questionnaire.visible(given);
        return visible.stream()
                .filter(q -> given.to(q.id()).isEmpty() && decisive.contains(q.id()))
                .findFirst()
                .orElse(visible.getFirst());
    }

    private Assessment assess(Answers given) {
        Workload workload = WorkloadOf.answers(questionnaire, given, register.areas(), untitled, date);
        return Assessor.assess(workload, register, date, Freshness.DEFAULT);
    }

    /** Answers the question in front. A field that was emptied, or boxes of which none is ticked, are no answer. */
    public void answer(Answer answer) {
        if (answer instanceof Answer.Given g && g.values().isEmpty()) {
            clearAnswer();
        } else {
            set(answers.get().with(current.get().id(), answer));
        }
    }

    /** Answers the question in front with nothing: any model family will do, no jurisdiction is excluded. */
    public void answerNothing() {
        set(answers.get().with(current.get().id(), new Answer.Given(List.of())));
    }

    /** Takes the answer to the question in front back. */
    public void clearAnswer() {
        set(answers.get().without(current.get().id()));
    }

    /** Gives a question an answer that it had before, as it was. */
    public void putBack(Question question, Answer answer) {
        set(answers.get().with(question.id(), answer));
    }

    /** Notes something beside the question in front. */
    public void note(UnaryOperator<AnswerNote> change) {
        String question = current.get().id();
        set(answers.get().with(question, change.apply(answers.get().aside(question))));
    }

    /** As {@link #note(UnaryOperator)}, for a question that may no longer be in front. */
    void note(Question question, UnaryOperator<AnswerNote> change) {
        set(answers.get().with(question.id(), change.apply(answers.get().aside(question.id()))));
    }

    /** Sets the documents in hand. */
    public void evidence(List<Evidence> documents) {
        set(answers.get().withEvidence(documents));
    }

    private void set(Answers changed) {
        if (changed.equals(answers.get())) {
            return;
        }
        Answers before = answers.get();
        dossier.set(dossier.get().with(changed));
        boolean noted = changed.byQuestion().equals(before.byQuestion())
                && changed.evidence().equals(before.evidence());
        if (!noted) {
            Assessment after = assess(changed);
            effects.set(Effect.between(assessment.get(), after));
            assessment.set(after);
        }
        answers.set(changed);
        save.accept(this);
    }

    /**
     * Takes over what somebody else has saved meanwhile, which is not saved once more.
     *
     * @param differ what both have changed: theirs counts until it is decided
     */
    public void adopt(Dossier theirs, List<AnswerMerge.Conflict> differ) {
        Answers before = answers.get();
        String question = current.get().id();
        dossier.set(theirs);
        if (!before.equals(theirs.answers())) {
            assessment.set(assess(theirs.answers()));
            answers.set(theirs.answers());
        }
        if (!before.to(question).equals(theirs.answers().to(question))
                || !before.aside(question).equals(theirs.answers().aside(question))) {
            adopted.set(adopted.get() + 1);
        }
        if (!differ.isEmpty()) {
            List<AnswerMerge.Conflict> all = new ArrayList<>(conflicts.get());
            differ.forEach(d -> all.removeIf(c -> c.path().equals(d.path())));
            all.addAll(differ);
            conflicts.set(List.copyOf(all));
        }
    }

    /** Decides what both have changed. */
    public void decide(AnswerMerge.Conflict conflict, boolean mine) {
        conflicts.set(conflicts.get().stream().filter(c -> !c.equals(conflict)).toList());
        if (mine) {
            adopt(with(conflict, conflict.mine()), List.of());
            save.accept(this);
        }
    }

    /** All that is kept, with one side of a conflict in its place. */
    public Dossier with(AnswerMerge.Conflict conflict, String side) {
        return DossierJson.read(
                name(), AnswerMerge.with(DossierJson.write(dossier.get()), conflict, side), register.areas());
    }

    /** What this window and another one have both changed, and nobody has decided yet. */
    public ReadOnlyObjectProperty<List<AnswerMerge.Conflict>> conflictsProperty() {
        return conflicts.getReadOnlyProperty();
    }

    /** Others are in the same assessment, or no longer. */
    public void meet(List<Presence.Present> now) {
        if (!others.get().equals(now)) {
            others.set(List.copyOf(now));
        }
    }

    /** Who else is in the same assessment, and at which question. */
    public ReadOnlyObjectProperty<List<Presence.Present>> othersProperty() {
        return others.getReadOnlyProperty();
    }

    /** Goes up when the question in front was answered elsewhere. */
    public ReadOnlyIntegerProperty adoptedProperty() {
        return adopted.getReadOnlyProperty();
    }

    /** Changes what is kept beside the answers: the meeting, accepted risks, the review. */
    public void keep(UnaryOperator<Dossier> change) {
        Dossier changed = change.apply(dossier.get());
        if (!changed.equals(dossier.get())) {
            dossier.set(changed.with(answers.get()));
            save.accept(this);
        }
    }

    /** The acceptance of a finding, whether it counts today or not. */
    public Optional<AcceptedRisk> acceptedRisk(String offering, Finding finding) {
        return dossier.get().accepted(offering, finding.requirement().name());
    }

    /** Accepts a finding until a day. It stays what it is and is shown with who accepted it. */
    public void accept(String offering, Finding finding, String approver, String reason, LocalDate until) {
        AcceptedRisk risk = new AcceptedRisk(
                offering,
                finding.requirement().name(),
                approver,
                reason,
                date,
                until,
                Optional.of(new AcceptedRisk.Given(
                        finding.status().name(), finding.reason().key(), rulesVersion())));
        keep(d -> d.with(risk));
    }

    /** What an acceptance is worth for the finding as it is now. */
    public AcceptedRisk.Standing standing(AcceptedRisk risk, Finding finding) {
        return risk.standing(date, Optional.of(finding.status().name()), rulesVersion());
    }

    /** Of the rules that the assessment is made by. */
    public String rulesVersion() {
        return assessment.get().rulesVersion();
    }

    /** Takes an acceptance back. */
    public void withdraw(String offering, Finding finding) {
        keep(d -> d.without(offering, finding.requirement().name()));
    }

    /** What the meeting decided, with questions and answers in a language. */
    public Minutes minutes(Locale locale) {
        return Minutes.of(dossier.get(), questionnaire, assessment.get(), register, locale);
    }

    /** Goes to the question that decides a part of the workload, or to the one that leads to it. */
    public void go(Workload.Part part) {
        questionnaire.questions().stream()
                .filter(q -> q.feeds().flatMap(Question.Feeds::part).equals(Optional.of(part)))
                .findFirst()
                .ifPresent(this::go);
    }

    /** Goes to the next question that matters; stays at the last. */
    public void next() {
        step(1);
    }

    /** Goes back to the question before; stays at the first. */
    public void back() {
        step(-1);
    }

    /** Whether an open question is left besides the one in front. */
    public boolean hasNextOpen() {
        return following().isPresent();
    }

    /** Goes to the next question without an answer, from the beginning again after the last. Whether there was one. */
    public boolean nextOpen() {
        Optional<Question> next = following();
        next.ifPresent(current::set);
        return next.isPresent();
    }

    /** Goes to the first question that is not settled, unknown ones included. */
    public void goToOpen() {
        open().stream().findFirst().ifPresent(current::set);
    }

    /**
     * The next question without an answer; unknown is one here: who gave it has been asked. From a question on which
     * something rests it goes on to others of that kind, so that the way to the verdicts is short; what is asked for
     * the record follows from one of its own.
     */
    private Optional<Question> following() {
        List<Question> visible = visible();
        int at = visible.indexOf(current.get());
        Answers given = answers.get();
        boolean record = !decisive.contains(current.get().id());
        return Stream.concat(visible.stream().skip(at + 1L), visible.stream().limit(Math.max(at, 0)))
                .filter(q -> given.to(q.id()).isEmpty())
                .filter(q -> record || decisive.contains(q.id()))
                .findFirst();
    }

    private void step(int by) {
        List<Question> visible = visible();
        int at = visible.indexOf(current.get()) + by;
        if (at >= 0 && at < visible.size()) {
            current.set(visible.get(at));
        }
    }

    /** Whether the question in front is the last one. */
    public boolean atEnd() {
        return visible().getLast().equals(current.get());
    }

    /** Goes to a question. One that does not matter now is not gone to: what leads to it is. */
    public void go(Question question) {
        List<Question> visible = visible();
        List<Question> all = questionnaire.questions();
        int at = all.indexOf(question);
        while (at > 0 && !visible.contains(all.get(at))) {
            at--;
        }
        current.set(all.get(Math.max(at, 0)));
    }

    /** Goes to the first question of a section that matters now. */
    public void go(Questionnaire.Section section) {
        section.questions().stream()
                .filter(q -> q.when().holds(answers.get()))
                .findFirst()
                .ifPresent(current::set);
    }

    /** The questions that matter now. */
    public List<Question> visible() {
        return questionnaire.visible(answers.get());
    }

    /** The questions that are not settled: with any of them the verdicts are provisional. */
    public List<Question> open() {
        return questionnaire.open(answers.get());
    }

    public UUID id() {
        return id;
    }

    public Questionnaire questionnaire() {
        return questionnaire;
    }

    public Register register() {
        return register;
    }

    /** The day that is assessed for. */
    public LocalDate date() {
        return date;
    }

    /** The workload's name. */
    public String name() {
        return assessment.get().workload().name();
    }

    /** An offering as people know it. */
    public String offering(String offering) {
        return register.offering(offering).map(o -> o.name()).orElse(offering);
    }

    /** All that is kept of the assessment. */
    public ReadOnlyObjectProperty<Dossier> dossierProperty() {
        return dossier.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Answers> answersProperty() {
        return answers.getReadOnlyProperty();
    }

    /** What the rules make of the answers. */
    public ReadOnlyObjectProperty<Assessment> assessmentProperty() {
        return assessment.getReadOnlyProperty();
    }

    /** What the last answer changed. */
    public ReadOnlyObjectProperty<List<Effect>> effectsProperty() {
        return effects.getReadOnlyProperty();
    }

    /** The question in front. */
    public ReadOnlyObjectProperty<Question> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The answer to the question in front. */
    public Optional<Answer> currentAnswer() {
        return answers.get().to(current.get().id());
    }

    /** What is noted beside the question in front. */
    public AnswerNote currentAside() {
        return answers.get().aside(current.get().id());
    }
}
