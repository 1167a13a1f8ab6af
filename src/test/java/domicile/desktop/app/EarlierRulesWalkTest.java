package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.assessment.Assessor;
import domicile.desktop.shell.Shell;
import domicile.questionnaire.AcceptedRisk;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.questionnaire.Questionnaire;
import domicile.questionnaire.Review;
import domicile.questionnaire.WorkloadFile;
import domicile.questionnaire.WorkloadOf;
import domicile.register.RegisterStore;
import domicile.residency.Register;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/**
 * An assessment of earlier rules tells what today's rules change until somebody has seen it, and its acceptance counts
 * once it is confirmed. With {@code -Ddomicile.pictures=FOLDER} it leaves pictures.
 */
@ExtendWith(ApplicationExtension.class)
class EarlierRulesWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

    @TempDir
    private static Path folder;

    private Optional<Shell> shell = Optional.empty();

    @Start
    void start(Stage stage) {
        try (RegisterStore store = RegisterStore.open(folder.resolve("register").toString(), CLOCK)) {
            store.assessments().save(ID, "Claims triage", DossierJson.write(earlier(store.asOf(DAY))));
        }
        shell = Optional.of(TestWindow.open(stage, folder, CLOCK, Locale.ENGLISH, TestWindow.NO_FILE));
    }

    private static Dossier earlier(Register register) {
        Dossier begun = Dossier.of(
                WorkloadOf.workload(
                        Questionnaire.shipped(),
                        WorkloadFile.read(Path.of("data/examples/us-health.json"), register),
                        "not asked"),
                "0");
        Review review = new Review(
                DAY.minusDays(20),
                DAY.minusDays(20),
                "sha256:earlier",
                "0",
                begun.answers(),
                Map.of("cerebras", new Review.Outcome("SUITABLE", Map.of("HIPAA_BAA", "MET"))));
        return begun.reviewed(review, DAY.plusDays(90))
                .with(new AcceptedRisk(
                        "cerebras",
                        "HIPAA_BAA",
                        "CISO",
                        "a pilot",
                        DAY.minusDays(20),
                        DAY.plusDays(20),
                        Optional.empty()));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    @Test
    void whatChangedIsToldUntilItIsSeenAndAnAcceptanceIsConfirmed(FxRobot robot) throws IOException {
        shown(robot, "#nav-assessments");
        fire(robot, "#nav-assessments");
        shown(robot, "#open-" + ID);
        picture(robot, "earlier-list");
        fire(robot, "#open-" + ID);
        shown(robot, "#rules-what");
        fire(robot, "#rules-what");
        assertThat(robot.lookup("#rules-lines .label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anyMatch(t -> t.startsWith("Cerebras – under rules 0: ✓ Suitable; under rules "))
                .anyMatch(t -> t.contains("✓ Met → "));
        picture(robot, "earlier-notice");
        fire(robot, "#rules-seen");
        assertThat(robot.lookup("#rules-notice").query().isVisible()).isFalse();
        confirm(robot);
        fire(robot, "#back-to-list");
        shown(robot, "#duplicate");
        try (RegisterStore store = RegisterStore.open(folder.resolve("register").toString(), CLOCK)) {
            Dossier kept = DossierJson.read(
                    "saved",
                    store.assessments().find(ID).orElseThrow().answers(),
                    store.asOf(DAY).areas());
            assertThat(kept.seenRules()).contains(Assessor.RULES_VERSION);
            assertThat(kept.rules()).isEqualTo("0");
            assertThat(kept.accepted().getFirst().given().orElseThrow().rulesVersion())
                    .isEqualTo(Assessor.RULES_VERSION);
            assertThat(kept.accepted().getFirst().approver()).isEqualTo("CISO");
        }
    }

    private static void confirm(FxRobot robot) throws IOException {
        fire(robot, "#tab-findings");
        Button cell = cell(robot);
        assertThat(cell.getText()).contains("acceptance to be confirmed").doesNotContain("accepted until");
        robot.interact(cell::requestFocus);
        picture(robot, "earlier-acceptance");
        fire(robot, "#risk-confirm");
        assertThat(cell(robot).getText()).contains("accepted until");
    }

    private static Button cell(FxRobot robot) {
        return robot.lookup(".matrix-cell")
                .match((Node n) -> n instanceof Button b
                        && Optional.ofNullable(b.getAccessibleText()).orElse("").startsWith("Cerebras, HIPAA"))
                .queryAs(Button.class);
    }

    private static void fire(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
        robot.interact(() -> {});
    }

    private static void shown(FxRobot robot, String node) {
        await().atMost(PATIENCE).until(() -> robot.lookup(node).tryQuery().isPresent());
    }

    private static void picture(FxRobot robot, String name) throws IOException {
        WalkSteps.picture(robot, ".shell", name);
    }
}
