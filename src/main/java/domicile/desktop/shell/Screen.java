package domicile.desktop.shell;

import domicile.desktop.kit.Texts;
import domicile.register.RegisterStore;
import domicile.residency.Register;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * One screen of the window, as the navigation knows it.
 *
 * @param id what tests and settings know it by
 * @param key its name in the shared bundle
 * @param shortcut the key that, with Ctrl or Cmd, goes to it; a function key does so alone
 * @param make makes its content; called when it is first shown, after the register has been opened
 */
record Screen(String id, String key, Ikon icon, KeyCode shortcut, Function<Opened, Node> make) {

    /** The register that the window works on, and its state as of today. */
    record Opened(RegisterStore store, Register register) {}

    KeyCombination combination() {
        return shortcut.isFunctionKey()
                ? new KeyCodeCombination(shortcut)
                : new KeyCodeCombination(shortcut, KeyCombination.SHORTCUT_DOWN);
    }

    /** What to press, in words. */
    String keys(Texts texts) {
        return Keys.said(combination(), texts);
    }
}
