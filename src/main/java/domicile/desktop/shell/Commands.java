package domicile.desktop.shell;

import domicile.desktop.help.HelpView;
import domicile.desktop.help.Term;
import domicile.desktop.kit.Command;
import domicile.desktop.kit.Texts;
import domicile.desktop.maintenance.MaintenanceScreen;
import domicile.desktop.register.RegisterView;
import domicile.desktop.register.RegisterViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Gathers what the palette can do by its name; what belongs to a screen goes there first. */
final class Commands {
    private final Texts texts;
    private final Function<String, Screen> screens;
    private final Consumer<Screen> go;
    private final List<Command> all = new ArrayList<>();

    /** @param screens a screen by its id */
    public Commands(Texts texts, Function<String, Screen> screens, Consumer<Screen> go) {
        this.texts = texts;
        this.screens = screens;
        this.go = go;
    }

    /** All of them, in the order in which they were gathered. */
    List<Command> all() {
        return List.copyOf(all);
    }

    void screens(List<Screen> shown) {
        shown.forEach(s -> all.add(new Command(texts.get("palette.screen"), texts.get(s.key()), () -> go.accept(s))));
    }

    void action(String key, Runnable run) {
        all.add(new Command(texts.get("palette.action"), texts.get(key), run));
    }

    /** What a screen can do, done on it. */
    void on(String screen, List<Command> commands) {
        commands.forEach(c -> add(screen, c.group(), c.name(), c.run()));
    }

    private void add(String screen, String group, String name, Runnable run) {
        all.add(new Command(group, name, () -> {
            go.accept(screens.apply(screen));
            run.run();
        }));
    }

    /**
     * What the maintenance screen can do.
     *
     * @param start does it, once the screen is there
     */
    void maintenance(Consumer<MaintenanceScreen.Task> start) {
        Texts own = texts.screen("maintenance");
        for (MaintenanceScreen.Task task : MaintenanceScreen.Task.values()) {
            add("maintenance", texts.get("nav.maintenance"), own.get(task.key()), () -> start.accept(task));
        }
    }

    /** The register's map and columns, the saved views and the offerings. */
    void register(RegisterView view, RegisterViewModel model) {
        on("register", view.commands());
        model.showViews().forEach((name, run) -> add("register", texts.get("palette.view"), name, run));
        model.registerProperty()
                .get()
                .ifPresent(r -> r.offerings()
                        .forEach(o -> add(
                                "register",
                                texts.get("palette.offering"),
                                o.name(),
                                () -> model.selectedProperty().set(Optional.of(o)))));
    }

    /**
     * The terms that the help explains.
     *
     * @param explain does so, once the help is there
     */
    void terms(Consumer<Term> explain) {
        Texts own = HelpView.texts(texts);
        for (Term term : Term.values()) {
            add("help", texts.get("palette.term"), own.of(term), () -> explain.accept(term));
        }
    }
}
