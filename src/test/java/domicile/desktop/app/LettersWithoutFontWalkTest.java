package domicile.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.kit.DesktopContext;
import domicile.desktop.shell.Shell;
import domicile.register.RegisterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** An assessment whose name has letters that no font has. */
@ExtendWith(ApplicationExtension.class)
class LettersWithoutFontWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String NAME = "Claims \uD842\uDFB7\u7530 \uD83D\uDCC4 2026";

    @TempDir
    private static Path folder;

    private Optional<Shell> shell = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        Path file = Files.writeString(
                folder.resolve("triage.domicile"),
                Files.readString(Path.of("src/test/resources/cases/eu-inference.workload.json"))
                        .replace("EU-only inference", NAME));
        DesktopContext desk = TestDesk.in(folder, CLOCK).with(file).desk();
        shell = Optional.of(TestWindow.open(stage, desk));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    @Test
    void isReadOnTheScreenAndKeptAsItIs(FxRobot robot) {
        await().atMost(PATIENCE).until(() -> robot.lookup("#notice").tryQuery().isPresent());
        Label notice = robot.lookup("#notice .label").queryAs(Label.class);
        assertThat(notice.getText()).contains(NAME);
        // empty boxes would look the same; what a font has or what is written out does not
        robot.interact(() -> assertThat(pixels(notice, "\uD842\uDFB7")).isNotEqualTo(pixels(notice, "\uD842\uDFB8")));
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#tab-findings").tryQuery().isPresent());
        shell.ifPresent(Shell::stop);
        shell = Optional.empty();
        try (RegisterStore store = RegisterStore.open(folder.resolve("register").toString(), CLOCK)) {
            assertThat(store.assessments().all().toString()).contains(NAME);
        }
    }

    private static List<Integer> pixels(Label like, String letters) {
        Text text = new Text(letters);
        text.setFont(like.getFont());
        WritableImage image = text.snapshot(null, null);
        return IntStream.range(0, (int) (image.getWidth() * image.getHeight()))
                .mapToObj(i -> image.getPixelReader().getArgb(i % (int) image.getWidth(), i / (int) image.getWidth()))
                .toList();
    }
}
