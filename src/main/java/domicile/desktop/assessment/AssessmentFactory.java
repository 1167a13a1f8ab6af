package domicile.desktop.assessment;

import domicile.assessment.Assessor;
import domicile.questionnaire.Answer;
import domicile.questionnaire.Answers;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.Question;
import domicile.questionnaire.Questionnaire;
import domicile.questionnaire.WorkloadFile;
import domicile.questionnaire.WorkloadOf;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** What a new assessment can start from: a worked example, a template or a workload file. */
public final class AssessmentFactory {
    private final Questionnaire questionnaire;
    private final Register register;
    private final String notAsked;

    /** @param notAsked why a question that cannot be answered with nothing does not apply */
    public AssessmentFactory(Questionnaire questionnaire, Register register, String notAsked) {
        this.questionnaire = questionnaire;
        this.register = register;
        this.notAsked = notAsked;
    }

    /**
     * A worked example: everything is answered.
     *
     * @param title what the workload is called, in the language of whoever opens it
     */
    public Dossier example(String name, String title) {
        Answers answers = answers(shipped("examples/" + name));
        for (Question q : questionnaire.questions()) {
            if (name(q)) {
                answers = answers.with(q.id(), new Answer.Given(List.of(title)));
            }
        }
        return Dossier.of(answers, Assessor.RULES_VERSION);
    }

    /** A template: the policy is answered; what every workload decides for itself, its name among it, is not. */
    public Dossier template(String name) {
        Answers answers = answers(shipped("templates/" + name));
        for (Question q : questionnaire.questions()) {
            boolean own = name(q)
                    || answers.to(q.id())
                            .filter(a -> a instanceof Answer.Unknown)
                            .isPresent();
            if (own) {
                answers = answers.without(q.id());
            }
        }
        return Dossier.of(answers, Assessor.RULES_VERSION);
    }

    /** A workload file; {@link domicile.problem.ProblemException} when it is wrong in any way. */
    public Dossier file(Path file) {
        return Dossier.of(answers(WorkloadFile.read(file, register)), Assessor.RULES_VERSION);
    }

    private static boolean name(Question q) {
        return q.feeds().filter(Question.Feeds.NAME::equals).isPresent();
    }

    private Answers answers(Workload workload) {
        return WorkloadOf.workload(questionnaire, workload, notAsked);
    }

    private Workload shipped(String name) {
        String file = name + ".json";
        try (InputStream in = AssessmentFactory.class.getResourceAsStream("/domicile/data/" + file)) {
            if (in == null) {
                throw new IllegalStateException("this file is missing from the application: " + file);
            }
            return WorkloadFile.read(file, in.readAllBytes(), register);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
