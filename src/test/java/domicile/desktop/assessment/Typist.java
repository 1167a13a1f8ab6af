package domicile.desktop.assessment;

import domicile.assessment.Assessor;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.kit.AtOnce;
import domicile.desktop.kit.WorkQueue;
import domicile.questionnaire.Answer;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.Question;
import domicile.questionnaire.Questionnaire;
import domicile.register.RegisterStore;
import domicile.residency.Register;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A program that answers without end, as fast as somebody who types, and says what is on the screen: the number of the
 * answer, a line each. It is there to be killed.
 */
public final class Typist {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final int PAUSE_MILLIS = 15;

    private Typist() {}

    /** @param args the register's folder, and the assessment's id */
    public static void main(String[] args) throws InterruptedException {
        RegisterStore store = RegisterStore.open(args[0], Clock.systemUTC());
        Register register = store.asOf(DAY);
        // as the window does: it lists what is there before anybody can answer
        store.assessments().all();
        AutoSaver saver = new AutoSaver(
                store.assessments(), store.presence(), new AtOnce(Throwable::printStackTrace, WorkQueue::new));
        AssessmentViewModel model = new AssessmentViewModel(
                UUID.fromString(args[1]),
                Questionnaire.shipped(),
                register,
                DAY,
                "Untitled",
                Dossier.begun(Assessor.RULES_VERSION),
                saver::save);
        CountDownLatch never = new CountDownLatch(1);
        for (int number = 1; ; number++) {
            answer(model, number);
            System.out.println(number);
            if (never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** The same question gets a longer and longer text; every tenth answer goes to another question as well. */
    private static void answer(AssessmentViewModel model, int number) {
        if (number % 10 == 0) {
            Question training = model.questionnaire().question("training").orElseThrow();
            model.go(training);
            model.answer(number % 20 == 0 ? new Answer.Unknown() : new Answer.Given(List.of("FORBIDDEN")));
        }
        model.go(model.questionnaire().question("name").orElseThrow());
        model.answer(new Answer.Given(List.of("Claims triage " + number)));
    }
}
