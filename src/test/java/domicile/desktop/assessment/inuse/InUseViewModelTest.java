package domicile.desktop.assessment.inuse;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.PlaceInUse;
import domicile.assessment.UsageStatus;
import domicile.desktop.assessment.AssessmentFactory;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.kit.AtOnce;
import domicile.desktop.kit.ByHand;
import domicile.desktop.kit.Texts;
import domicile.questionnaire.DossierJson;
import domicile.questionnaire.Questionnaire;
import domicile.scan.Environment;
import domicile.scan.Role;
import domicile.scan.ScannedProject;
import domicile.scan.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project is read, judged, chosen from, accepted and forgotten, without a window. */
class InUseViewModelTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @TempDir
    private Path folder = Path.of(".");

    private final List<Exception> told = new ArrayList<>();
    private final AtOnce background = new AtOnce(told::add);
    private Path tree = Path.of(".");
    private AssessmentViewModel assessment = assessment("\"anthropic-bedrock\"");
    private InUseViewModel model = model();

    private AssessmentViewModel assessment(String candidates) {
        try {
            Path needs = Files.writeString(
                    Files.createTempFile("needs", ".json"),
                    "{\"schema\": \"domicile.workload/1\", \"name\": \"Letters\", \"startsOn\": \"2026-07-01\","
                            + " \"location\": {\"inference\": [\"EU\"]}, \"candidates\": [" + candidates + "]}");
            Questionnaire questionnaire = Questionnaire.shipped();
            AssessmentViewModel made = new AssessmentViewModel(
                    UUID.randomUUID(),
                    questionnaire,
                    Trees.REGISTER,
                    DAY,
                    "Untitled",
                    new AssessmentFactory(questionnaire, Trees.REGISTER, "not asked").file(needs),
                    saved -> {});
            Files.delete(needs);
            return made;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private InUseViewModel model() {
        InUseViewModel made = new InUseViewModel(
                assessment, new Texts(Locale.ENGLISH).screen("assessment"), background, () -> DAY.plusDays(1));
        made.shown(true);
        return made;
    }

    @BeforeEach
    void aProject() {
        tree = folder.resolve("shop");
        Trees.write(tree, "app.py", "U = \"us.anthropic.claude-sonnet-4-6\"\n");
        Trees.write(tree, "ok.prod.py", "U = \"eu.anthropic.claude-sonnet-4-6\"\n");
        Trees.write(tree, "dev/x.py", "U = \"https://api.x.ai\"\n");
        Trees.write(tree, "tests/t.py", "U = \"us.anthropic.claude-haiku-4-5\"\n");
    }

    private List<String> places() {
        return model.placesProperty().get().stream()
                .map(p -> p.status() + " " + p.place())
                .toList();
    }

    @Test
    void whatIsReadIsKeptWithTheAssessmentAndNothingOfWhereItLies() {
        model.read(tree);
        assertThat(told).isEmpty();
        assertThat(places()).containsExactly("NOT_MET app.py:1", "NOT_ASSESSED dev/x.py:1", "MET ok.prod.py:1");
        ScannedProject kept = assessment.dossierProperty().get().project().orElseThrow();
        assertThat(kept.read()).isEqualTo(DAY.plusDays(1));
        assertThat(DossierJson.write(assessment.dossierProperty().get()))
                .doesNotContain(folder.toString(), "\"shop\"")
                .contains(kept.found().treeHash());
        assertThat(model.approved(place("app.py"))).isPresent();
        assertThat(model.approved(place("dev/x.py"))).isEmpty();
    }

    private PlaceInUse place(String file) {
        return model.placesProperty().get().stream()
                .filter(p -> p.first().file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsToBeSeenIsChosenByWhatItComesTo() {
        model.read(tree);
        model.only(Optional.of(UsageStatus.NOT_ASSESSED));
        assertThat(places()).containsExactly("NOT_ASSESSED dev/x.py:1");
        model.only(Optional.empty());
        assertThat(places()).hasSize(3);
    }

    @Test
    void testsAndEnvironmentsCountWhenTheyAreChosenAndStayChosen() {
        model.read(tree);
        model.include(Role.TEST, true);
        assertThat(places()).contains("NOT_MET tests/t.py:1");
        model.environment(Optional.of(Environment.PROD));
        assertThat(places()).containsExactly("NOT_MET app.py:1", "MET ok.prod.py:1", "NOT_MET tests/t.py:1");
        model.again();
        assertThat(places()).hasSize(3);
        model.include(Role.TEST, false);
        model.environment(Optional.empty());
        assertThat(places()).hasSize(3).doesNotContain("NOT_MET tests/t.py:1");
    }

    @Test
    void anAnswerJudgesAnewWithoutReadingAgain() throws IOException {
        model.read(tree);
        Files.writeString(tree.resolve("app.py"), "");
        assessment.go(domicile.residency.Workload.Part.INFERENCE);
        assessment.answer(new domicile.questionnaire.Answer.Given(List.of("US")));
        assertThat(places()).contains("MET app.py:1", "NOT_MET ok.prod.py:1");
        model.again();
        assertThat(places()).doesNotContain("MET app.py:1");
    }

    @Test
    void nothingIsJudgedWhileNobodyLooks() {
        model.shown(false);
        model.read(tree);
        assertThat(model.judgedProperty().get()).isEmpty();
        model.shown(true);
        assertThat(model.judgedProperty().get()).isPresent();
    }

    @Test
    void aBaselineThatIsNamedAcceptsAndTheStatusStays() throws IOException {
        model.read(tree);
        Path baseline = Files.writeString(
                folder.resolve("b.json"),
                "{\"schema\": \"domicile.baseline/1\", \"accepted\": [{\"file\": \"app.py\","
                        + " \"reason\": \"A pilot.\", \"until\": \"2026-12-31\"}]}");
        model.baseline(baseline);
        assertThat(place("app.py").accepted()).isTrue();
        assertThat(places()).contains("NOT_MET app.py:1");
        var before = model.withoutBaseline();
        assertThat(place("app.py").accepted()).isFalse();
        model.putBack(before);
        assertThat(place("app.py").accepted()).isTrue();
        model.baseline(folder.resolve("nowhere.json"));
        assertThat(told).hasSize(1);
        assertThat(place("app.py").accepted()).isTrue();
    }

    @Test
    void oneInTheTreeIsNotReadUnasked() {
        Trees.write(
                tree,
                "baseline.json",
                "{\"schema\": \"domicile.baseline/1\", \"accepted\": [{\"file\": \"app.py\","
                        + " \"reason\": \"A pilot.\", \"until\": \"2026-12-31\"}]}");
        model.read(tree);
        assertThat(place("app.py").accepted()).isFalse();
    }

    @Test
    void whatCannotBeReadIsToldAndChangesNothing() {
        model.read(tree);
        model.read(folder.resolve("nowhere"));
        assertThat(told).hasSize(1);
        assertThat(model.readingProperty().get()).isFalse();
        assertThat(places()).hasSize(3);
    }

    @Test
    void whatWasForgottenComesBack() {
        model.read(tree);
        Optional<ScannedProject> before = model.forget();
        assertThat(model.judgedProperty().get()).isEmpty();
        assertThat(assessment.dossierProperty().get().project()).isEmpty();
        model.putBack(before);
        assertThat(places()).hasSize(3);
    }

    @Test
    void ofTwoStatesTheLastIsShownWhicheverIsJudgedLast() {
        model.read(tree);
        ByHand hand = new ByHand(told::add);
        InUseViewModel slow =
                new InUseViewModel(assessment, new Texts(Locale.ENGLISH).screen("assessment"), hand, () -> DAY);
        slow.shown(true);
        slow.include(Role.TEST, true);
        hand.last();
        assertThat(slow.placesProperty().get()).hasSize(4);
        hand.all();
        assertThat(slow.placesProperty().get()).hasSize(4);
    }

    @Test
    void withoutCandidatesNothingIsApproved() {
        assessment = assessment("");
        model = model();
        model.read(tree);
        assertThat(model.approvesNothing()).isTrue();
        assertThat(model.candidates()).isEmpty();
        assertThat(model.placesProperty().get()).extracting(PlaceInUse::status).containsOnly(UsageStatus.NOT_ASSESSED);
    }
}
