package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import domicile.desktop.shell.Shell;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.questionnaire.Meeting;
import domicile.register.RegisterStore;
import domicile.register.SavedAssessments.Saved;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/**
 * A review meeting on a worked example: answer by keyboard, see the findings, hold a document against them, accept a
 * risk, decide, close the review. What was done is read back from the register. With {@code -Ddomicile.pictures=FOLDER}
 * it leaves a picture of every screen.
 */
@DefaultLocale("en") // as a window in English sets it: the toolkit reads days by it
@ExtendWith(ApplicationExtension.class)
class ReviewMeetingWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private Optional<Shell> shell = Optional.empty();

    @Start
    void start(Stage stage) {
        shell = Optional.of(TestWindow.open(
                stage, folder, CLOCK, Locale.ENGLISH, (name, owner) -> Optional.of(folder.resolve(name))));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    @Test
    void aReviewFromTheFirstStartToItsClosing(FxRobot robot) throws IOException {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#offerings").tryQuery().isPresent());
        robot.clickOn("#nav-assessments");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#example-us-health").tryQuery().isPresent());
        picture(robot, "1-empty");
        robot.clickOn("#example-us-health");
        answerByKeyboard(robot);
        documents(robot);
        findings(robot);
        meeting(robot);
        list(robot);
        saved();
    }

    private static void answerByKeyboard(FxRobot robot) throws IOException {
        robot.clickOn("#section-S2");
        await().atMost(PATIENCE).until(() -> question(robot).startsWith("Does a policy say where prompts"));
        picture(robot, "2-question");
        robot.push(KeyCode.PAGE_DOWN);
        await().atMost(PATIENCE).until(() -> question(robot).startsWith("Inside which area"));
        // the third and the first of the usual places: the United States out, the European Union in
        robot.push(KeyCode.DIGIT3).push(KeyCode.DIGIT1);
        assertThat(text(robot, "#verdict-openai-direct")).contains("Not suitable");
        assertThat(text(robot, "#effect-summary")).contains("fall");
        picture(robot, "3-effect");
        type(robot, "#note", "Decided by legal");
        type(robot, "#owner", "Ada");
        robot.push(KeyCode.PAGE_UP);
        robot.push(KeyCode.DIGIT2);
        assertThat(robot.lookup("#no-longer-applies").tryQuery())
                .as("the area is kept")
                .isPresent();
        robot.push(KeyCode.DIGIT1);
        assertThat(robot.lookup("#no-longer-applies").tryQuery()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static void documents(FxRobot robot) throws IOException {
        robot.clickOn("#tab-documents");
        robot.interact(() -> {
            ComboBox<domicile.residency.Offering> offering =
                    robot.lookup("#document-offering").queryAs(ComboBox.class);
            offering.getItems().stream()
                    .filter(o -> o.id().equals("anthropic-bedrock"))
                    .forEach(offering::setValue);
            ComboBox<domicile.residency.Evidence.Kind> kind =
                    robot.lookup("#document-kind").queryAs(ComboBox.class);
            kind.setValue(domicile.residency.Evidence.Kind.ORDER_FORM_INFERENCE_REGION);
        });
        robot.clickOn(robot.lookup("#document-date .text-field").<Node>query()).write("6/10/2026");
        type(robot, "#document-regions", "eu-central-1, nowhere-9");
        robot.interact(() -> robot.lookup("#document-add").queryAs(Button.class).fire());
        assertThat(text(robot, "#document-wrong")).contains("nowhere-9");
        robot.interact(() -> robot.lookup("#document-regions")
                .queryAs(TextInputControl.class)
                .end());
        robot.eraseText(11);
        robot.interact(() -> robot.lookup("#document-add").queryAs(Button.class).fire());
        assertThat(robot.lookup("#documents").queryAs(Pane.class).getChildren()).hasSize(1);
        certificate(robot);
        picture(robot, "4-documents");
    }

    /** What a certificate says is asked for, and only that; what is half typed is told. */
    @SuppressWarnings("unchecked")
    private static void certificate(FxRobot robot) throws IOException {
        robot.interact(() -> {
            robot.lookup("#document-kind")
                    .queryAs(ComboBox.class)
                    .setValue(domicile.residency.Evidence.Kind.CERTIFICATE);
            ComboBox<domicile.residency.Offering> offering =
                    robot.lookup("#document-offering").queryAs(ComboBox.class);
            offering.setValue(offering.getItems().getFirst());
            robot.lookup("#document-certification")
                    .queryAs(ComboBox.class)
                    .setValue(domicile.residency.Attestation.Kind.ISO_27001);
            robot.lookup("#document-more").queryAs(ToggleButton.class).fire();
        });
        assertThat(robot.lookup("#document-regions").query().getParent().isVisible())
                .as("a certificate names no region")
                .isFalse();
        assertThat(text(robot, "#document-shows")).contains("Without one it shows nothing");
        robot.clickOn(robot.lookup("#document-date .text-field").<Node>query()).write("6/1/2026");
        type(robot, "#document-services", "batch, files");
        robot.clickOn(robot.lookup("#document-from .text-field").<Node>query()).write("soon");
        robot.interact(() -> robot.lookup("#document-add").queryAs(Button.class).fire());
        assertThat(text(robot, "#document-wrong")).contains("In force from");
        picture(robot, "4-certificate");
        robot.interact(() -> robot.lookup("#document-from .text-field")
                .queryAs(TextInputControl.class)
                .clear());
        robot.interact(() -> robot.lookup("#document-add").queryAs(Button.class).fire());
        assertThat(robot.lookup("#documents").queryAs(Pane.class).getChildren()).hasSize(2);
    }

    private static void findings(FxRobot robot) throws IOException {
        robot.clickOn("#tab-findings");
        Button met = cell(robot, "Anthropic via AWS Bedrock, Inference location");
        assertThat(met.getText()).contains("Met");
        Button outside = cell(robot, "OpenAI (direct API & ChatGPT Enterprise), Inference location");
        assertThat(outside.getText()).contains("Not met");
        robot.interact(outside::requestFocus);
        picture(robot, "5-findings");
        robot.interact(() -> robot.lookup("#risk").queryAs(ToggleButton.class).fire());
        robot.interact(() -> {
            robot.lookup("#risk-approver").queryAs(TextField.class).setText("CISO");
            robot.lookup("#risk-reason").queryAs(TextInputControl.class).setText("Pilot without personal data");
            robot.lookup("#risk-accept").queryAs(Button.class).fire();
        });
        assertThat(cell(robot, "OpenAI (direct API & ChatGPT Enterprise), Inference location")
                        .getText())
                .as("accepted, and still not met")
                .contains("Not met")
                .contains("accepted until");
        picture(robot, "6-accepted");
    }

    private static Button cell(FxRobot robot, String about) {
        return robot.lookup(".matrix-cell")
                .match((Node n) -> n instanceof Button b
                        && Optional.ofNullable(b.getAccessibleText()).orElse("").startsWith(about))
                .queryAs(Button.class);
    }

    @SuppressWarnings("unchecked")
    private static void meeting(FxRobot robot) throws IOException {
        robot.clickOn("#tab-meeting");
        robot.clickOn("#attendees").write("Ada, Grace");
        robot.interact(() -> robot.lookup("#outcome-anthropic-bedrock")
                .queryAs(ChoiceBox.class)
                .setValue(Optional.of(Meeting.Outcome.AGREED_WITH_CONDITIONS)));
        robot.interact(() -> robot.lookup("#rationale-anthropic-bedrock")
                .queryAs(TextInputControl.class)
                .setText("EU profile"));
        robot.clickOn("#action-what").write("Ask for the schedule").push(KeyCode.ENTER);
        robot.clickOn("#parking-what").write("Exit plan").push(KeyCode.ENTER);
        robot.interact(() -> robot.lookup("#review-close").queryAs(Button.class).fire());
        picture(robot, "7-meeting");
        robot.clickOn("#present");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#presented").tryQuery().isPresent());
        String first = text(robot, "#presented");
        robot.push(KeyCode.PAGE_DOWN);
        assertThat(text(robot, "#presented")).isNotEqualTo(first);
        WalkSteps.picture(robot, "#presenter", "8-presenter");
        robot.push(KeyCode.ESCAPE);
    }

    private static void list(FxRobot robot) throws IOException {
        robot.clickOn("#back-to-list");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#duplicate").tryQuery().isPresent());
        picture(robot, "9-list");
        robot.clickOn("#archive");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#show-archived").tryQuery().isPresent()
                        && robot.lookup("#duplicate").tryQuery().isEmpty());
        robot.clickOn("#undo");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#duplicate").tryQuery().isPresent());
    }

    private static void saved() {
        try (RegisterStore store = RegisterStore.open(folder.resolve("register").toString(), CLOCK)) {
            List<Saved> all = store.assessments().all();
            assertThat(all).hasSize(1);
            Dossier kept = DossierJson.read(
                    "saved",
                    all.getFirst().answers(),
                    store.asOf(LocalDate.of(2026, 6, 30)).areas());
            assertThat(kept.answers().values("inference")).containsExactly("EU");
            assertThat(kept.answers().aside("inference").owner()).isEqualTo("Ada");
            assertThat(kept.answers().aside("inference").note()).isEqualTo("Decided by legal");
            assertThat(kept.answers().evidence())
                    .extracting(
                            domicile.residency.Evidence::kind,
                            domicile.residency.Evidence::certification,
                            domicile.residency.Evidence::services)
                    .containsExactly(
                            tuple(
                                    domicile.residency.Evidence.Kind.ORDER_FORM_INFERENCE_REGION,
                                    Optional.empty(),
                                    List.of()),
                            tuple(
                                    domicile.residency.Evidence.Kind.CERTIFICATE,
                                    Optional.of(domicile.residency.Attestation.Kind.ISO_27001),
                                    List.of("batch", "files")));
            assertThat(kept.meeting().attendees()).containsExactly("Ada", "Grace");
            assertThat(kept.meeting().actions())
                    .extracting(Meeting.Action::what)
                    .containsExactly("Ask for the schedule");
            assertThat(kept.meeting().parked()).containsExactly("Exit plan");
            assertThat(kept.meeting().decision(Meeting.Subject.CANDIDATE, "anthropic-bedrock"))
                    .contains(new Meeting.Decision(
                            Meeting.Subject.CANDIDATE,
                            "anthropic-bedrock",
                            Meeting.Outcome.AGREED_WITH_CONDITIONS,
                            "EU profile"));
            assertThat(kept.accepted()).hasSize(1);
            assertThat(kept.reviewed()).isPresent();
            assertThat(kept.reviewOn()).contains(LocalDate.of(2026, 12, 30));
        }
    }

    /** Types once the field has the keyboard focus: a busy machine may be late to give them. */
    private static void type(FxRobot robot, String field, String text) {
        TextInputControl at = robot.lookup(field).queryAs(TextInputControl.class);
        robot.interact(at::requestFocus);
        await().atMost(PATIENCE).until(at::isFocused);
        robot.write(text);
        assertThat(at.getText()).isEqualTo(text);
    }

    private static String question(FxRobot robot) {
        return text(robot, "#question");
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static void picture(FxRobot robot, String name) throws IOException {
        WalkSteps.picture(robot, ".shell", name);
    }
}
