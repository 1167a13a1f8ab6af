package domicile.desktop.assessment.documents;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.PdfOf;
import domicile.assessment.Requirement;
import domicile.assessment.Status;
import domicile.desktop.assessment.AssessmentFactory;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.Locker;
import domicile.desktop.kit.AtOnce;
import domicile.desktop.kit.Texts;
import domicile.document.ClauseCheck;
import domicile.document.ClauseFields;
import domicile.page.QuoteState;
import domicile.questionnaire.Questionnaire;
import domicile.register.RegisterStore;
import domicile.residency.Evidence;
import domicile.residency.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents are read, confirmed, put off and followed into newer versions, without a window. */
class DocumentsViewModelTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final String CLAUSE = "For Amazon Bedrock, the vendor runs all model inference in Germany only.";
    private static final String STORED = "Customer data is stored at rest in Germany only.";

    @TempDir
    private Path folder = Path.of(".");

    private final List<Exception> told = new ArrayList<>();
    private final AtOnce background = new AtOnce(told::add);
    private RegisterStore store;
    private AssessmentViewModel assessment;
    private DocumentsViewModel model;

    @BeforeEach
    void open() throws IOException {
        store = RegisterStore.open(folder.resolve("register").toString(), Clock.systemUTC());
        Register register = store.asOf(DAY);
        Questionnaire questionnaire = Questionnaire.shipped();
        Path needs = Files.writeString(folder.resolve("needs.json"), """
                {"schema": "domicile.workload/1", "name": "Letters", "startsOn": "2026-07-01",
                 "location": {"inference": ["DE"]}, "candidates": ["aws-bedrock"]}
                """);
        assessment = new AssessmentViewModel(
                UUID.randomUUID(),
                questionnaire,
                register,
                DAY,
                "Untitled",
                new AssessmentFactory(questionnaire, register, "not asked").file(needs),
                saved -> {});
        model = new DocumentsViewModel(
                assessment,
                new Texts(Locale.ENGLISH).screen("assessment"),
                new Locker(
                        store.evidence(),
                        store.captures(),
                        store::lastChangeHead,
                        id -> List.of(),
                        "officer",
                        background));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Path order(String name, String day, String... clauses) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "# Order Form\n\nEffective Date: " + day + ".\n\n" + String.join("\n\n", clauses) + "\n");
    }

    private DocumentsViewModel.Shown.Read read(Path file) {
        model.keep(List.of(file), "aws-bedrock");
        assertThat(told).isEmpty();
        assertThat(model.shownProperty().get()).isInstanceOf(DocumentsViewModel.Shown.Read.class);
        return (DocumentsViewModel.Shown.Read) model.shownProperty().get();
    }

    private List<ClauseLine.Offered> offered(Evidence.Kind kind) {
        return model.linesProperty().get().stream()
                .filter(l -> l instanceof ClauseLine.Offered o && o.kind() == kind)
                .map(l -> (ClauseLine.Offered) l)
                .toList();
    }

    private Evidence made(DocumentsViewModel.Shown.Read read, ClauseLine.Offered offered) {
        ClauseFields fields = ClauseFields.of(
                offered.passage(), offered.kind(), assessment.register().areas());
        return fields.evidence(
                "aws-bedrock",
                offered.kind(),
                fields.date().orElseThrow(),
                read.clauses().file(),
                ClauseFields.words(read.clauses().file(), offered.passage()));
    }

    private Status inference() {
        return assessment.assessmentProperty().get().offerings().getFirst().requirements().stream()
                .filter(f -> f.requirement() == Requirement.INFERENCE_LOCATION)
                .findFirst()
                .orElseThrow()
                .status();
    }

    @Test
    void aPersonConfirmsAndNothingDoesSoByItself() throws IOException {
        DocumentsViewModel.Shown.Read read = read(order("order.md", "4 May 2026", CLAUSE, STORED));
        assertThat(assessment.answersProperty().get().evidence()).isEmpty();
        assertThat(inference()).isEqualTo(Status.CONDITIONAL);
        ClauseLine.Offered clause =
                offered(Evidence.Kind.ORDER_FORM_INFERENCE_REGION).getFirst();
        assertThat(clause.passage().quote()).isEqualTo(CLAUSE);
        Evidence made = made(read, clause);
        assertThat(model.fit(made).fits()).isTrue();
        List<Evidence> before = model.confirm(made);
        model.confirm(made);
        assertThat(assessment.answersProperty().get().evidence()).containsExactly(made);
        assertThat(inference()).isEqualTo(Status.MET);
        assertThat(model.confirmed(read.document())).isEqualTo(1);
        assertThat(offered(Evidence.Kind.ORDER_FORM_INFERENCE_REGION))
                .as("what settles it can still be seen")
                .singleElement()
                .matches(ClauseLine.Offered::confirmed);
        assertThat(model.fileOf(made)).contains(read.document());
        model.undo(before);
        assertThat(inference()).isEqualTo(Status.CONDITIONAL);
    }

    @Test
    void whatIsPutOffStaysSoWhileTheAssessmentIsOpen() throws IOException {
        DocumentsViewModel.Shown.Read read = read(order("order.md", "4 May 2026", CLAUSE, STORED));
        int before = offered(Evidence.Kind.ORDER_FORM_INFERENCE_REGION).size();
        model.putOff(offered(Evidence.Kind.ORDER_FORM_INFERENCE_REGION).getFirst());
        assertThat(offered(Evidence.Kind.ORDER_FORM_INFERENCE_REGION)).hasSize(before - 1);
        model.open(read.document());
        assertThat(offered(Evidence.Kind.ORDER_FORM_INFERENCE_REGION))
                .noneMatch(o -> o.passage().quote().equals(CLAUSE));
        model.takeBack(Evidence.Kind.ORDER_FORM_INFERENCE_REGION);
        assertThat(offered(Evidence.Kind.ORDER_FORM_INFERENCE_REGION)).hasSize(before);
    }

    @Test
    void whatADocumentDoesNotSayIsSaid() throws IOException {
        read(order("order.md", "4 May 2026", "The fees are due within thirty days of the invoice."));
        assertThat(model.linesProperty().get())
                .anyMatch(l -> l instanceof ClauseLine.OfKind k
                        && k.kind() == Evidence.Kind.ORDER_FORM_INFERENCE_REGION
                        && !k.found());
    }

    @Test
    void aLockedFileAsksForItsPasswordAndAScanIsToldAsSuch() throws IOException {
        List<List<String>> pages = List.of(List.of("Order Form", "Effective Date: 4 May 2026.", CLAUSE));
        model.keep(List.of(Files.write(folder.resolve("x.pdf"), PdfOf.locked(pages, "sesame"))), "aws-bedrock");
        HeldDocument file = model.filesProperty().get().getFirst();
        assertThat(model.shownProperty().get()).isEqualTo(new DocumentsViewModel.Shown.Locked(file, false));
        model.unlock(file, "wrong");
        assertThat(model.shownProperty().get()).isEqualTo(new DocumentsViewModel.Shown.Locked(file, true));
        model.unlock(file, "sesame");
        assertThat(offered(Evidence.Kind.ORDER_FORM_INFERENCE_REGION)
                        .getFirst()
                        .passage()
                        .page())
                .hasValue(1);
        DocumentsViewModel.Shown.Read scan =
                read(Files.write(folder.resolve("scan.pdf"), PdfOf.pages(List.of(List.of()))));
        assertThat(scan.pages().file().layout().hasText()).isFalse();
        assertThat(model.linesProperty().get()).isEmpty();
        // asked again, it is known what opens it
        model.open(file);
        assertThat(model.shownProperty().get()).isInstanceOf(DocumentsViewModel.Shown.Read.class);
    }

    @Test
    void aReadingCanBeStoppedAtAnyStep() throws IOException {
        DocumentsViewModel.Shown.Read read = read(order("order.md", "4 May 2026", CLAUSE));
        int steps = background.steps();
        assertThat(steps).isGreaterThan(2);
        for (int step = 0; step < steps; step++) {
            background.stopAt(step);
            model.open(read.document());
            assertThat(model.shownProperty().get()).isEqualTo(new DocumentsViewModel.Shown.Stopped(read.document()));
        }
        background.stopAt(-1);
        model.open(read.document());
        assertThat(model.shownProperty().get()).isInstanceOf(DocumentsViewModel.Shown.Read.class);
        assertThat(told).isEmpty();
    }

    @Test
    void whatStandsInANewerVersionIsCarriedOverAndNothingElse() throws IOException {
        DocumentsViewModel.Shown.Read read = read(order("order.md", "4 May 2026", CLAUSE, STORED));
        Evidence kept =
                made(read, offered(Evidence.Kind.ORDER_FORM_INFERENCE_REGION).getFirst());
        model.confirm(kept);
        List<NewerVersion> compared = new ArrayList<>();
        model.newer(
                read.document(),
                order("order-2.md", "1 June 2026", "A new first paragraph.", CLAUSE),
                compared::add,
                told::add);
        model.newer(
                read.document(),
                order("order-3.md", "1 June 2026", CLAUSE.replace("Germany only", "Germany and Ireland")),
                compared::add,
                told::add);
        assertThat(told).isEmpty();
        NewerVersion same = compared.getFirst();
        NewerVersion other = compared.getLast();
        assertThat(other.standings()).extracting(ClauseCheck.Standing::state).containsExactly(QuoteState.CHANGED);
        assertThat(other.carried(List.of(kept))).containsExactly(kept);
        assertThat(model.carry(same)).containsExactly(kept);
        Evidence carried = assessment.answersProperty().get().evidence().getFirst();
        assertThat(carried.document()).isEqualTo("order-2.md");
        assertThat(carried.date()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(carried.passage().sha256()).isEqualTo(same.newer().sha256());
        assertThat(inference()).isEqualTo(Status.MET);
    }
}
