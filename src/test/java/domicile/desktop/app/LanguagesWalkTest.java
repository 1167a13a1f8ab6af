package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.Settings;
import domicile.desktop.shell.Shell;
import domicile.desktop.startup.StartupLoader;
import domicile.register.Attribution;
import domicile.register.Edit;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.residency.Citation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * On a system that speaks another language the window is English as a whole, and shows that language wherever people,
 * documents and the register write it.
 */
@DefaultLocale("en") // each window sets it to what it speaks
@ExtendWith(ApplicationExtension.class)
class LanguagesWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    /** What people write in the system's language. */
    private enum Language {
        HE("\u05D1\u05D3\u05D9\u05E7\u05EA \u05EA\u05D1\u05D9\u05E2\u05D5\u05EA"),
        AR("\u0641\u062D\u0635 \u0627\u0644\u0634\u0643\u0627\u0648\u0649"),
        FA("\u0628\u0631\u0631\u0633\u06CC \u0634\u06A9\u0627\u06CC\u062A\u200C\u0647\u0627 \u06F1\u06F4\u06F0\u06F5"),
        UR("\u0634\u06A9\u0627\u06CC\u0627\u062A \u06A9\u06CC \u062C\u0627\u0646\u0686"),
        TR("\u015Eik\u00E2yetlerin \u0130ncelenmesi");

        private final String words;

        Language(String words) {
            this.words = words;
        }

        Locale locale() {
            return Locale.of(name().toLowerCase(Locale.ROOT));
        }

        /** Without joiners, which a name may not hold. */
        String name(int times) {
            return String.join(" ", Collections.nCopies(times, words)).replace("\u200C", " ");
        }

        String note() {
            return String.join(" (OpenAI, 30) ", Collections.nCopies(4, words)) + ".";
        }
    }

    @TempDir
    private static Path all;

    private final Optional<Thread.UncaughtExceptionHandler> handler =
            Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final Set<String> said = new HashSet<>();
    private Optional<Stage> stage = Optional.empty();
    private Optional<Shell> shell = Optional.empty();

    @Start
    void start(Stage window) {
        stage = Optional.of(window);
    }

    @BeforeEach
    void listen() {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> faults.add(fault));
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(() -> shell.ifPresent(Shell::stop));
        Thread.setDefaultUncaughtExceptionHandler(handler.orElse(null));
    }

    private void open(FxRobot robot, Language language) throws IOException {
        Path folder = Files.createTempDirectory(all, "language");
        LocalDate today = LocalDate.now(CLOCK);
        try (RegisterStore store = store(folder)) {
            store.edit(
                    List.of(new Edit.Put(
                            RegisterKey.offering("groq"),
                            "{\"id\":\"groq\",\"name\":\"" + language.name(4)
                                    + "\",\"provider\":\"groq\",\"operator\":\"groq\"}")),
                    new Attribution(today, "me", language.name(3), Optional.of(new Citation(19, today))));
        }
        Path file = Files.writeString(folder.resolve("w.workload.json"), """
                {"schema": "domicile.workload/1", "name": "%s", "startsOn": "2026-07-01", "dataCategories": ["PERSONAL"],
                 "location": {"inference": ["EU"]}, "retention": {"maxDays": 30}, "candidates": ["openai-azure", "groq"]}
                """.formatted(language.name(5)));
        DesktopContext desk = TestDesk.in(folder, CLOCK)
                .speaking(language.locale())
                .with(file)
                .desk();
        Locale.setDefault(language.locale());
        robot.interact(() -> {
            Settings settings = new Settings(desk.settings());
            TestWindow.size(stage.orElseThrow(), settings, TestWindow.ROOM);
            new DesktopApp(s -> TestWindow.ROOM).sketch(stage.orElseThrow(), settings, desk.locale(), () -> {
                Shell made = TestWindow.shell(desk, StartupLoader.of(desk), settings);
                shell = Optional.of(made);
                return made;
            });
        });
    }

    private static RegisterStore store(Path folder) {
        return RegisterStore.open(folder.resolve("register").toString(), CLOCK);
    }

    @ParameterizedTest
    @EnumSource
    void everyScreenShowsWhatPeopleWriteAndSpeaksEnglish(Language language, FxRobot robot) throws IOException {
        open(robot, language);
        shown(robot, "#tab-findings");
        seen(robot, language, "questionnaire");
        for (String section : List.of("S0", "S1", "S2", "S3", "S4", "S5", "S7")) {
            go(robot, language, "#section-" + section);
        }
        for (String tab : List.of(
                "#tab-findings", "#tab-documents", "#tab-inUse", "#tab-meeting", "#tab-report", "#back-to-list")) {
            go(robot, language, tab);
        }
        go(robot, language, "#nav-register");
        for (String screen : List.of("#nav-compare", "#nav-maintenance")) {
            go(robot, language, screen);
        }
        for (String tab : List.of("due", "import", "history", "sources", "conflicts", "trail")) {
            go(robot, language, "#tab-" + tab);
        }
        go(robot, language, "#nav-help");
        assertThat(said)
                .as("countries and days in English")
                .contains("United Kingdom")
                .anyMatch(t -> t.contains("Nov 24, 2026"));
        assertThat(Locale.getDefault()).isEqualTo(Locale.ENGLISH);
    }

    private void go(FxRobot robot, Language language, String button) {
        shown(robot, button);
        robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
        seen(robot, language, button);
    }

    private static void shown(FxRobot robot, String node) {
        await().atMost(PATIENCE).until(() -> robot.lookup(node).tryQuery().isPresent());
    }

    /** Looks at a screen as it is, and at one whose every text, field and tooltip is in the system's language. */
    private void seen(FxRobot robot, Language language, String screen) {
        robot.interact(() -> {});
        List<String> texts = texts(robot);
        said.addAll(texts);
        assertThat(texts)
                .as(screen + " speaks English")
                .isNotEmpty()
                .allMatch(text -> language.words.contains("\u0130")
                        ? !text.contains("\u00DC") && !text.contains("Almanya")
                        : foreign(text).isEmpty() || foreign(language.note()).containsAll(foreign(text)));
        robot.interact(() -> {
            Parent root = shell.orElseThrow().node();
            List<Node> nodes = new ArrayList<>();
            collect(root, nodes);
            nodes.forEach(node -> write(node, language));
            root.applyCss();
            root.layout();
            nodes.forEach(node -> {
                if (node instanceof Control control && control.getTooltip() instanceof Tooltip tip) {
                    tip.setText(tip.getText() + " " + language.note());
                    tip.setMaxWidth(160);
                    tip.setWrapText(true);
                    tip.show(root.getScene().getWindow(), 10, 10);
                    tip.getScene().getRoot().layout();
                    tip.hide();
                }
            });
        });
        robot.interact(() -> {}); // what was written has been laid out and drawn
        assertThat(faults).as(screen).isEmpty();
    }

    private static void write(Node node, Language language) {
        switch (node) {
            case TextInputControl field
            when field.isEditable() && !field.textProperty().isBound() && !"search".equals(field.getId()) ->
                field.setText(language.note());
            case Labeled labeled
            when !labeled.textProperty().isBound() && labeled.getText() instanceof String was ->
                labeled.setText(was.length() > 20 ? language.note() : language.name(1));
            default -> {}
        }
    }

    private static void collect(Node node, List<Node> nodes) {
        nodes.add(node);
        if (node instanceof Parent parent && !(node instanceof ComboBoxBase<?> || node instanceof Spinner<?>)) {
            parent.getChildrenUnmodifiable().forEach(n -> collect(n, nodes));
        }
    }

    private List<String> texts(FxRobot robot) {
        List<Node> nodes = new ArrayList<>();
        robot.interact(() -> collect(shell.orElseThrow().node(), nodes));
        return nodes.stream()
                .filter(Text.class::isInstance)
                .map(n -> ((Text) n).getText())
                .filter(t -> !t.isEmpty())
                .toList();
    }

    /** The letters and digits of a text that no window in English has of its own. */
    private static List<Integer> foreign(String text) {
        return text.codePoints()
                .filter(c -> Character.isLetterOrDigit(c))
                .filter(c -> Stream.of(Character.UnicodeScript.LATIN, Character.UnicodeScript.COMMON)
                                .noneMatch(s -> s == Character.UnicodeScript.of(c))
                        || Character.isDigit(c) && c > '9')
                .boxed()
                .distinct()
                .toList();
    }
}
