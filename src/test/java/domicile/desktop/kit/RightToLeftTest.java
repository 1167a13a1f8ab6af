package domicile.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import domicile.Seeds;
import domicile.problem.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Text of any script is laid out at any width, and runs as its letters do. */
@ExtendWith(ApplicationExtension.class)
class RightToLeftTest {
    private static final List<String> WORDS = List.of(
            "\u05D1\u05D3\u05D9\u05E7\u05EA",
            "\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD",
            "\u0641\u062D\u0635",
            "\u0627\u0644\u0634\u0643\u0627\u0648\u0649",
            "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
            "\u0627\u0631\u062F\u0648",
            "\u06F1\u06F2\u06F3",
            "\u0661\u0662",
            "claims",
            "Pru\u0308fung",
            "12.5",
            "(",
            ")",
            ".",
            "\u0939\u093F\u0928\u094D\u0926\u0940",
            "\u0E17\u0E14\u0E2A\u0E2D\u0E1A",
            "\u691C\u67FB",
            "\uD842\uDFB7",
            "\uD83D\uDE00",
            "\uD83A\uDD00\uD83A\uDD23",
            "\u200E\u202B\u05D0\u202C\u200E",
            "\u2068\u0641\u2069",
            "\uD842",
            "\t",
            "\n",
            "");

    private final VBox root = new VBox();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(root, 800, 600));
        stage.show();
    }

    private static String any(Random random) {
        return Stream.generate(() -> Seeds.any(random, WORDS))
                .limit(Seeds.between(random, 1, 12))
                .collect(Collectors.joining(random.nextInt(4) == 0 ? "" : " "));
    }

    @Test
    void theSmallestCaseIsLaidOut(FxRobot robot) {
        robot.interact(() -> {
            Text two = new Text("\u05D0 \u05D1");
            two.setWrappingWidth(two.getLayoutBounds().getWidth() - 1);
            assertThat(two.getLayoutBounds().getHeight())
                    .isGreaterThan(new Text("\u05D0").getLayoutBounds().getHeight() * 1.5);
        });
    }

    @Test
    void anyTextIsLaidOutAtAnyWidth(FxRobot robot) {
        robot.interact(() -> Seeds.forAll(600, random -> {
            Text text = new Text(any(random));
            text.setWrappingWidth(Seeds.between(random, 0, 240));
            text.setTextAlignment(Seeds.any(random, TextAlignment.values()));
            text.getLayoutBounds();
            text.hitTest(new Point2D(random.nextInt(240), random.nextInt(60)));
            text.caretShape(random.nextInt(text.getText().length() + 1), random.nextBoolean());
            text.rangeShape(0, text.getText().length());
        }));
    }

    @Test
    void anyControlShowsAnyTextInAnyRoom(FxRobot robot) {
        Seeds.forAll(
                150,
                random -> robot.interact(() -> {
                    Label label = new Label(any(random));
                    label.setWrapText(random.nextInt(3) > 0);
                    label.setTextOverrun(Seeds.any(random, OverrunStyle.values()));
                    TextField field = new TextField(any(random));
                    TextArea area = new TextArea(any(random));
                    area.setWrapText(random.nextBoolean());
                    TextFlow flow = new TextFlow(new Text(any(random)), new Text(any(random)));
                    int width = Seeds.between(random, 1, 300);
                    List.of(label, field, area, flow).forEach(r -> r.setMaxSize(width, Seeds.between(random, 1, 100)));
                    root.getChildren().setAll(label, field, area, flow);
                    root.applyCss();
                    root.layout();
                    field.positionCaret(random.nextInt(field.getText().length() + 1));
                    field.forward();
                    area.end();
                }));
    }

    /** What is shaped is shown once: a line that was cut has not the letters of the next too. */
    @Test
    void aCutRunShowsItsOwnLettersAlone(FxRobot robot) {
        robot.interact(() -> Stream.of(
                        "\u0939\u093F\u0928\u094D\u0926\u0940 \u092A\u093E\u0920 \u092A\u0930\u0940\u0915\u094D\u0937\u0923",
                        "a\u0301 b\u0308 e\u0323 i\u0302 o\u0308 u\u0308 y\u0301")
                .forEach(words -> {
                    Text text = new Text(words);
                    double width = text.getLayoutBounds().getWidth() * 0.6;
                    text.setWrappingWidth(width);
                    assertThat(text.getBoundsInLocal().getMaxX()).as(words).isLessThanOrEqualTo(width + 2);
                }));
    }

    @Test
    void aParagraphRunsAsItsFirstLetterDoes(FxRobot robot) {
        robot.interact(() -> {
            Text text = new Text("\u05E9\u05DC\u05D5\u05DD.\nPeace.");
            assertThat(at(text, 4)).as("a sentence ends at its left").isLessThan(at(text, 0));
            assertThat(at(text, 11)).isGreaterThan(at(text, 6));
        });
    }

    @Test
    void aNameLeavesTheWordsAroundItInOrder(FxRobot robot) {
        Texts texts = new Texts(Locale.ENGLISH);
        robot.interact(() -> {
            String name = "\u05D0\u05D1";
            Text pair = new Text(texts.pair(name, "5 open"));
            int first = pair.getText().indexOf(name);
            int number = pair.getText().indexOf('5');
            assertThat(at(pair, number)).isGreaterThan(at(pair, first));
            assertThat(at(pair, first)).isGreaterThan(at(pair, first + 1));
            assertThat(texts.kept("app.pair", name, "5 open")).isEqualTo(name + ": 5 open");
            assertThat(texts.pair("Name", "5")).isEqualTo("Name: 5");
        });
    }

    /** Nobody sees what only says how letters join and run. */
    @Test
    void joinersAndMarksOfDirectionAreNotDrawn(FxRobot robot) {
        robot.interact(() -> {
            Text bare = new Text("\u05D0\u05D1");
            Text marked = new Text("\u200E\u202B\u05D0\u200C\u05D1\u202C\u200E");
            assertThat(drawn(marked)).isEqualTo(drawn(bare)).isPositive();
        });
    }

    /**
     * What no font has is written out where it stands; its text and the places in it stay. On Linux: other systems have
     * fonts.
     */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatNoFontHasIsWrittenOut(FxRobot robot) {
        // no font has letters for private use
        String mountain = "\uE000";
        String beyond = "\uDBFF\uDFFD";
        robot.interact(() -> {
            for (String strange : List.of(mountain, beyond)) {
                String named = SafeText.named(strange.codePointAt(0));
                for (String around : List.of("", "a", "10 ")) {
                    Text shown = new Text(around + strange + around);
                    Text written = new Text(around + named + around);
                    assertThat(shown.getLayoutBounds().getWidth())
                            .as(around + named)
                            .isCloseTo(written.getLayoutBounds().getWidth(), within(2.0));
                    assertThat(drawn(shown)).as(around + named).isGreaterThan(drawn(new Text(around + around)) + 100);
                    assertThat(shown.getText()).isEqualTo(around + strange + around);
                }
                Label label = new Label("x" + strange);
                root.getChildren().setAll(label);
                root.applyCss();
                assertThat(label.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                        .isEqualTo("x" + strange);
                Text pair = new Text("ab" + strange + "c");
                assertThat(at(pair, 2 + strange.length()))
                        .as("what follows stands behind it")
                        .isGreaterThan(at(pair, 1));
            }
        });
    }

    /** A letter of two halves at which a run ends took the whole name with it. */
    @Test
    void aLetterOfTwoHalvesLeavesTheOthers(FxRobot robot) {
        robot.interact(() -> {
            Text alone = new Text("a\u05D0");
            Text joined = new Text("a\u05D0 \uD802\uDD00");
            Text after = new Text("\u7530 \uD802\uDD00");
            assertThat(joined.getLayoutBounds().getWidth())
                    .isGreaterThan(alone.getLayoutBounds().getWidth());
            assertThat(drawn(after)).isPositive();
        });
    }

    /** How many of a text's pixels are not white. */
    private static long drawn(Text text) {
        WritableImage image = text.snapshot(null, null);
        return IntStream.range(0, (int) (image.getWidth() * image.getHeight()))
                .filter(i -> image.getPixelReader().getArgb(i % (int) image.getWidth(), i / (int) image.getWidth())
                        != 0xFFFFFFFF)
                .count();
    }

    /** Where the middle of a letter is. */
    private static double at(Text text, int letter) {
        return new Path(text.rangeShape(letter, letter + 1)).getBoundsInLocal().getCenterX();
    }
}
