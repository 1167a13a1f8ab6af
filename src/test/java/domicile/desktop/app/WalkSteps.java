package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;

/** What walks through the window do and wait for. */
final class WalkSteps {
    private WalkSteps() {}

    /** All that is written under something. */
    static String all(FxRobot robot, String under) {
        return robot.lookup(under).queryAll().stream()
                .flatMap(n -> n.lookupAll("*").stream())
                .flatMap(n -> switch (n) {
                    case Labeled labeled -> Optional.ofNullable(labeled.getText()).stream();
                    case Text text -> Optional.ofNullable(text.getText()).stream();
                    default -> Stream.<String>empty();
                })
                .collect(Collectors.joining("\n"));
    }

    /** Asks a window to close, as its cross does: it stays while a recovery key is shown that nobody has noted. */
    static void staysOpenForTheKey(FxRobot robot) {
        Window window = robot.lookup("#recovery-key").query().getScene().getWindow();
        robot.interact(() -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(window.isShowing()).isTrue();
        assertThat(robot.lookup("#recovery-said").queryAs(Label.class).getText())
                .isNotEmpty();
    }

    static void says(FxRobot robot, String under, String words) {
        await().atMost(PATIENCE).until(() -> all(robot, under).contains(words));
    }

    static void focused(FxRobot robot, String id) {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup(id).tryQuery().filter(Node::isFocused).isPresent());
    }

    /** Fires a button as soon as it is there and can be. */
    static void fire(FxRobot robot, String button) {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup(button).tryQueryAs(ButtonBase.class).stream()
                        .anyMatch(b -> !b.isDisabled()));
        robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
    }

    /** Leaves a picture where {@code -Ddomicile.pictures=FOLDER} says, and none without. */
    static void picture(FxRobot robot, String node, String name) throws IOException {
        picture(robot, robot.lookup(node).<Node>query(), name);
    }

    /** As {@link #picture(FxRobot, String, String)}. */
    static void picture(FxRobot robot, Node node, String name) throws IOException {
        String into = System.getProperty("domicile.pictures", "");
        if (!into.isEmpty()) {
            robot.interact(() -> {});
            Files.createDirectories(Path.of(into));
            ImageIO.write(
                    SwingFXUtils.fromFXImage(robot.capture(node).getImage(), null),
                    "png",
                    Path.of(into, name + ".png").toFile());
        }
    }

    /**
     * The settings of {@code -Ddomicile.settings=a=b,c=d}, in which pictures are taken.
     *
     * @param file where they are kept
     */
    static void settings(Path file) throws IOException {
        Files.writeString(file, System.getProperty("domicile.settings", "").replace(',', '\n'));
    }

    /** The language of {@code -Ddomicile.language}; English without. */
    static Locale language() {
        return Locale.forLanguageTag(System.getProperty("domicile.language", "en"));
    }
}
