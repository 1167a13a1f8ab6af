package domicile.desktop.assessment.report;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.desktop.assessment.AssessmentFactory;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.Locker;
import domicile.desktop.kit.ByHand;
import domicile.questionnaire.Answer;
import domicile.questionnaire.Questionnaire;
import domicile.register.EvidenceLocker;
import domicile.register.RegisterStore;
import domicile.report.HeldClauses;
import domicile.report.Reports;
import domicile.report.Verification;
import domicile.report.document.Kind;
import domicile.report.model.Letterhead;
import domicile.residency.Evidence;
import domicile.residency.Register;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report's pages and files without their window. */
class ReportViewModelTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @TempDir
    private Path folder;

    private final List<Exception> told = new ArrayList<>();
    private final ByHand background = new ByHand(told::add);
    private RegisterStore store;
    private AssessmentViewModel assessment;
    private ReportViewModel model;

    @BeforeEach
    void open() {
        store = RegisterStore.open(folder.resolve("register").toString(), Clock.systemUTC());
        Register register = store.asOf(DAY);
        Questionnaire questionnaire = Questionnaire.shipped();
        assessment = new AssessmentViewModel(
                UUID.randomUUID(),
                questionnaire,
                register,
                DAY,
                "Untitled",
                new AssessmentFactory(questionnaire, register, "not asked").example("us-health", "Claims triage"),
                saved -> {});
        model = new ReportViewModel(
                assessment,
                Locale.ENGLISH,
                new Locker(
                        store.evidence(),
                        store.captures(),
                        store::lastChangeHead,
                        id -> List.of(),
                        "officer",
                        background),
                () -> () -> new Letterhead("", Optional.empty()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aFileIsCalledByWhatItIsAndForWhom() {
        assertThat(model.fileName(Kind.DILIGENCE, Optional.of("openai"), Reports.Format.PDF))
                .isEqualTo("Claims-triage.pdf");
        assertThat(model.fileName(Kind.LETTER, Optional.of("openai"), Reports.Format.DOCX))
                .isEqualTo("Claims-triage-letter-openai.docx");
        assertThat(model.fileName(Kind.BOARD, Optional.of("openai"), Reports.Format.HTML))
                .isEqualTo("Claims-triage-board.html");
        assertThat(ReportViewModel.archive(Path.of("a", "b"))).isEqualTo(Path.of("a", "b.zip"));
        assertThat(ReportViewModel.archive(Path.of("a", "b.zip"))).isEqualTo(Path.of("a", "b.zip"));
    }

    @Test
    void pagesThatAreReadyLateDoNotCoverThoseThatWereAskedForSince() {
        List<String> shown = new ArrayList<>();
        model.preview(Kind.DILIGENCE, Optional.empty(), preview -> shown.add("diligence"));
        model.preview(Kind.BOARD, Optional.empty(), preview -> shown.add("board"));
        background.last();
        background.last();
        assertThat(shown).containsExactly("board");
        assertThat(told).isEmpty();
    }

    /** What is answered after the export was asked for is not half in it. */
    @Test
    void theReportIsOfWhatWasAnsweredWhenItWasAskedFor() throws Exception {
        Path file = folder.resolve("report.html");
        List<Path> written = new ArrayList<>();
        model.export(file, Kind.DILIGENCE, Optional.empty(), written::addAll, e -> told.add(e));
        assessment.go(assessment.questionnaire().question("name").orElseThrow());
        assessment.answer(new Answer.Given(List.of("Another name")));
        background.all();
        assertThat(told).isEmpty();
        assertThat(written).containsExactly(file);
        assertThat(Files.readString(file)).contains("Claims triage").doesNotContain("Another name");
    }

    @Test
    void theArchiveHoldsTheDocumentsWhoseClausesAreShownAndNamesThoseThatItLacks() throws Exception {
        String candidate =
                assessment.assessmentProperty().get().offerings().getFirst().offering();
        EvidenceLocker.Kept kept = store.evidence()
                .add(Files.writeString(folder.resolve("dpa.md"), "The DPA is signed."), "", "", "officer");
        assessment.evidence(
                List.of(evidence(candidate, "dpa.md", kept.sha256()), evidence(candidate, "lost.md", "ab".repeat(32))));
        List<ReportViewModel.Archived> written = new ArrayList<>();
        model.archive(folder.resolve("report.zip"), "Writing", written::add);
        background.all();
        assertThat(told).isEmpty();
        assertThat(written)
                .containsExactly(new ReportViewModel.Archived(folder.resolve("report.zip"), List.of("lost.md")));
        assertThat(Verification.open(folder.resolve("report.zip")).documents(Optional.empty(), Optional.empty()))
                .extracting(HeldClauses.Stands::state)
                .containsExactly(HeldClauses.State.FOUND, HeldClauses.State.NOT_IN_HAND);
    }

    private static Evidence evidence(String offering, String file, String sha256) {
        return new Evidence(
                offering,
                Evidence.Kind.DPA_SIGNED,
                DAY,
                Optional.empty(),
                List.of(),
                "",
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                List.of(),
                file,
                new Evidence.Passage(sha256, OptionalInt.empty(), "The DPA is signed.", List.of()));
    }

    @Test
    void anExportThatFailsIsToldOnceAndLeavesNothing() {
        List<Exception> failed = new ArrayList<>();
        Path file = folder.resolve("absent").resolve("report.zip");
        model.archive(file, "Writing", files -> failed.add(new IllegalStateException("written")));
        model.export(
                folder.resolve("register"),
                Kind.DILIGENCE,
                Optional.empty(),
                files -> failed.add(new IllegalStateException("written")),
                failed::add);
        background.all();
        assertThat(file).doesNotExist();
        assertThat(failed).hasSize(1);
        assertThat(told).hasSize(2).contains(failed.getFirst());
    }
}
