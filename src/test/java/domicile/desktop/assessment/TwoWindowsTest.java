package domicile.desktop.assessment;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.assessment.Assessor;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.kit.AtOnce;
import domicile.desktop.kit.WorkQueue;
import domicile.questionnaire.Answer;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.questionnaire.Questionnaire;
import domicile.register.RegisterStore;
import domicile.register.SavedAssessments.Known;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two windows on one assessment: neither loses an answer, and what both have answered is decided by a person. */
class TwoWindowsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final UUID ID = UUID.randomUUID();

    @TempDir
    private Path folder;

    private record Window(RegisterStore store, AutoSaver saver, AssessmentViewModel model) {
        static Window on(Path folder) {
            RegisterStore store = RegisterStore.open(folder.toString(), Clock.systemUTC());
            AutoSaver saver = new AutoSaver(
                    store.assessments(), store.presence(), new AtOnce(Throwable::printStackTrace, WorkQueue::new));
            Optional<Known> stored = store.assessments().find(ID).map(s -> new Known(s.name(), s.answers()));
            AssessmentViewModel model = new AssessmentViewModel(
                    ID,
                    Questionnaire.shipped(),
                    store.asOf(DAY),
                    DAY,
                    "Untitled",
                    stored.map(s -> DossierJson.read(
                                    s.name(), s.answers(), store.asOf(DAY).areas()))
                            .orElse(Dossier.begun(Assessor.RULES_VERSION)),
                    saver::save);
            saver.begin(model, stored);
            return new Window(store, saver, model);
        }

        void answer(String question, String value) {
            model.go(model.questionnaire().question(question).orElseThrow());
            model.answer(new Answer.Given(List.of(value)));
        }

        List<String> says(String question) {
            return model.answersProperty().get().values(question);
        }

        void close() {
            saver.close();
            store.close();
        }
    }

    @Test
    void bothAnswersCountAndOneQuestionIsDecided() throws Exception {
        Window first = Window.on(folder);
        first.answer("name", "Claims");
        first.saver().settle();
        await().atMost(PATIENCE)
                .until(() -> first.store().assessments().find(ID).isPresent());
        Window second = Window.on(folder);
        assertThat(second.says("name")).containsExactly("Claims");
        List<String> questions = first.model().questionnaire().questions().stream()
                .filter(q -> q.type() == domicile.questionnaire.Question.Type.TEXT
                        && first.model().visible().contains(q)
                        && !q.id().equals("name"))
                .map(domicile.questionnaire.Question::id)
                .limit(2)
                .toList();
        first.answer(questions.getFirst(), "from the first");
        second.answer(questions.getLast(), "from the second");
        // whoever is later takes the other's over
        second.saver().settle();
        await().atMost(PATIENCE)
                .until(() -> second.says(questions.getFirst()).equals(List.of("from the first"))
                        && second.says(questions.getLast()).equals(List.of("from the second")));
        first.answer("name", "Claims triage");
        await().atMost(PATIENCE).until(() -> first.says(questions.getLast()).equals(List.of("from the second")));
        await().atMost(PATIENCE)
                .until(() -> first.store()
                        .assessments()
                        .find(ID)
                        .orElseThrow()
                        .name()
                        .equals("Claims triage"));
        // the second window has not looked since
        second.answer("name", "Claims and more");
        await().atMost(PATIENCE)
                .until(() -> !second.model().conflictsProperty().get().isEmpty());
        assertThat(second.says("name")).containsExactly("Claims triage");
        assertThat(second.model().conflictsProperty().get()).singleElement().satisfies(c -> {
            assertThat(c.path()).containsExactly("answers", "name");
            assertThat(c.mine()).contains("Claims and more");
            assertThat(c.theirs()).contains("Claims triage");
        });
        second.model().decide(second.model().conflictsProperty().get().getFirst(), true);
        assertThat(second.says("name")).containsExactly("Claims and more");
        second.close();
        first.close();
        try (RegisterStore store = RegisterStore.open(folder.toString(), Clock.systemUTC())) {
            assertThat(store.assessments().find(ID).orElseThrow().answers())
                    .contains("from the first", "from the second", "Claims and more");
        }
    }
}
