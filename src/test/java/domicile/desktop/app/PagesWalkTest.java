package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static domicile.desktop.app.WalkSteps.fire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.kit.FilePicker;
import domicile.desktop.shell.Shell;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.source.QuotedFact;
import domicile.source.SourceReview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Dropped;
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

/**
 * A page in hand, in the real window and by keys: taken in, quoted by choice and by suggestion, seen from the register,
 * read again, confirmed, and what changed decided.
 */
@DefaultLocale("en")
@ExtendWith(ApplicationExtension.class)
class PagesWalkTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate LATER = LocalDate.of(2026, 12, 24);
    private static final String PAGE = """
            <html><body><h1>Groq</h1>
            <p>Zero data retention can be switched on by every customer. It covers all endpoints.</p>
            <p>We sign a data processing addendum.</p>
            <p>Inference runs in Helsinki, Finland.</p>
            </body></html>
            """;
    private static final KeyCodeCombination CONFIRM =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCodeCombination CHOOSE = new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);

    @TempDir
    private static Path all;

    private final AtomicReference<LocalDate> day = new AtomicReference<>(DAY);
    private final AtomicReference<Path> file = new AtomicReference<>(Path.of(""));
    private Path folder = Path.of("");
    private Optional<RegisterStore> opened = Optional.empty();
    private Optional<Shell> shell = Optional.empty();

    private final class Days extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.parse(day.get() + "T10:00:00Z");
        }
    }

    @Start
    void start(Stage stage) throws IOException {
        folder = Files.createTempDirectory(all, "pages");
        FilePicker picker = new FilePicker() {
            @Override
            public Optional<Path> save(String name, Node owner) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> open(Node owner) {
                return Optional.of(file.get());
            }
        };
        Clock clock = new Days();
        RegisterStore store = RegisterStore.open(folder.resolve("register").toString(), clock);
        opened = Optional.of(store);
        shell = Optional.of(TestWindow.open(
                stage,
                TestDesk.in(folder, clock).choosing(picker).opening(() -> store).desk()));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    private void page(String text) throws IOException {
        file.set(Files.writeString(folder.resolve("page.html"), text));
    }

    private Optional<Fact<?>> fact(String id) {
        return opened.orElseThrow().asOf(day.get()).offering("groq").orElseThrow().facts().stream()
                .<Fact<?>>map(f -> f)
                .filter(f -> f.id().equals(id))
                .findFirst();
    }

    private Citation cited(String id) {
        return fact(id).orElseThrow().citations().stream()
                .filter(c -> c.source() == 0)
                .findFirst()
                .orElseThrow();
    }

    private static void says(FxRobot robot, String label, Predicate<String> text) {
        await().atMost(PATIENCE)
                .until(() ->
                        robot.lookup(label).tryQueryAs(Labeled.class).stream().anyMatch(l -> text.test(l.getText())));
    }

    private static void choose(FxRobot robot, String list, Predicate<Object> wanted) {
        ListView<Object> view = robot.lookup(list).queryListView();
        await().atMost(PATIENCE).until(() -> view.getItems().stream().anyMatch(wanted));
        robot.interact(() -> {
            Object item = view.getItems().stream().filter(wanted).findFirst().orElseThrow();
            view.getSelectionModel().clearAndSelect(view.getItems().indexOf(item));
            view.requestFocus();
        });
    }

    @Test
    void aPageIsQuotedAndReadAgain(FxRobot robot) throws IOException {
        fire(robot, "#nav-maintenance");
        fire(robot, "#tab-pages");
        TableView<?> table = robot.lookup("#pages").queryTableView();
        await().atMost(PATIENCE).until(() -> !table.getItems().isEmpty());
        robot.interact(() -> {
            table.getSelectionModel().clearAndSelect(0);
            table.requestFocus();
        });
        page(PAGE);
        robot.push(CHOOSE);
        says(robot, "#pages-said", text -> text.startsWith("✓"));
        robot.type(KeyCode.ENTER);

        // by choice: a line and a fact, then Enter
        choose(robot, "#page-facts", PagesWalkTest::zeroRetention);
        choose(robot, "#page-units", item -> item.toString().contains("first=1"));
        assertThat(robot.lookup("#page-words").queryTextInputControl().getText())
                .startsWith("Zero data retention");
        robot.type(KeyCode.ENTER);
        await().atMost(PATIENCE).until(() -> cited("zdr").quoted());
        assertThat(cited("zdr").quote().orElseThrow().exact())
                .isEqualTo("Zero data retention can be switched on by every customer.");

        // by suggestion: two taken, one left, then stopped
        fire(robot, "#suggest-quotes");
        says(robot, "#suggest-at", text -> text.startsWith("Fact 1 of "));
        robot.type(KeyCode.ENTER);
        says(robot, "#suggest-at", text -> text.startsWith("Fact 2 of "));
        robot.type(KeyCode.DELETE);
        says(robot, "#suggest-at", text -> text.startsWith("Fact 3 of "));
        robot.type(KeyCode.DIGIT2);
        robot.type(KeyCode.ENTER);
        says(robot, "#suggest-at", text -> text.startsWith("Fact 4 of "));
        robot.type(KeyCode.ESCAPE);
        await().atMost(PATIENCE).until(() -> quoted() == 3);

        // seen from the register: the words lead to their page
        seenFromTheRegister(robot);

        long changed = quotes().filter(c -> c.quote().orElseThrow().exact().contains("every customer"))
                .count();
        day.set(LATER);
        page(PAGE.replace("every customer", "enterprise customers"));
        fire(robot, "#page-back");
        robot.interact(table::requestFocus);
        dropOnItsRow(robot);
        says(
                robot,
                "#pages-count",
                text -> text.endsWith(changed + (changed == 1 ? " fact" : " facts") + " to decide"));
        robot.push(CONFIRM);
        says(robot, "#pages-said", text -> text.contains("read again"));
        await().atMost(PATIENCE).until(() -> quotedOn(LATER) == 3 - changed);
        assertThat(cited("zdr").read()).isEqualTo(DAY);

        robot.type(KeyCode.ENTER);
        choose(robot, "#page-facts", PagesWalkTest::zeroRetention);
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#words-after").tryQuery().isPresent());
        fire(robot, "#gone-fact");
        await().atMost(PATIENCE).until(() -> robot.lookup("#impacts").tryQuery().isPresent());
        fire(robot, "#keep-fact");
        await().atMost(PATIENCE).until(() -> cited("zdr").read().equals(LATER));
        assertThat(cited("zdr").quote().orElseThrow().exact()).contains("enterprise customers");
        robot.push(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN));
        await().atMost(PATIENCE).until(() -> cited("zdr").read().equals(DAY));
        assertThat(opened.orElseThrow().check()).isEmpty();
    }

    private void dropOnItsRow(FxRobot robot) {
        boolean[] taken = new boolean[1];
        robot.interact(() -> taken[0] = Dropped.on(
                robot.lookup((Node n) -> n instanceof TableRow<?> row
                                && row.getItem() instanceof SourceReview r
                                && r.source().number() == 0)
                        .query(),
                List.of(file.get())));
        assertThat(taken[0]).isTrue();
    }

    private static boolean zeroRetention(Object fact) {
        return fact instanceof QuotedFact f && f.part().equals(RegisterKey.fact("groq", "zdr"));
    }

    private void seenFromTheRegister(FxRobot robot) {
        fire(robot, "#nav-register");
        TableView<?> rows = robot.lookup("#offerings").queryTableView();
        robot.interact(() -> {
            int at = rows.getItems().stream().map(Object::toString).toList().stream()
                    .filter(r -> r.contains("groq"))
                    .findFirst()
                    .map(r -> rows.getItems().stream()
                            .map(Object::toString)
                            .toList()
                            .indexOf(r))
                    .orElseThrow();
            rows.getSelectionModel().clearAndSelect(at);
        });
        await().atMost(PATIENCE)
                .until(() -> links(robot).anyMatch(l -> l.getText().contains("Zero data retention")));
        robot.interact(() -> links(robot)
                .filter(l -> l.getText().contains("Zero data retention"))
                .findFirst()
                .orElseThrow()
                .fire());
        says(robot, "#page-title", text -> text.startsWith("[0]"));
        await().atMost(PATIENCE)
                .until(() -> robot.lookup(".passage-marked").tryQuery().isPresent());
    }

    private static Stream<Hyperlink> links(FxRobot robot) {
        return robot.lookup(".quote-link").queryAllAs(Hyperlink.class).stream();
    }

    private long quoted() {
        return quotes().count();
    }

    private long quotedOn(LocalDate read) {
        return quotes().filter(c -> c.read().equals(read)).count();
    }

    private Stream<Citation> quotes() {
        return opened.orElseThrow().asOf(day.get()).offerings().stream()
                .flatMap(o -> o.facts().stream())
                .flatMap(f -> f.citations().stream())
                .filter(Citation::quoted);
    }
}
