package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.desktop.shell.Shell;
import domicile.report.document.Kind;
import domicile.residency.Offering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The main job through the real window, on the real register: filter, answer, see the findings, export, read back. */
@ExtendWith(ApplicationExtension.class)
class MainJobWalkTest {
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
    void fromTheRegisterToTheExportedReport(FxRobot robot) throws IOException {
        filter(robot);
        answer(robot);
        export(robot);
        letters(robot);
    }

    /**
     * Storage in the Gulf leaves a row that runs inference in the US: the strip, the row and the detail say so, with
     * sources.
     */
    private static void traps(FxRobot robot, TableView<Offering> table) {
        Label strip = robot.lookup("#filter-hints").queryAs(Label.class);
        assertThat(strip.isVisible() && !strip.getText().isEmpty()).isFalse();
        CheckBox gulf = robot.lookup("#facet-storage-GCC").queryAs(CheckBox.class);
        robot.interact(gulf::fire);
        assertThat(strip.getText())
                .contains(
                        "⚑ ", "run inference outside the Gulf Cooperation Council: Anthropic via AWS Bedrock, OpenAI");
        await().atMost(PATIENCE).until(() -> strip.getHeight() > 0);
        robot.interact(() -> table.getSelectionModel()
                .select(table.getItems().stream()
                        .filter(o -> o.id().equals("openai-direct"))
                        .findFirst()
                        .orElseThrow()));
        assertThat(robot.lookup("#offerings .table-cell").queryAllAs(TableCell.class))
                .filteredOn(c -> c.getText() != null && c.getText().startsWith("⚑ OpenAI"))
                .singleElement()
                .satisfies(c -> assertThat(c.getAccessibleText()).contains("inference runs elsewhere", "[4][5]"));
        assertThat(robot.lookup("#traps").lookup(".hyperlink").queryAll()).hasSizeGreaterThan(1);
        robot.interact(gulf::fire);
        assertThat(strip.getText()).isEmpty();
        assertThat(robot.lookup("#traps").tryQuery()).isPresent();
    }

    @SuppressWarnings("unchecked")
    private static void filter(FxRobot robot) {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#offerings").tryQuery().isPresent()
                        && robot.lookup("#facet-inference-EU").tryQuery().isPresent());
        TableView<Offering> table = robot.lookup("#offerings").queryAs(TableView.class);
        assertThat(table.getItems()).hasSize(14);
        traps(robot, table);
        // The pane is laid out a frame after it is there; a click needs to see it.
        Node facet = robot.lookup("#facet-inference-EU").query();
        await().atMost(PATIENCE).until(() -> facet.localToScene(0, 0).getY() > 0);
        robot.clickOn("#facet-inference-EU");
        // further down in the list than the window is high: reached by search as a person would, by keyboard
        robot.interact(() -> robot.lookup("#facet-certification-ISO-27001")
                .queryAs(CheckBox.class)
                .fire());
        assertThat(table.getItems())
                .extracting(Offering::id)
                .containsExactly(
                        "anthropic-bedrock",
                        "anthropic-vertex",
                        "aws-bedrock",
                        "google-vertex",
                        "mistral-la-plateforme",
                        "openai-azure");
        assertThat(robot.lookup("#chips").queryAs(FlowPane.class).getChildren()).hasSize(3);
        robot.interact(() -> table.getSelectionModel().select(4));
        for (String layer : new String[] {"INFERENCE", "STORAGE", "ENDPOINT_SERVICES"}) {
            assertThat(robot.lookup("#layer-" + layer).tryQuery()).isPresent();
        }
        VBox endpoint = robot.lookup("#layer-ENDPOINT_SERVICES").queryAs(VBox.class);
        assertThat(((Label) endpoint.getChildren().getLast()).getText()).contains("Not published");
        robot.push(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN));
        robot.write("paris");
        assertThat(table.getItems())
                .extracting(Offering::id)
                .contains("mistral-la-plateforme")
                .hasSizeLessThan(6);
    }

    private static void answer(FxRobot robot) {
        robot.push(new KeyCodeCombination(KeyCode.DIGIT2, KeyCombination.SHORTCUT_DOWN));
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#new-assessment").tryQuery().isPresent());
        robot.clickOn("#new-assessment");
        robot.clickOn("#answer").write("Claims triage");
        assertThat(question(robot)).startsWith("What is the workload called");
        robot.clickOn("#next");
        robot.clickOn("#section-S1");
        robot.clickOn("#option-PHI");
        assertThat(robot.lookup("#section-S5")
                        .queryAs(javafx.scene.control.ToggleButton.class)
                        .isDisabled())
                .as("health information makes the HIPAA section matter")
                .isFalse();
        robot.clickOn("#section-S2");
        robot.clickOn("#option-YES");
        robot.clickOn("#next");
        assertThat(question(robot)).startsWith("Inside which area must inference run");
        robot.clickOn("#option-EU");
        assertThat(robot.lookup("#verdict-openai-direct").queryAs(Label.class).getText())
                .contains("Not suitable");
        robot.clickOn("#next");
        robot.clickOn("#unknown");
        robot.clickOn("#tab-findings");
        assertThat(robot.lookup("#matrix").tryQuery()).isPresent();
        assertThat(robot.lookup("#not-asked").query().isVisible()).isTrue();
        robot.clickOn("#ask-TRAINING_REUSE");
        assertThat(question(robot)).contains("train");
        robot.clickOn("#tab-findings");
    }

    private static String question(FxRobot robot) {
        return robot.lookup("#question").queryAs(Label.class).getText();
    }

    private static void export(FxRobot robot) throws IOException {
        robot.clickOn("#tab-report");
        robot.clickOn("#export-html");
        Path html = written(robot, "Claims-triage.html");
        robot.clickOn("#export-pdf");
        Path pdf = written(robot, "Claims-triage.pdf");
        robot.clickOn("#export-json");
        Path json = written(robot, "Claims-triage.json");
        assertThat(Files.readString(html)).contains("Claims triage").contains("OpenAI via Azure");
        try (var document = Loader.loadPDF(pdf.toFile())) {
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            // a column's head may run over lines
            assertThat(first.getText(document).replaceAll("\\s+", " "))
                    .contains("Storage is not inference")
                    .contains("SOC 2 is not geography");
        }
        assertThat(new ObjectMapper().readTree(json.toFile()).get("offerings")).hasSize(14);
    }

    @SuppressWarnings("unchecked")
    private static void letters(FxRobot robot) throws IOException {
        ChoiceBox<Kind> kind = robot.lookup("#report-kind").queryAs(ChoiceBox.class);
        ChoiceBox<Optional<String>> vendor = robot.lookup("#report-vendor").queryAs(ChoiceBox.class);
        assertThat(vendor.isVisible()).isFalse();
        robot.interact(() -> kind.setValue(Kind.LETTER));
        assertThat(vendor.isVisible()).isTrue();
        assertThat(robot.lookup("#export-docx").query().isDisabled())
                .as("a letter is to be read")
                .isTrue();
        robot.clickOn("#letterhead-name").write("Example AG").type(KeyCode.ENTER);
        await().atMost(PATIENCE).until(() -> vendor.getItems().contains(Optional.of("openai")));
        robot.clickOn("#export-html");
        await().atMost(PATIENCE)
                .until(() ->
                        robot.lookup("#exported").queryAs(Label.class).getText().contains("letters in"));
        assertThat(Files.readString(folder.resolve("Claims-triage-letter-openai.html")))
                .contains("Questions to OpenAI", "Example AG")
                .doesNotContain("Anthropic");
        robot.interact(() -> vendor.setValue(Optional.of("openai")));
        robot.clickOn("#export-pdf");
        written(robot, "Claims-triage-letter-openai.pdf");
        assertThat(Files.readString(folder.resolve("organisation.properties"))).contains("Example AG");
    }

    private static Path written(FxRobot robot, String name) {
        Path file = folder.resolve(name);
        await().atMost(PATIENCE)
                .until(() ->
                        robot.lookup("#exported").queryAs(Label.class).getText().startsWith("Written")
                                && Files.exists(file));
        return file;
    }
}
