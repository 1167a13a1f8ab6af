package domicile.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A day that is half-typed stays in its field. */
@ExtendWith(ApplicationExtension.class)
class DayConverterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @SuppressWarnings("NullAway.Init") // made on the window's thread
    private DatePicker picker;

    @Start
    void start(Stage stage) {
        picker = Ui.picker("day", "Day");
        stage.setScene(new Scene(new VBox(picker, new Button("Elsewhere")), 400, 300));
        stage.show();
    }

    private String typed(FxRobot robot, String text, KeyCode leaving) {
        robot.clickOn("#day");
        robot.push(KeyCode.CONTROL, KeyCode.A).write(text).push(leaving);
        WaitForAsyncUtils.waitForFxEvents();
        return picker.getEditor().getText();
    }

    @Test
    void whatIsNoDayYetStaysWhenTheFieldIsLeftOrEnterIsPressed(FxRobot robot) {
        assertThat(typed(robot, "12", KeyCode.TAB)).isEqualTo("12");
        assertThat(typed(robot, "30", KeyCode.ENTER)).isEqualTo("30");
        assertThat(Ui.day(picker)).isEmpty();
    }

    @Test
    void itStaysInPlaceOfADayThatWasThereToo(FxRobot robot) {
        robot.interact(() -> picker.setValue(DAY));
        assertThat(typed(robot, "someday", KeyCode.TAB)).isEqualTo("someday");
        assertThat(Ui.day(picker)).isEmpty();
    }

    @Test
    void aDayThatIsChosenThenIsWritten(FxRobot robot) {
        typed(robot, "12", KeyCode.TAB);
        robot.interact(() -> picker.setValue(DAY));
        assertThat(Ui.day(picker)).contains(DAY);
        String day = picker.getEditor().getText();
        assertThat(typed(robot, "12", KeyCode.TAB)).isEqualTo("12");
        assertThat(typed(robot, day, KeyCode.TAB)).isEqualTo(day);
        assertThat(picker.getValue()).isEqualTo(DAY);
    }

    @Test
    void aHalfTypedYearIsNoYearOfAntiquity(FxRobot robot) {
        robot.interact(() -> picker.setValue(DAY));
        String day = picker.getEditor().getText();
        String half = day.replace("2026", "2");
        assertThat(typed(robot, half, KeyCode.TAB)).isEqualTo(half);
        assertThat(picker.getValue()).isEqualTo(DAY);
    }
}
