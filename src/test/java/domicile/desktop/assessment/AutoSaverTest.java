package domicile.desktop.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Assessor;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.kit.AtOnce;
import domicile.desktop.kit.WorkQueue;
import domicile.questionnaire.Answer;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.Questionnaire;
import domicile.register.RegisterStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Answers that cannot be written wait until they can, and a person is told once. */
class AutoSaverTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @TempDir
    private Path folder;

    @Test
    void aRegisterThatWasMovedIsToldOnceAndGetsTheLastAnswerWhenItIsBack() throws Exception {
        Path home = folder.resolve("home");
        Path moved = folder.resolve("moved");
        UUID id = UUID.randomUUID();
        List<String> told = new CopyOnWriteArrayList<>();
        try (RegisterStore store = RegisterStore.open(home.toString(), Clock.systemUTC())) {
            AutoSaver saver = new AutoSaver(
                    store.assessments(),
                    store.presence(),
                    new AtOnce(e -> told.add(e.getMessage()), WorkQueue::new),
                    Duration.ofMillis(50));
            AssessmentViewModel model = new AssessmentViewModel(
                    id,
                    Questionnaire.shipped(),
                    store.asOf(DAY),
                    DAY,
                    "Untitled",
                    Dossier.begun(Assessor.RULES_VERSION),
                    saver::save);
            store.close();
            Files.move(home, moved);
            for (int i = 1; i <= 5; i++) {
                model.go(model.questionnaire().question("name").orElseThrow());
                model.answer(new Answer.Given(List.of("Name " + i)));
                saver.settle();
            }
            assertThat(told).singleElement().asString().contains("no longer there");
            assertThat(home).as("nothing is made where it was").doesNotExist();
            Files.move(moved, home);
            WaitForAsyncUtils.waitFor(
                    20,
                    TimeUnit.SECONDS,
                    () -> store.assessments()
                            .find(id)
                            .filter(saved -> saved.name().equals("Name 5"))
                            .isPresent());
            saver.close();
            assertThat(told).hasSize(1);
        }
    }
}
