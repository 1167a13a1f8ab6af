package domicile.desktop.shell;

import domicile.desktop.kit.AfterFrames;
import domicile.desktop.kit.Appearance;
import domicile.desktop.kit.BackupOnClose;
import domicile.desktop.kit.Command;
import domicile.desktop.kit.CompareRequests;
import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.Frame;
import domicile.desktop.kit.Jobs;
import domicile.desktop.kit.Language;
import domicile.desktop.kit.LoadingPlaceholder;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.PageRequests;
import domicile.desktop.kit.PasswordBox;
import domicile.desktop.kit.Screen;
import domicile.desktop.kit.ScreenContext;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Texts;
import domicile.desktop.startup.SplashFrame;
import domicile.desktop.startup.StartupLoader;
import domicile.desktop.startup.StartupProbe;
import domicile.problem.ProblemException;
import domicile.register.KnownHeads;
import domicile.register.RegisterProblem;
import domicile.search.FacetIndex;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/** The frame around the screens, none of which it knows by name. Shown first; the register opens beside it. */
public final class Shell {
    private static final Duration LOOK = Duration.seconds(15);

    private final DesktopContext desk;
    private final StartupLoader beginning;
    private final Settings settings;
    private final Texts texts;
    private final Runnable restart;
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame);
    private final StackPane center = new StackPane();
    private final Appearance appearance;
    private final Notices notices;
    private final ErrorReporter faults;
    private final Jobs jobs;
    private final RegisterSession session;
    private final List<Screen> screens;
    private final StatusLine status;
    private final Remembering remembering;
    private final Palette palette;
    private final Keys keys;
    private final FocusKeeper entering;
    private final IdleLock idle;
    /** Looks what others have changed while the window stands open. */
    private final Timeline looking = new Timeline(new KeyFrame(LOOK, e -> lookAgain()));

    private Optional<Navigation> navigation = Optional.empty();
    /** The register is closed, and nothing but what is done to it is shown. */
    private boolean covered;

    /**
     * @param beginning what the desk's register is being read by
     * @param openLink opens a web page in the browser
     * @param restart makes the window anew, in the language that was chosen
     * @param screens makes the screens, in the order of the navigation
     */
    public Shell(
            DesktopContext desk,
            StartupLoader beginning,
            Settings settings,
            Consumer<String> openLink,
            Runnable restart,
            Function<ScreenContext, List<Screen>> screens) {
        this.desk = desk;
        this.beginning = beginning;
        this.settings = settings;
        this.restart = restart;
        this.texts = new Texts(Language.locale(settings, desk.locale()));
        this.appearance = new Appearance(root, settings);
        StackPane overCenter = new StackPane(center);
        this.notices = new Notices(overCenter, texts);
        this.faults = new ErrorReporter(root, texts);
        this.jobs = new Jobs(texts, faults::failed);
        this.session = new RegisterSession(jobs, desk.clock(), texts.locale(), this::show, this::opened);
        this.screens = screens.apply(new ScreenContext(
                new ForScreens(),
                desk,
                texts,
                settings,
                jobs,
                notices,
                openLink,
                new CompareRequests(),
                new PageRequests()));
        this.status = new StatusLine(
                texts,
                jobs,
                this.screens.stream().flatMap(s -> s.status().stream()).toList());
        this.remembering = new Remembering(settings, jobs, () -> this.screens.forEach(Screen::remember));
        this.palette = new Palette(root, texts, this::commands);
        this.keys = new Keys(
                this.screens,
                texts,
                new ByKey(),
                new Keys.Does(palette::open, notices, this::typing, this::switchTheme, appearance));
        this.idle = new IdleLock(root, settings, desk.locks(), restart);
        root.getStyleClass().add("shell");
        VBox bars = new VBox();
        this.screens.forEach(s -> bars.getChildren().addAll(s.bars()));
        BorderPane below = new BorderPane(overCenter);
        below.setTop(bars);
        frame.setCenter(below);
        frame.setBottom(new VBox(jobs.node(), status.node()));
        // before the shortcuts, which ask for it
        this.entering = new FocusKeeper(root, () -> center.getChildren().getFirst());
        root.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (!covered && keys.press(e)) {
                fit();
                e.consume();
            }
        });
        root.widthProperty().subscribe(w -> fit());
        root.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .subscribe(focused -> {
                    // what is half-written in a screen stays as it is
                    if (Boolean.TRUE.equals(focused)) {
                        session.look(() -> notices.say(texts.get("app.reloaded")));
                    }
                });
        center.getChildren().setAll(LoadingPlaceholder.node(texts));
    }

    /** What the frame does for its screens. */
    private final class ForScreens implements Frame {
        @Override
        public void go(Screen screen, Runnable then) {
            enter(screen, then);
        }

        @Override
        public void goToFirst() {
            Shell.this.go(screens.getFirst());
        }

        @Override
        public void whenOpened(Consumer<Screen.Opened> then) {
            session.whenOpened(then);
        }

        @Override
        public void showAsOf(LocalDate day) {
            session.showAsOf(day);
        }

        @Override
        public <T> void whileClosed(String text, Callable<T> work, BiFunction<T, Runnable, Optional<Node>> then) {
            Shell.this.whileClosed(text, work, then);
        }

        @Override
        public void registerChanged() {
            session.changed();
        }

        @Override
        public void commandsChanged() {
            palette.refresh();
        }

        @Override
        public void rememberSoon() {
            remembering.soon();
        }

        @Override
        public Map<String, String> keys() {
            return keys.said();
        }
    }

    private final class ByKey implements Keys.Goes {
        @Override
        public void enter(Screen screen) {
            Shell.this.enter(screen);
        }

        @Override
        public void go(Screen screen) {
            Shell.this.go(screen);
        }

        @Override
        public boolean shown(Screen screen) {
            return screen == wanted();
        }
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

    /**
     * Shows the screen that was shown last, and what the register says as soon as that is known: from its snapshot
     * first, when there is one, and then the register is opened. The register's screen is made meanwhile.
     *
     * @param ready called when there is something to show, or the register could not be opened, before it is shown
     */
    public void start(Runnable ready) {
        if (StartupLoader.startsWithRows(settings)) {
            put(wanted().node());
        }
        Optional<FacetIndex> now = beginning.seenByNow();
        if (now.isPresent()) {
            frame.setLeft(SplashFrame.bar(
                    texts, settings, screens.stream().map(Screen::name).toList()));
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
        session.show(index);
        AfterFrames.after(root, () -> {
            navigation().mark(wanted());
            open(() -> {});
        });
    }

    /** Opens the register, and shows it unless what is shown already says the same. */
    private void open(Runnable ready) {
        open(beginning::opened, ready);
    }

    private void open(Callable<StartupLoader.Opened> opening, Runnable ready) {
        jobs.run(
                opening,
                found -> {
                    ready.run();
                    boolean before = session.isShown();
                    if (session.opened(found)) {
                        if (before) {
                            notices.say(texts.get("app.reloaded"));
                        }
                        AfterFrames.after(root, session::snapshot);
                    }
                    session.opening().ifPresent(done -> notices.say(done.in(texts.locale())));
                    new BackupOnClose(settings).failed().ifPresent(why -> notices.say(texts.get("backup.failed", why)));
                    KnownHeads heads = KnownHeads.in(desk.settings().resolveSibling("."));
                    session.compare(
                            heads,
                            older -> new OlderRegister(texts, root).tell(older, () -> session.acceptOlder(heads)));
                    go(wanted());
                    desk.file().ifPresent(this::openFile);
                    session.doWaiting();
                    idle.watch();
                    looking.setCycleCount(Animation.INDEFINITE);
                    looking.play();
                    root.getProperties().put(StartupProbe.OPENED, true);
                },
                e -> {
                    ready.run();
                    if (e instanceof ProblemException refused && refused.is(RegisterProblem.REGISTER_LOCKED)) {
                        askForPassphrase();
                        return;
                    }
                    PasswordBox.asks(e)
                            .ifPresentOrElse(
                                    asked -> new PasswordBox(asked, texts)
                                            .show(
                                                    root,
                                                    typed -> open(() -> beginning.opened(typed), () -> {}),
                                                    () -> notOpened(e)),
                                    () -> notOpened(e));
                });
    }

    /** Nothing of the register is known yet: no screen has anything to show. */
    private void askForPassphrase() {
        UnlockView asking = new UnlockView(texts, jobs, desk.locks(), () -> {
            center.getChildren().setAll(LoadingPlaceholder.node(texts));
            open(beginning::openedAgain, () -> {});
        });
        center.getChildren().setAll(asking.node());
        asking.focus();
    }

    private <T> void whileClosed(String text, Callable<T> work, BiFunction<T, Runnable, Optional<Node>> then) {
        covered = true;
        looking.stop();
        idle.stop();
        screens.forEach(Screen::flush);
        session.close(Optional.empty());
        ClosedView shown = new ClosedView(text, texts);
        root.getChildren().setAll(shown.node());
        // or the recovery key would be told to nobody
        Window window = root.getScene().getWindow();
        EventHandler<WindowEvent> stays = Event::consume;
        window.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, stays);
        Runnable goOn = () -> {
            window.removeEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, stays);
            restart.run();
        };
        jobs.run(
                work,
                result -> then.apply(result, goOn).ifPresentOrElse(shown::show, goOn),
                e -> shown.failed(e, goOn));
    }

    private void notOpened(Exception e) {
        session.notOpened();
        root.getProperties().put(StartupProbe.REFUSED, e.toString());
        center.getChildren().setAll(new Label(texts.get("app.notOpened")));
        jobs.failed(e);
    }

    private void lookAgain() {
        session.lookAgain(() -> notices.say(texts.get("app.reloaded")));
    }

    private void show(FacetIndex index) {
        screens.forEach(s -> s.shows(index));
        // after the rows: from when they are, and the words, for which the first search would wait
        AfterFrames.after(root, () -> {
            status.show(index.register());
            jobs.run(
                    () -> {
                        index.readWords();
                        return index;
                    },
                    read -> {});
        });
    }

    private void opened(Screen.Opened now) {
        screens.forEach(s -> s.opened(now));
    }

    /** Waits for what is being saved and lets the register go: another window takes this one's place. */
    public void stop() {
        stop(Optional.empty());
    }

    /** As {@link #stop}; the window closes, and a backup is made where somebody wants one. */
    public void close() {
        stop(Optional.of(new BackupOnClose(settings)));
    }

    private void stop(Optional<BackupOnClose> copy) {
        looking.stop();
        screens.forEach(Screen::flush);
        remembering.stop();
        jobs.close();
        session.close(copy);
        idle.stop();
        appearance.close();
    }

    /** Opens a file in the screen that it is for. */
    public void openFile(Path file) {
        for (Screen screen : screens) {
            if (screen.open(file)) {
                return;
            }
        }
    }

    /** Everything by its name: the screens, what the frame and they can do, and what is found on them. */
    private List<Command> commands() {
        String action = texts.get("palette.action");
        List<Command> all = new ArrayList<>();
        screens.forEach(s -> all.add(new Command(texts.get("palette.screen"), s.name(), () -> enter(s))));
        all.add(new Command(action, texts.get("nav.theme.tip"), this::switchTheme));
        all.add(new Command(action, texts.get("nav.larger"), appearance::larger));
        all.add(new Command(action, texts.get("nav.smaller"), appearance::smaller));
        all.addAll(idle.commands(action, texts));
        screens.forEach(s -> s.commands().forEach(c -> all.add(on(s, c))));
        screens.forEach(s -> s.finds().forEach(c -> all.add(on(s, c))));
        return all;
    }

    private Command on(Screen screen, Command command) {
        return new Command(command.group(), command.name(), () -> enter(screen, command.run()));
    }

    /** The screen that was gone to last. */
    private Screen wanted() {
        String id = settings.get("screen").orElse(Screen.ROWS);
        return screens.stream().filter(s -> s.id().equals(id)).findFirst().orElse(screens.getFirst());
    }

    private void go(Screen screen) {
        navigation().mark(screen);
        settings.put("screen", screen.id());
        if (session.isOpen()) {
            put(screen.node());
        }
    }

    private void put(Node screen) {
        // one that is there already would be styled once more
        if (!center.getChildren().equals(List.of(screen))) {
            center.getChildren().setAll(screen);
        }
    }

    /**
     * Goes to a screen by keyboard: the keyboard focus is in it at once, and not behind language, theme and size of the
     * text.
     */
    private void enter(Screen screen) {
        go(screen);
        entering.enter();
    }

    /** The rows are there before the register is open; what is done on another screen waits for it. */
    private void enter(Screen screen, Runnable then) {
        enter(screen);
        if (session.isOpen() || screen.id().equals(Screen.ROWS)) {
            then.run();
        } else {
            session.whenOpened(o -> {
                enter(screen);
                then.run();
            });
        }
    }

    private void fit() {
        navigation.ifPresent(
                n -> n.compact(root.getWidth() > 0 && root.getWidth() / appearance.size() < SplashFrame.NARROW));
    }

    private boolean typing() {
        return root.getScene().getFocusOwner() instanceof TextInputControl;
    }

    private void switchTheme() {
        appearance.dark(!appearance.dark());
        navigation().update();
    }

    /** Tells of a fault of the program. */
    public void unexpected(Throwable fault) {
        faults.unexpected(fault);
    }
}
