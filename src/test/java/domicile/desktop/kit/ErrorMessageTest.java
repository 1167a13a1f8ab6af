package domicile.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A dialog looks like the window that it belongs to. */
@ExtendWith(ApplicationExtension.class)
class ErrorMessageTest {
    private static final double SIZE = 26;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        StackPane root = new StackPane();
        root.getStyleClass().addAll("shell", "dark", "large");
        root.setStyle("-fx-font-size: " + SIZE + "px;");
        stage.setScene(new Scene(root, 1280, 720));
        stage.show();
        new ErrorMessage("The day is missing", "claims.json", "give one", "a trace")
                .show(root, new Texts(Locale.FRENCH), () -> {});
    }

    @Test
    void itHasTheWindowsThemeAndTextSize(FxRobot robot) {
        DialogPane pane = robot.lookup(".dialog-pane").queryAs(DialogPane.class);
        assertThat(pane.getStyleClass()).contains("shell", "dark", "large", "dialog-pane");
        assertThat(pane.lookupAll(".text"))
                .isNotEmpty()
                .allSatisfy(t -> assertThat(((Text) t).getFont().getSize()).isGreaterThanOrEqualTo(SIZE));
        assertThat(((Label) pane.lookup(".content")).getText())
                .isEqualTo("O\u00F9\u00A0: claims.json\n\nQue faire\u00A0: give one");
        assertThat(pane.getWidth()).isGreaterThan(1000);
    }
}
