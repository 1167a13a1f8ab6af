package domicile.desktop.shell;

import domicile.desktop.assessment.AssessmentsScreen;
import domicile.desktop.compare.CompareView;
import domicile.desktop.compare.CompareViewModel;
import domicile.desktop.help.HelpView;
import domicile.desktop.kit.AfterFrames;
import domicile.desktop.kit.Appearance;
import domicile.desktop.kit.Command;
import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.Jobs;
import domicile.desktop.kit.Language;
import domicile.desktop.kit.LoadingPlaceholder;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Texts;
import domicile.desktop.maintenance.MaintenanceContext;
import domicile.desktop.maintenance.MaintenanceScreen;
import domicile.desktop.register.RegisterView;
import domicile.desktop.register.RegisterViewModel;
import domicile.desktop.startup.SplashFrame;
import domicile.desktop.startup.StartupLoader;
import domicile.desktop.startup.StartupProbe;
import domicile.register.Upgrade;
import domicile.register.Version;
import domicile.residency.Register;
import domicile.search.FacetIndex;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.LoggerFactory;

/** The frame around the screens. Shown first; the register opens beside it. */
public final class Shell {
    private final DesktopContext desk;
    private final StartupLoader beginning;
    private final Texts texts;
    private final Settings settings;
    private final Consumer<String> openLink;
    private final Runnable restart;
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame);
    private final StackPane center = new StackPane();
    private final StackPane overCenter = new StackPane(center);
    private final StatusLine status;
    private final Appearance appearance;
    private final Palette palette;
    private final FocusKeeper entering;
    private final RegisterViewModel registerModel;
    private final Notices notices;
    private final Jobs jobs;
    private final ErrorReporter faults;
    private final Remembering remembering;
    private final CompareViewModel compareModel;
    private final List<Screen> screens;
    private final Map<Screen, Node> made = new HashMap<>();
    private final List<Runnable> atStop = new ArrayList<>();
    private final List<Consumer<Screen.Opened>> waiting = new ArrayList<>();
    private Optional<Screen.Opened> opened = Optional.empty();
    private Optional<AssessmentsScreen> assessments = Optional.empty();
    private Optional<Navigation> navigation = Optional.empty();
    private Optional<RegisterView> registerView = Optional.empty();
    private Optional<MaintenanceScreen> maintenance = Optional.empty();
    private Optional<HelpView> help = Optional.empty();

    /**
     * @param beginning what the desk's register is being read by
     * @param openLink opens a web page in the browser
     * @param restart makes the window anew, in the language that was chosen
     */
    public Shell(
            DesktopContext desk,
            StartupLoader beginning,
            Settings settings,
            Consumer<String> openLink,
            Runnable restart) {
        this.desk = desk;
        this.beginning = beginning;
        this.settings = settings;
        this.openLink = openLink;
        this.restart = restart;
        this.texts = new Texts(Language.locale(settings, desk.locale()));
        this.appearance = new Appearance(root, settings);
        this.notices = new Notices(overCenter, texts);
        this.faults = new ErrorReporter(root, texts);
        this.jobs = new Jobs(texts, faults::failed);
        this.status = new StatusLine(
                texts,
                jobs,
                () -> maintain(MaintenanceScreen.Task.DUE),
                () -> maintain(MaintenanceScreen.Task.UPGRADE));
        this.registerModel = RegisterViewModel.of(settings, texts, jobs);
        this.remembering = new Remembering(settings, jobs, registerModel::remember);
        registerModel.whenChanged(remembering::soon);
        this.compareModel = new CompareViewModel(settings);
        this.screens = List.of(
                new Screen(
                        StartupLoader.ROWS,
                        "nav.register",
                        Feather.DATABASE,
                        KeyCode.DIGIT1,
                        o -> registerView().node()),
                new Screen("assessments", "nav.assessments", Feather.CHECK_SQUARE, KeyCode.DIGIT2, this::assessments),
                new Screen("maintenance", "nav.maintenance", Feather.TOOL, KeyCode.DIGIT3, this::maintenance),
                new Screen("compare", "nav.compare", Feather.COLUMNS, KeyCode.DIGIT4, o -> comparison()),
                new Screen("help", "nav.help", Feather.HELP_CIRCLE, KeyCode.F1, this::help));
        this.palette = new Palette(root, texts, this::commands);
        root.getStyleClass().add("shell");
        frame.setCenter(overCenter);
        frame.setBottom(new VBox(jobs.node(), status.node()));
        // before the shortcuts, which ask for it
        this.entering = new FocusKeeper(root, () -> center.getChildren().getFirst());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        root.widthProperty().subscribe(w -> fit());
        root.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .subscribe(focused -> {
                    if (Boolean.TRUE.equals(focused)) {
                        look();
                    }
                });
        center.getChildren().setAll(LoadingPlaceholder.node(texts));
    }

    /** The whole window's content. */
    public Parent node() {
        return root;
    }

    /** Made when it is first needed: rows that come at once come before it. */
    private Navigation navigation() {
        Navigation there =
                navigation.orElseGet(() -> new Navigation(screens, texts, settings, appearance, this::go, restart));
        if (navigation.isEmpty()) {
            navigation = Optional.of(there);
            frame.setLeft(there.node());
            fit();
        }
        return there;
    }

    /** Made when it is first needed, so that the frame is there before it. */
    private RegisterView registerView() {
        RegisterView view = registerView.orElseGet(() -> new RegisterView(
                registerModel,
                texts,
                settings,
                this::open,
                this::history,
                this::asOf,
                desk.clock().getZone(),
                notices,
                this::compare));
        registerView = Optional.of(view);
        return view;
    }

    private Node assessments(Screen.Opened o) {
        AssessmentsScreen screen =
                new AssessmentsScreen(o.store(), o.register(), texts, desk, jobs, notices, this::open);
        atStop.add(screen::flush);
        screen.changed().subscribe(palette::refresh);
        assessments = Optional.of(screen);
        return screen.node();
    }

    private Node maintenance(Screen.Opened o) {
        MaintenanceContext keeper = new MaintenanceContext(
                o.store(), desk.clock(), System.getProperty("user.name", "unknown"), jobs, this::changed);
        MaintenanceScreen screen = new MaintenanceScreen(keeper, texts, desk.picker(), this::open, notices);
        maintenance = Optional.of(screen);
        return screen.node();
    }

    /** The register is another one: it is shown, and the assessments are made anew upon it when one goes there next. */
    private void changed() {
        opened.ifPresent(o -> jobs.run(
                () -> index(o.store().asOf(LocalDate.now(desk.clock()))), index -> shown(index.register(), index)));
    }

    /**
     * Looks, when the window is turned to again, whether another program changed the register meanwhile; if so shows it
     * anew, with what was selected, filtered and half-written left as it is.
     */
    private void look() {
        opened.ifPresent(o -> {
            LocalDate today = LocalDate.now(desk.clock());
            LocalDate shown =
                    registerModel.registerProperty().get().map(Register::asOf).orElse(today);
            jobs.run(
                    () -> {
                        Register now = o.store().asOf(today);
                        return now.hash().equals(o.register().hash())
                                ? Optional.<Reloaded>empty()
                                : Optional.of(new Reloaded(
                                        now,
                                        index(
                                                shown.equals(today)
                                                        ? now
                                                        : o.store().asOf(shown))));
                    },
                    found -> found.ifPresent(this::reloaded),
                    // Nobody asked for this: what cannot be read now is told when it is asked for.
                    e -> LoggerFactory.getLogger(Shell.class)
                            .warn("whether the register was changed cannot be seen", e));
        });
    }

    private record Reloaded(Register today, FacetIndex index) {}

    /** The register is another one today: assessments are made anew upon it. */
    private void shown(Register today, FacetIndex index) {
        opened = opened.map(o -> new Screen.Opened(o.store(), today));
        made.keySet().removeIf(s -> s.id().equals("assessments"));
        show(index);
        snapshot();
        countWaiting();
    }

    private FacetIndex index(Register register) {
        return FacetIndex.ready(register, Names.in(register.areas(), texts.locale()));
    }

    private void reloaded(Reloaded found) {
        shown(found.today(), found.index());
        maintenance.ifPresent(MaintenanceScreen::refresh);
        notices.say(texts.get("app.reloaded"));
    }

    private Node comparison() {
        return new CompareView(compareModel, texts, this::open, () -> go(screens.getFirst())).node();
    }

    private Node help(Screen.Opened o) {
        HelpView view = new HelpView(
                texts,
                Keys.of(screens, texts),
                () -> registerModel.registerProperty().get(),
                o.store().where(),
                String.valueOf(desk.settings().toAbsolutePath().getParent()));
        help = Optional.of(view);
        return view.node();
    }

    private void open(String url) {
        openLink.accept(url);
    }

    /**
     * Shows the screen that was shown last, and what the register says as soon as that is known: from its snapshot
     * first, when there is one, and then the register is opened. The register's screen is made meanwhile.
     *
     * @param ready called when there is something to show, or the register could not be opened, before it is shown
     */
    public void start(Runnable ready) {
        if (StartupLoader.startsWithRows(settings)) {
            put(registerView().node());
        }
        Optional<FacetIndex> now = beginning.seenByNow();
        if (now.isPresent()) {
            frame.setLeft(SplashFrame.bar(texts, settings));
            seen(now.get(), ready);
        } else {
            navigation();
            jobs.run(
                    beginning::seen,
                    seen -> seen.ifPresentOrElse(index -> seen(index, ready), () -> open(ready)),
                    e -> open(ready));
        }
    }

    private void seen(FacetIndex index, Runnable ready) {
        ready.run();
        if (navigation.isEmpty()) {
            // else the window gives the keyboard focus to what is there before it
            root.requestFocus();
        }
        show(index);
        AfterFrames.after(root, () -> {
            navigation().mark(wanted());
            open(() -> {});
        });
    }

    /** Opens the register, and shows it unless what is shown already says the same. */
    private void open(Runnable ready) {
        jobs.run(
                beginning::opened,
                found -> {
                    ready.run();
                    Optional<FacetIndex> seen = registerModel.indexProperty().get();
                    opened = Optional.of(
                            new Screen.Opened(found.store(), found.index().register()));
                    if (seen.filter(s -> s == found.index()).isEmpty()) {
                        show(found.index());
                        seen.ifPresent(old -> notices.say(texts.get("app.reloaded")));
                        AfterFrames.after(root, this::snapshot);
                    }
                    found.store().opening().ifPresent(done -> notices.say(done.in(texts.locale())));
                    go(wanted());
                    AfterFrames.after(root, this::countWaiting);
                    desk.file().ifPresent(this::openFile);
                    List.copyOf(waiting).forEach(w -> w.accept(opened.orElseThrow()));
                    waiting.clear();
                    root.getProperties().put(StartupProbe.OPENED, true);
                },
                e -> {
                    ready.run();
                    waiting.clear();
                    center.getChildren().setAll(new Label(texts.get("app.notOpened")));
                    failed(e);
                });
    }

    /** Keeps what the register says today for the next start. What cannot be kept is as good as absent. */
    private void snapshot() {
        opened.ifPresent(o -> jobs.run(
                () -> {
                    o.store().takeSnapshot(LocalDate.now(desk.clock()));
                    return o;
                },
                done -> {},
                e -> LoggerFactory.getLogger(Shell.class).warn("no snapshot of the register was taken", e)));
    }

    /** Counts, once there are rows, what is worded for rules version 1. */
    private void countWaiting() {
        opened.ifPresent(o -> jobs.run(
                () -> Upgrade.waiting(o.store(), LocalDate.now(desk.clock())),
                status::waiting,
                e -> LoggerFactory.getLogger(Shell.class)
                        .warn("what is worded for rules version 1 cannot be counted", e)));
    }

    /** Does something with the register, at once or when it has been opened. */
    private void whenOpened(Consumer<Screen.Opened> then) {
        opened.ifPresentOrElse(then, () -> waiting.add(then));
    }

    /** Waits for what is being saved and lets the register go. */
    public void stop() {
        atStop.forEach(Runnable::run);
        remembering.stop();
        jobs.close();
        opened.ifPresent(o -> o.store().close());
    }

    /** A workload file as a new assessment; one that is refused is told about and changes nothing. */
    public void openFile(Path file) {
        go(screen("assessments"));
        assessments.ifPresent(a -> a.open(
                file, name -> notices.say(texts.get("app.openedFile", name, String.valueOf(file.getFileName())))));
    }

    private void history(String offering, Consumer<List<Version>> then) {
        whenOpened(o -> jobs.run(() -> o.store().history(offering), then));
    }

    private void asOf(LocalDate day) {
        whenOpened(o -> jobs.run(() -> index(o.store().asOf(day)), this::show, e -> {
            registerModel.indexProperty().get().ifPresent(registerModel::show);
            failed(e);
        }));
    }

    private void show(FacetIndex index) {
        Register register = index.register();
        registerModel.show(index);
        compareModel.show(register);
        // after the rows: from when they are, and the words, for which the first search would wait
        AfterFrames.after(root, () -> {
            status.show(register, LocalDate.now(desk.clock()));
            jobs.run(
                    () -> {
                        index.readWords();
                        return index;
                    },
                    read -> {});
        });
    }

    private List<Command> commands() {
        Commands all = new Commands(texts, this::screen, this::enter);
        all.screens(screens);
        all.action("palette.compare", registerView()::compareSelected);
        all.action("palette.clear", registerModel::clear);
        all.action("nav.theme.tip", this::switchTheme);
        all.action("nav.larger", appearance::larger);
        all.action("nav.smaller", appearance::smaller);
        // made when it is needed first: it tells the palette when it knows its assessments
        opened.ifPresent(
                o -> made.computeIfAbsent(screen("assessments"), s -> s.make().apply(o)));
        assessments.ifPresent(a -> all.on("assessments", a.commands()));
        all.maintenance(this::maintain);
        all.register(registerView(), registerModel);
        all.terms(term -> help.ifPresent(h -> h.explain(term)));
        return all.all();
    }

    private void maintain(MaintenanceScreen.Task task) {
        whenOpened(o -> {
            enter(screen("maintenance"));
            maintenance.ifPresent(m -> m.start(task));
        });
    }

    private Screen screen(String id) {
        return screens.stream().filter(s -> s.id().equals(id)).findFirst().orElse(screens.getFirst());
    }

    /** The screen that was gone to last. */
    private Screen wanted() {
        return screen(settings.get("screen").orElse(StartupLoader.ROWS));
    }

    private void go(Screen screen) {
        navigation().mark(screen);
        settings.put("screen", screen.id());
        opened.ifPresent(o -> put(made.computeIfAbsent(screen, s -> s.make().apply(o))));
    }

    private void put(Node screen) {
        // one that is there already would be styled once more
        if (!center.getChildren().equals(List.of(screen))) {
            center.getChildren().setAll(screen);
        }
    }

    /**
     * Goes to a screen by keyboard: the keyboard focus are in it at once, and not behind language, theme and size of
     * the text.
     */
    private void enter(Screen screen) {
        go(screen);
        entering.enter();
    }

    private void compare(List<String> offerings) {
        compareModel.compare(offerings);
        enter(screen("compare"));
    }

    private void fit() {
        navigation.ifPresent(
                n -> n.compact(root.getWidth() > 0 && root.getWidth() / appearance.size() < SplashFrame.NARROW));
    }

    private void shortcut(KeyEvent e) {
        Optional<Screen> screen =
                screens.stream().filter(s -> s.combination().match(e)).findFirst();
        if (screen.isPresent()) {
            enter(screen.get());
            e.consume();
            return;
        }
        if (e.getCode() == KeyCode.F6) {
            registerView().nextPane(e.isShiftDown());
            e.consume();
            return;
        }
        if (!e.isShortcutDown()) {
            return;
        }
        switch (e.getCode()) {
            case PLUS, EQUALS, ADD -> appearance.larger();
            case MINUS, SUBTRACT -> appearance.smaller();
            case DIGIT0, NUMPAD0 -> appearance.usual();
            case F -> {
                go(screens.getFirst());
                registerView().focusSearch();
            }
            case E -> registerView().compareSelected();
            case K -> palette.open();
            case D -> switchTheme();
            case Z -> {
                // a field takes back its own typing
                boolean typing = root.getScene().getFocusOwner() instanceof TextInputControl;
                if (e.isShiftDown() || typing || !notices.undoLast()) {
                    return;
                }
            }
            default -> {
                return;
            }
        }
        fit();
        e.consume();
    }

    private void switchTheme() {
        appearance.dark(!appearance.dark());
        navigation().update();
    }

    /** Tells of a fault of the program. */
    public void unexpected(Throwable fault) {
        faults.unexpected(fault);
    }

    private void failed(Exception e) {
        faults.failed(e);
    }
}
