package domicile.desktop.assessment;

import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.Verdict;
import domicile.questionnaire.Answer;
import domicile.questionnaire.Answers;
import domicile.questionnaire.Question;
import domicile.questionnaire.Questionnaire;
import domicile.questionnaire.WorkloadOf;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** One assessment being worked on: its answers, the question in front, and what the answers make of the candidates. */
public final class AssessmentViewModel {

    /** What the last answer did to a candidate. */
    public record Effect(String offering, Verdict before, Verdict after) {
        /** Whether it is worse off than before. */
        public boolean falls() {
            return after.compareTo(before) < 0;
        }
    }

    private final UUID id;
    private final Questionnaire questionnaire;
    private final Register register;
    private final LocalDate date;
    private final String untitled;
    private final Consumer<AssessmentViewModel> save;
    private final ReadOnlyObjectWrapper<Answers> answers;
    private final ReadOnlyObjectWrapper<Assessment> assessment;
    private final ReadOnlyObjectWrapper<List<Effect>> effects = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Question> current;

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
            Answers answers,
            Consumer<AssessmentViewModel> save) {
        this.id = id;
        this.questionnaire = questionnaire;
        this.register = register;
        this.date = date;
        this.untitled = untitled;
        this.save = save;
        this.answers = new ReadOnlyObjectWrapper<>(answers);
        this.assessment = new ReadOnlyObjectWrapper<>(assess(answers));
        this.current = new SimpleObjectProperty<>(firstOpen(answers));
    }

    private Question firstOpen(Answers given) {
        List<Question> visible = questionnaire.visible(given);
        return visible.stream()
                .filter(q -> given.to(q.id()).isEmpty())
                .findFirst()
                .orElse(visible.getFirst());
    }

    private Assessment assess(Answers given) {
        Workload workload = WorkloadOf.answers(questionnaire, given, register.areas(), untitled, date);
        return Assessor.assess(workload, register, date, Freshness.DEFAULT);
    }

    /** Answers the question in front. A field that was emptied is no answer; boxes of which none is ticked are. */
    public void answer(Answer answer) {
        boolean nothing = answer instanceof Answer.Given g && g.values().isEmpty();
        boolean written = switch (current.get().type()) {
            case TEXT, NUMBER, DATE, WORDS -> true;
            case YES_NO, CHOICE, MULTI, AREA, OFFERINGS -> false;
        };
        if (nothing && written) {
            clearAnswer();
            return;
        }
        set(answers.get().with(current.get().id(), answer));
    }

    /** Takes the answer to the question in front back. */
    public void clearAnswer() {
        set(answers.get().without(current.get().id()));
    }

    private void set(Answers changed) {
        if (changed.equals(answers.get())) {
            return;
        }
        Map<String, Verdict> before = verdicts();
        answers.set(changed);
        assessment.set(assess(changed));
        List<Effect> moved = new ArrayList<>();
        verdicts().forEach((offering, verdict) -> {
            Verdict was = before.getOrDefault(offering, verdict);
            if (was != verdict) {
                moved.add(new Effect(offering, was, verdict));
            }
        });
        moved.sort(java.util.Comparator.comparing(Effect::offering));
        effects.set(List.copyOf(moved));
        save.accept(this);
    }

    private Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new HashMap<>();
        for (OfferingAssessment o : assessment.get().offerings()) {
            verdicts.put(o.offering(), o.verdict());
        }
        return verdicts;
    }

    /** Goes to the next question that matters; stays at the last. */
    public void next() {
        step(1);
    }

    /** Goes back to the question before; stays at the first. */
    public void back() {
        step(-1);
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

    /** The workload's name. */
    public String name() {
        return assessment.get().workload().name();
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
    public ObjectProperty<Question> currentProperty() {
        return current;
    }

    /** The answer to the question in front. */
    public Optional<Answer> currentAnswer() {
        return answers.get().to(current.get().id());
    }
}
