package domicile.desktop.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.list.AssessmentRow;
import domicile.desktop.kit.ByHand;
import domicile.desktop.kit.Screen;
import domicile.desktop.kit.Texts;
import domicile.questionnaire.Answer;
import domicile.questionnaire.Questionnaire;
import domicile.register.RegisterStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The assessments without their window: what is in front, and what is saved. */
class AssessmentsViewModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final List<Exception> told = new ArrayList<>();
    private final ByHand background = new ByHand(told::add);
    private final Front front = new Front();
    private RegisterStore store;
    private AssessmentsViewModel model;

    /** What is in front. */
    private static final class Front implements AssessmentsViewModel.Shows {
        private String shown = "";
        private List<AssessmentRow> rows = List.of();

        @Override
        public void rows(List<AssessmentRow> read) {
            rows = read;
        }

        @Override
        public void list() {
            shown = "list";
        }

        @Override
        public void assessment(AssessmentViewModel assessment) {
            shown = assessment.name();
        }

        @Override
        public void left() {}

        private List<String> names() {
            return rows.stream()
                    .filter(r -> !r.saved().archived())
                    .map(r -> r.saved().name())
                    .toList();
        }
    }

    @BeforeEach
    void open() {
        store = RegisterStore.open(folder.resolve("register").toString(), CLOCK);
        model = model();
    }

    @AfterEach
    void close() {
        store.close();
        assertThat(told).isEmpty();
    }

    private AssessmentsViewModel model() {
        LocalDate today = LocalDate.now(CLOCK);
        return new AssessmentsViewModel(
                new Screen.Opened(store, store.asOf(today), false),
                new AutoSaver(store.assessments(), store.presence(), background),
                Questionnaire.shipped(),
                new Texts(Locale.ENGLISH).screen("assessment"),
                CLOCK,
                background,
                front);
    }

    private AssessmentViewModel inFront() {
        return model.open().orElseThrow();
    }

    @Test
    void aListThatIsReadyLateDoesNotCoverWhatWasOpenedMeanwhile() {
        model.list();
        model.create();
        String opened = front.shown;
        background.all();
        assertThat(front.shown).isEqualTo(opened).isNotEqualTo("list");
        model.list();
        background.all();
        assertThat(front.shown).isEqualTo("list");
        assertThat(model.open()).isEmpty();
    }

    @Test
    void whatWasBegunIsSavedWithItsFirstAnswerAndACopyAtOnce() {
        model.create();
        model.list();
        background.all();
        assertThat(front.names()).isEmpty();

        model.create();
        inFront().answer(new Answer.Given(List.of("Claims triage")));
        model.duplicate(inFront());
        assertThat(front.shown).isEqualTo("Claims triage (copy)");
        model.list();
        background.all();
        assertThat(front.names()).containsExactlyInAnyOrder("Claims triage", "Claims triage (copy)");
    }

    @Test
    void whatIsArchivedIsLeftAndComesBackWithoutLeavingWhatWasOpenedSince() {
        model.fromExample("us-health");
        UUID id = inFront().id();
        String name = inFront().name();
        model.archive(id, true);
        assertThat(model.open()).isEmpty();
        background.all();
        assertThat(front.shown).isEqualTo("list");
        assertThat(front.names()).isEmpty();

        model.fromTemplate("general");
        String template = front.shown;
        model.set(id, false);
        background.all();
        assertThat(front.shown).isEqualTo(template);
        model.list();
        background.all();
        assertThat(front.names()).contains(name);
    }

    @Test
    void whatIsOpenIsNotOpenedAnewAndAnotherIsOpenedAsItIsSavedNow() {
        model.create();
        inFront().answer(new Answer.Given(List.of("First")));
        AssessmentViewModel first = inFront();
        background.all();
        model.reopen(first.id());
        background.all();
        assertThat(inFront()).isSameAs(first);

        model.create();
        first.answer(new Answer.Given(List.of("First, answered since")));
        model.reopen(first.id());
        background.all();
        assertThat(front.shown).isEqualTo("First, answered since");
    }
}
