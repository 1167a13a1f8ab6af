package domicile.desktop.shell;

import domicile.desktop.kit.Appearance;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Screen;
import domicile.desktop.kit.Shortcut;
import domicile.desktop.kit.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of the window: those that go to a screen, the frame's own, and those of the screens. */
final class Keys {
    private final List<Screen> screens;
    private final Texts texts;
    private final Goes goes;
    private final Does does;

    /** Where keys lead. */
    interface Goes {
        /** To a screen, with the keyboard focus in it. */
        void enter(Screen screen);

        /** To a screen whose key puts the keyboard focus where it belongs. */
        void go(Screen screen);

        /** Whether a screen is the one that is shown. */
        boolean shown(Screen screen);
    }

    /**
     * What the frame's own keys do.
     *
     * @param typing whether a field has the keyboard focus: it takes back its own typing
     */
    record Does(Runnable palette, Notices notices, BooleanSupplier typing, Runnable theme, Appearance appearance) {}

    Keys(List<Screen> screens, Texts texts, Goes goes, Does does) {
        this.screens = screens;
        this.texts = texts;
        this.goes = goes;
        this.does = does;
    }

    /** What the keys do, by what to press, in the order of the help. */
    Map<String, String> said() {
        Map<String, String> keys = new LinkedHashMap<>();
        screens.forEach(s -> keys.put(Shortcut.said(s.shortcut(), texts), s.name()));
        Stream.concat(screens.stream().flatMap(s -> s.keys().stream()), own().stream())
                .forEach(k -> keys.put(k.keys(), k.does()));
        return keys;
    }

    /** Does what a key is for. Whether it is for anything. */
    boolean press(KeyEvent e) {
        // most keys are typing, for which no list is made
        if (!e.isShortcutDown() && !e.getCode().isFunctionKey()) {
            return false;
        }
        Optional<Screen> to =
                screens.stream().filter(s -> s.shortcut().match(e)).findFirst();
        to.ifPresent(goes::enter);
        return to.isPresent()
                || run(own().stream(), e, k -> {})
                || screens.stream().anyMatch(s -> run(here(s), e, k -> goes.go(s)));
    }

    private Stream<Shortcut> here(Screen screen) {
        return screen.keys().stream().filter(k -> switch (k.reach()) {
            case WINDOW -> true;
            case SCREEN -> goes.shown(screen);
        });
    }

    private static boolean run(Stream<Shortcut> keys, KeyEvent e, Consumer<Shortcut> before) {
        Optional<Shortcut> key = keys.filter(k -> k.pressed().test(e)).findFirst();
        key.ifPresent(k -> {
            before.accept(k);
            k.run().accept(e);
        });
        return key.isPresent();
    }

    private List<Shortcut> own() {
        return List.of(
                Shortcut.command(KeyCode.K, texts, texts.get("key.palette"), does.palette()),
                new Shortcut(
                        Shortcut.said(Shortcut.command(KeyCode.Z), texts),
                        texts.get("key.undo"),
                        e -> e.isShortcutDown()
                                && e.getCode() == KeyCode.Z
                                && !e.isShiftDown()
                                && !does.typing().getAsBoolean(),
                        Shortcut.Reach.WINDOW,
                        e -> does.notices().undoLast()),
                Shortcut.command(KeyCode.D, texts, texts.get("key.theme"), does.theme()),
                size(List.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD), "key.larger", does.appearance()::larger),
                size(List.of(KeyCode.MINUS, KeyCode.SUBTRACT), "key.smaller", does.appearance()::smaller),
                size(List.of(KeyCode.DIGIT0, KeyCode.NUMPAD0), "key.usual", does.appearance()::usual));
    }

    /** @param codes the first is the one that the help names */
    private Shortcut size(List<KeyCode> codes, String key, Runnable run) {
        return new Shortcut(
                Shortcut.said(Shortcut.command(codes.getFirst()), texts),
                texts.get(key),
                e -> e.isShortcutDown() && codes.contains(e.getCode()),
                Shortcut.Reach.WINDOW,
                e -> run.run());
    }
}
