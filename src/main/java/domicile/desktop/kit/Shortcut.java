package domicile.desktop.kit;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * A key and what it does.
 *
 * @param keys what to press, as it is labelled
 * @param does what for, as the help says it
 * @param pressed whether this is the key
 * @param reach where it may be pressed
 */
public record Shortcut(String keys, String does, Predicate<KeyEvent> pressed, Reach reach, Consumer<KeyEvent> run) {

    /** Where a screen's key may be pressed. */
    public enum Reach {
        /** Anywhere in the window: it goes to the screen first. */
        WINDOW,
        /** While its screen is shown. */
        SCREEN
    }

    /** A key that controls listen to by themselves: the frame leaves it to them. */
    public static Shortcut listed(String keys, String does) {
        return new Shortcut(keys, does, e -> false, Reach.SCREEN, e -> {});
    }

    /** Ctrl or Cmd with another key, from anywhere in the window. */
    public static Shortcut command(KeyCode code, Texts texts, String does, Runnable run) {
        return new Shortcut(
                said(command(code), texts),
                does,
                e -> e.isShortcutDown() && e.getCode() == code,
                Reach.WINDOW,
                e -> run.run());
    }

    /** Ctrl or Cmd with another key. */
    public static KeyCombination command(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    /** What to press, as the keys are labelled where the language is spoken. */
    public static String said(KeyCombination keys, Texts texts) {
        return keys.getDisplayText().replace("Ctrl", texts.get("key.ctrl"));
    }
}
