package domicile.questionnaire;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The questions, in sections. An organisation's own sections are files like the shipped one. */
public record Questionnaire(List<Section> sections) {

    public Questionnaire {
        sections = List.copyOf(sections);
    }

    /** A group of questions. */
    public record Section(String id, Question.Words title, List<Question> questions) {
        public Section {
            questions = List.copyOf(questions);
        }
    }

    /**
     * How far a section is.
     *
     * @param done questions that matter now and have an answer, unknown among them
     * @param all questions that matter now
     */
    public record Progress(int done, int all) {}

    /** The questionnaire that is shipped inside the application. */
    public static Questionnaire shipped() {
        return QuestionnaireReader.shipped();
    }

    /**
     * This questionnaire with an organisation's own: a file like the shipped one, whose sections come after those that
     * there are, or add questions to one that has the same id.
     *
     * @param name the file's name, for messages
     * @param requirements the ids of the requirements that a question may name
     * @throws domicile.problem.ProblemException with file, pointer and line when it is wrong in any way
     */
    public Questionnaire with(String name, byte[] file, Set<String> requirements) {
        return OwnQuestions.added(this, name, file, requirements);
    }

    /**
     * This questionnaire with every {@code .json} file of a folder, in the order of their names; a missing folder adds
     * nothing.
     */
    public Questionnaire withFolder(Path folder, Set<String> requirements) {
        return OwnQuestions.added(this, folder, requirements);
    }

    /** All questions in their order. */
    public List<Question> questions() {
        return sections.stream().flatMap(s -> s.questions().stream()).toList();
    }

    /** The question with this id. */
    public Optional<Question> question(String id) {
        return questions().stream().filter(q -> q.id().equals(id)).findFirst();
    }

    /** The questions that matter now, in their order. */
    public List<Question> visible(Answers answers) {
        return questions().stream().filter(q -> q.when().holds(answers)).toList();
    }

    /** How far each section is; sections without a question that matters now have none. */
    public Map<Section, Progress> progress(Answers answers) {
        Map<Section, Progress> progress = new LinkedHashMap<>();
        for (Section section : sections) {
            List<Question> matter = section.questions().stream()
                    .filter(q -> q.when().holds(answers))
                    .toList();
            long done =
                    matter.stream().filter(q -> answers.to(q.id()).isPresent()).count();
            progress.put(section, new Progress((int) done, matter.size()));
        }
        return progress;
    }

    /** Questions that were answered and no longer matter; their answers are kept and do not count. */
    public List<Question> noLongerApplies(Answers answers) {
        return questions().stream()
                .filter(q -> !q.when().holds(answers) && answers.to(q.id()).isPresent())
                .toList();
    }

    /**
     * Questions that matter now and are not settled: without an answer, or unknown. An assessment with any of them is
     * provisional.
     */
    public List<Question> open(Answers answers) {
        return visible(answers).stream().filter(q -> !answers.settled(q.id())).toList();
    }

    /**
     * The ids of the questions on which something rests: they fill a field of the workload or lead to one that does.
     * The others are asked for the record.
     */
    public Set<String> decisive() {
        Set<String> decisive = new HashSet<>();
        for (Question q : questions().reversed()) {
            if (q.feeds().isPresent() || decisive.contains(q.id())) {
                decisive.add(q.id());
                decisive.addAll(q.when().about());
            }
        }
        return decisive;
    }

    /**
     * Open questions on which a verdict rests, with those that an open question hides: while nobody knows whether a
     * policy says where data may be stored, the area is undecided too.
     */
    public List<Question> undecided(Answers answers) {
        Set<String> open = new HashSet<>();
        List<Question> undecided = new ArrayList<>();
        for (Question q : questions()) {
            boolean visible = q.when().holds(answers);
            boolean settled = visible && answers.settled(q.id());
            if (!settled && q.when().mayHold(answers, open::contains)) {
                open.add(q.id());
                boolean unsaid = answers.to(q.id()).isEmpty()
                        && q.feeds().filter(Question.Feeds::mayGoUnsaid).isPresent();
                if (!unsaid && q.feeds().flatMap(Question.Feeds::part).isPresent()) {
                    undecided.add(q);
                }
            }
        }
        return undecided;
    }
}
