package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static domicile.desktop.app.WalkSteps.all;
import static domicile.desktop.app.WalkSteps.fire;
import static domicile.desktop.app.WalkSteps.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.kit.FilePicker;
import domicile.desktop.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/**
 * Somebody takes in what a vendor answered, sees it with its cells, beside a question and beside a finding, and begins
 * a fact from it.
 */
@ExtendWith(ApplicationExtension.class)
class VendorAnswersWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private Optional<Shell> shell = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        Path workload = Files.writeString(folder.resolve("w.workload.json"), """
                {"schema": "domicile.workload/1", "name": "Writer", "startsOn": "2026-07-01", "dataCategories": ["PERSONAL"],
                 "trainingReuse": "FORBIDDEN", "location": {"inference": ["EU"]}, "candidates": ["anthropic-direct"]}
                """);
        Path answers = Files.writeString(folder.resolve("hecvat.csv"), """
                HECVAT 4.1.4;;
                ID;Answer;Additional Information
                AISC-02;Yes;Unless you object
                DOCU-04;Yes;
                ;Yes;
                """);
        WalkSteps.settings(folder.resolve("desktop.properties"));
        shell = Optional.of(TestWindow.open(
                stage,
                TestDesk.in(folder, CLOCK)
                        .speaking(WalkSteps.language())
                        .choosing(new FilePicker() {
                            @Override
                            public Optional<Path> save(String name, Node owner) {
                                return Optional.empty();
                            }

                            @Override
                            public Optional<Path> open(Node owner) {
                                return Optional.of(answers);
                            }
                        })
                        .with(workload)
                        .desk()));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    @Test
    void whatAVendorAnsweredIsSeenAndBeginsAFact(FxRobot robot) throws IOException {
        fire(robot, "#tab-documents");
        fire(robot, "#documents-answers");
        fire(robot, "#take-answers");
        says(robot, "#vendor-answers", "hecvat.csv");
        says(robot, "#vendor-answers", "HECVAT-4.14:AISC-02");
        assertThat(all(robot, "#vendor-answers")).contains("(B3)", "Unless you object", "(C3)");
        fire(robot, "#v1-odd");
        says(robot, "#vendor-answers", "B5");
        WalkSteps.picture(robot, ".shell", "vendor-answers");

        fire(robot, "#tab-questionnaire");
        boolean seen = false;
        for (int i = 0; i < 40 && !seen; i++) {
            seen = robot.lookup("#vendors-said")
                    .tryQuery()
                    .filter(Node::isVisible)
                    .isPresent();
            if (!seen) {
                fire(robot, "#step");
            }
        }
        assertThat(seen).isTrue();
        assertThat(all(robot, "#vendors-said")).contains("HECVAT-4.14:AISC-02", "Unless you object");
        WalkSteps.picture(robot, ".shell", "vendor-answers-question");

        // the room reads it under the question; nothing is begun from there
        fire(robot, "#tab-meeting");
        fire(robot, "#present");
        says(robot, "#presenter", "HECVAT-4.14:AISC-02");
        assertThat(robot.lookup("#presenter #begin-v1r1").tryQuery()).isEmpty();
        WalkSteps.picture(robot, "#presenter", "vendor-answers-room");
        robot.push(KeyCode.ESCAPE);
        fire(robot, "#tab-questionnaire");

        fire(robot, "#vendors-said #begin-v1r1");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#edit-title").tryQuery().isPresent());
        says(robot, "#maintenance", "hecvat.csv");
        assertThat(robot.lookup("#maintenance .text-input").queryAllAs(TextInputControl.class))
                .extracting(TextInputControl::getText)
                .contains("Yes Unless you object");
        WalkSteps.picture(robot, ".shell", "vendor-answers-fact");
    }
}
