package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static domicile.desktop.app.WalkSteps.fire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.PdfOf;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.shell.Shell;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.residency.Quote;
import domicile.source.QuotedFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** A capture that is a PDF is read as it was printed, with the words of the chosen fact marked on its page. */
@DefaultLocale("en")
@ExtendWith(ApplicationExtension.class)
class PrintedPageWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final String WORDS = "Zero data retention can be switched on by every customer.";
    private static final int PAGES = 12;
    private static final int ON_PAGE = 9;

    @TempDir
    private static Path all;

    private Path file = Path.of("");
    private Optional<RegisterStore> opened = Optional.empty();
    private Optional<Shell> shell = Optional.empty();

    @Start
    void start(Stage stage) throws IOException {
        Path folder = Files.createTempDirectory(all, "printed");
        List<List<String>> pages = new ArrayList<>();
        IntStream.rangeClosed(1, PAGES)
                .forEach(page -> pages.add(page == ON_PAGE ? List.of(WORDS) : List.of(other(page))));
        file = Files.write(folder.resolve("page.pdf"), PdfOf.pages(pages));
        FilePicker picker = new FilePicker() {
            @Override
            public Optional<Path> save(String name, Node owner) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> open(Node owner) {
                return Optional.of(file);
            }
        };
        RegisterStore store = RegisterStore.open(folder.resolve("register").toString(), CLOCK);
        opened = Optional.of(store);
        shell = Optional.of(TestWindow.open(
                stage,
                TestDesk.in(folder, CLOCK).choosing(picker).opening(() -> store).desk()));
    }

    /** No two are alike: what stands at the head of every page is no text of it. */
    private static String other(int page) {
        return String.valueOf((char) ('a' + page)).repeat(page + 2) + " is all that this page has to say.";
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    private static void at(FxRobot robot, String text) {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#page-paper-at").tryQueryAs(Labeled.class).stream()
                        .anyMatch(l -> l.getText().equals(text)));
    }

    private static boolean zeroRetention(Object fact) {
        return fact instanceof QuotedFact f && f.part().equals(RegisterKey.fact("groq", "zdr"));
    }

    private static void choose(FxRobot robot, ListView<Object> facts) {
        robot.interact(() -> {
            facts.getSelectionModel()
                    .select(facts.getItems().stream()
                            .filter(PrintedPageWalkTest::zeroRetention)
                            .findFirst()
                            .orElseThrow());
            facts.requestFocus();
        });
    }

    @Test
    void theWordsAreMarkedOnTheirPage(FxRobot robot) {
        fire(robot, "#nav-maintenance");
        fire(robot, "#tab-pages");
        TableView<?> table = robot.lookup("#pages").queryTableView();
        await().atMost(PATIENCE).until(() -> !table.getItems().isEmpty());
        robot.interact(() -> {
            table.getSelectionModel().clearAndSelect(0);
            table.requestFocus();
        });
        robot.push(new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN));
        await().atMost(PATIENCE)
                .until(() ->
                        robot.lookup("#pages-said").queryLabeled().getText().startsWith("✓"));
        robot.type(KeyCode.ENTER);
        at(robot, "Page 1 of " + PAGES);
        assertThat(robot.lookup("#page-units").query().isVisible()).isFalse();

        // Enter on a fact leads to the lines, of which one is chosen
        ListView<Object> facts = robot.lookup("#page-facts").queryListView();
        choose(robot, facts);
        robot.type(KeyCode.ENTER);
        ListView<Object> units = robot.lookup("#page-units").queryListView();
        assertThat(units.isVisible()).isTrue();
        robot.interact(() -> units.getSelectionModel().clearAndSelect(ON_PAGE - 1));
        robot.type(KeyCode.ENTER);
        await().atMost(PATIENCE)
                .until(() -> facts.getItems().stream()
                        .noneMatch(f ->
                                zeroRetention(f) && !((QuotedFact) f).citation().quoted()));
        assertThat(opened.orElseThrow().asOf(LocalDate.of(2026, 11, 24)).offerings().stream()
                        .flatMap(o -> o.facts().stream())
                        .flatMap(f -> f.citations().stream())
                        .flatMap(c -> c.quote().stream()))
                .extracting(Quote::exact)
                .containsExactly(WORDS);

        // the next one without words is in front now
        choose(robot, facts);
        fire(robot, "#page-as-page");
        at(robot, "Page " + ON_PAGE + " of " + PAGES);
        await().atMost(PATIENCE)
                .until(() -> robot.lookup(".page-mark").queryAll().size() == 1);
        await().atMost(PATIENCE).until(() -> seen(robot));
        assertThat(robot.lookup("#page-paper").query().getAccessibleText())
                .isEqualTo("Marked on page " + ON_PAGE + ": " + WORDS);
        await().atMost(PATIENCE).until(() -> drawn(robot) > 0);
        assertThat(drawn(robot)).isLessThan(PAGES / 2);

        // closer, and to another page, by keys
        double before = robot.lookup(".page-mark").query().getBoundsInLocal().getWidth();
        robot.interact(() -> robot.lookup("#page-paper").query().requestFocus());
        robot.type(KeyCode.ADD);
        assertThat(robot.lookup(".page-mark").query().getBoundsInLocal().getWidth())
                .isGreaterThan(before * 1.2);
        await().atMost(PATIENCE).until(() -> seen(robot));
        robot.type(KeyCode.HOME);
        at(robot, "Page 1 of " + PAGES);
        robot.type(KeyCode.N);
        at(robot, "Page 2 of " + PAGES);
    }

    private static boolean seen(FxRobot robot) {
        Node scroll = robot.lookup("#page-paper").query();
        Node mark = robot.lookup(".page-mark").query();
        Bounds there = scroll.localToScene(scroll.getBoundsInLocal());
        Bounds here = mark.localToScene(mark.getBoundsInLocal());
        return there.contains(here.getMinX(), here.getMinY()) && there.contains(here.getMinX(), here.getMaxY());
    }

    private static long drawn(FxRobot robot) {
        return robot.lookup(".page .image-view").queryAllAs(ImageView.class).stream()
                .filter(v -> v.getImage() != null)
                .count();
    }
}
