package domicile.desktop;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import domicile.desktop.assessment.AssessmentsScreen;
import domicile.desktop.maintenance.Keeper;
import domicile.desktop.maintenance.MaintenanceScreen;
import domicile.desktop.register.RegisterView;
import domicile.desktop.register.RegisterViewModel;
import domicile.register.RegisterStore;
import domicile.residency.InputException;
import domicile.residency.Register;
import domicile.residency.Source;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The frame around the screens: navigation, status line, theme and text size. Shown first; the register opens beside it. */
public final class Shell {
    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);
    private static final double BASE = 13;
    private static final double STEP = 1.3;
    private static final double LARGEST = 26;

    private final Desk desk;
    private final Texts texts;
    private final Settings settings;
    private final Consumer<String> openLink;
    private final BorderPane root = new BorderPane();
    private final StackPane center = new StackPane();
    private final Label status = new Label();
    private final ToggleGroup tabs = new ToggleGroup();
    private final Runnable restart;
    private final RegisterViewModel registerModel = new RegisterViewModel();
    private final RegisterView registerView;
    private final List<Screen> screens;
    private final Map<Screen, Node> made = new HashMap<>();
    private final List<Runnable> atStop = new ArrayList<>();
    private Optional<Screen.Opened> opened = Optional.empty();
    private double textSize;
    private boolean dark;

    /**
     * @param openLink opens a web page in the browser
     * @param restart makes the window anew, in the language that was chosen
     */
    public Shell(Desk desk, Settings settings, Consumer<String> openLink, Runnable restart) {
        this.desk = desk;
        this.settings = settings;
        this.openLink = openLink;
        this.restart = restart;
        this.texts = new Texts(Language.locale(settings, desk.locale()));
        this.registerView = new RegisterView(registerModel, texts, this::open, this::asOf);
        this.screens = List.of(
                new Screen("register", "nav.register", Feather.DATABASE, KeyCode.DIGIT1, o -> registerView.node()),
                new Screen("assessments", "nav.assessments", Feather.CHECK_SQUARE, KeyCode.DIGIT2, this::assessments),
                new Screen("maintenance", "nav.maintenance", Feather.TOOL, KeyCode.DIGIT3, this::maintenance));
        this.textSize = settings.number("text.size", BASE);
        this.dark = settings.get("theme")
                .map("dark"::equals)
                .orElseGet(() -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
        root.getStyleClass().add("shell");
        root.setLeft(navigation());
        root.setCenter(center);
        root.setBottom(statusLine());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        look();
        center.getChildren().setAll(opening());
    }

    /** The whole window's content. */
    public Parent node() {
        return root;
    }

    /** The window's title. */
    public String title() {
        return texts.get("app.title");
    }

    private Node assessments(Screen.Opened o) {
        AssessmentsScreen screen = new AssessmentsScreen(o.store(), o.register(), texts, desk, this::failed);
        atStop.add(screen::flush);
        return screen.node();
    }

    private Node maintenance(Screen.Opened o) {
        Keeper keeper = new Keeper(
                o.store(),
                desk.clock(),
                System.getProperty("user.name", "unknown"),
                Work::run,
                this::changed,
                this::failed);
        return new MaintenanceScreen(keeper, texts, desk.picker(), this::open).node();
    }

    /** The register is another one: it is shown, and the assessments are made anew upon it when one goes there next. */
    private void changed() {
        opened.ifPresent(o -> Work.run(
                () -> o.store().asOf(LocalDate.now(desk.clock())),
                register -> {
                    opened = Optional.of(new Screen.Opened(o.store(), register));
                    made.keySet().removeIf(s -> s.id().equals("assessments"));
                    show(register);
                },
                this::failed));
    }

    private void open(String url) {
        openLink.accept(url);
    }

    /** Opens the register off the FX thread and shows it. */
    public void start() {
        Work.run(
                () -> {
                    RegisterStore store = desk.open().call();
                    return new Screen.Opened(store, store.asOf(LocalDate.now(desk.clock())));
                },
                o -> {
                    opened = Optional.of(o);
                    show(o.register());
                    go(screens.getFirst());
                },
                this::failed);
    }

    /** Waits for what is being saved and lets the register go. */
    public void stop() {
        atStop.forEach(Runnable::run);
        settings.save();
        opened.ifPresent(o -> o.store().close());
    }

    private void asOf(LocalDate day) {
        opened.ifPresent(o -> Work.run(() -> o.store().asOf(day), this::show, e -> {
            registerModel.registerProperty().get().ifPresent(registerModel::show);
            failed(e);
        }));
    }

    private void show(Register register) {
        registerModel.show(register);
        status.setText(texts.get(
                "app.status",
                register.offerings().size(),
                register.sources().stream()
                        .filter(s -> s.kind() != Source.Kind.COMPILED)
                        .count(),
                texts.day(register.asOf())));
        status.setTooltip(new Tooltip(register.hash()));
    }

    private Node navigation() {
        VBox bar = new VBox();
        screens.forEach(s -> bar.getChildren().add(tab(s)));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        ToggleButton theme = new ToggleButton(texts.get("nav.theme"), new FontIcon(Feather.MOON));
        theme.setSelected(dark);
        theme.setTooltip(new Tooltip(texts.get("nav.theme.tip")));
        theme.selectedProperty().subscribe((was, on) -> {
            dark = on;
            look();
        });
        theme.setId("theme");
        Button larger = new Button("A+");
        larger.setTooltip(new Tooltip(texts.get("nav.larger")));
        larger.setAccessibleText(texts.get("nav.larger"));
        larger.setOnAction(e -> resize(textSize + STEP));
        Button smaller = new Button("A−");
        smaller.setTooltip(new Tooltip(texts.get("nav.smaller")));
        smaller.setAccessibleText(texts.get("nav.smaller"));
        smaller.setOnAction(e -> resize(textSize - STEP));
        HBox sizes = new HBox(smaller, larger);
        sizes.getStyleClass().add("sizes");
        bar.getChildren().addAll(gap, languages(), theme, sizes);
        bar.getStyleClass().add("navigation");
        return bar;
    }

    private ToggleButton tab(Screen screen) {
        ToggleButton button = new ToggleButton(texts.get(screen.key()), new FontIcon(screen.icon()));
        button.setId("nav-" + screen.id());
        button.setUserData(screen);
        button.setToggleGroup(tabs);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(e -> go(screen));
        return button;
    }

    private MenuButton languages() {
        MenuButton menu = new MenuButton(texts.get("nav.language"), new FontIcon(Feather.GLOBE));
        menu.setId("language");
        menu.getStyleClass().add("flat");
        menu.setMaxWidth(Double.MAX_VALUE);
        ToggleGroup group = new ToggleGroup();
        menu.getItems().add(language(Optional.empty(), group));
        for (Language language : Language.values()) {
            menu.getItems().add(language(Optional.of(language), group));
        }
        return menu;
    }

    private RadioMenuItem language(Optional<Language> language, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(language.map(Language::ownName).orElse(texts.get("language.system")));
        item.setToggleGroup(group);
        item.setSelected(Language.chosen(settings).equals(language));
        item.setOnAction(e -> {
            Language.choose(language, settings);
            restart.run();
        });
        return item;
    }

    private void go(Screen screen) {
        tabs.getToggles().stream()
                .filter(t -> screen.equals(t.getUserData()))
                .findFirst()
                .ifPresent(tabs::selectToggle);
        opened.ifPresent(o -> center.getChildren()
                .setAll(made.computeIfAbsent(screen, s -> s.make().apply(o))));
    }

    private Node opening() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(40, 40);
        VBox box = new VBox(12, turning, new Label(texts.get("app.opening")));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node statusLine() {
        HBox line = new HBox(status);
        line.getStyleClass().add("status-line");
        status.setId("status");
        return line;
    }

    private void shortcut(KeyEvent e) {
        if (!e.isShortcutDown()) {
            return;
        }
        KeyCode code = e.getCode();
        Optional<Screen> screen =
                screens.stream().filter(s -> s.shortcut() == code).findFirst();
        if (screen.isPresent()) {
            go(screen.get());
            e.consume();
            return;
        }
        switch (code) {
            case PLUS, EQUALS, ADD -> resize(textSize + STEP);
            case MINUS, SUBTRACT -> resize(textSize - STEP);
            case DIGIT0, NUMPAD0 -> resize(BASE);
            case F -> {
                go(screens.getFirst());
                registerView.focusSearch();
            }
            case D -> {
                dark = !dark;
                look();
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void resize(double size) {
        textSize = Math.clamp(size, BASE, LARGEST);
        look();
    }

    private void look() {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        root.setStyle("-fx-font-size: " + textSize + "px;");
        settings.put("theme", dark ? "dark" : "light");
        settings.put("text.size", String.valueOf(textSize));
    }

    /** Tells what happened, where, and what to do; the details can be copied. */
    void failed(Exception e) {
        LOG.error("failed", e);
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        Problem problem = e instanceof InputException refused
                ? new Problem(refused.what(), refused.where(), refused.remedy(), trace.toString())
                : new Problem(e.getClass().getSimpleName() + ": " + e.getMessage(), "", "", trace.toString());
        problem.show(root, texts);
    }
}
