package domicile.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return visible(answers).stream()
                .filter(q ->
                        answers.to(q.id()).map(a -> a instanceof Answer.Unknown).orElse(true))
                .toList();
    }
}
