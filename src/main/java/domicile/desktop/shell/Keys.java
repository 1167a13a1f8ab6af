package domicile.desktop.shell;

import domicile.desktop.kit.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys that the help lists. */
public final class Keys {

    private Keys() {}

    /** What to press, and the key of the text that says what for. */
    static Map<String, String> of(List<Screen> screens, Texts texts) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(screens.getFirst().keys(texts), "key.register");
        screens.stream()
                .skip(1)
                .filter(s -> !s.shortcut().isFunctionKey())
                .map(s -> s.keys(texts))
                .reduce((a, b) -> a + ", " + b)
                .ifPresent(all -> keys.put(all, "key.screens"));
        keys.put(shortcut(KeyCode.K, texts), "key.palette");
        keys.put(shortcut(KeyCode.F, texts), "key.search");
        keys.put(shortcut(KeyCode.E, texts), "key.compare");
        keys.put("F6", "key.panes");
        keys.put("↑ ↓ → ←", "key.facets");
        keys.put(texts.get("key.enter") + ", Alt+→", "key.next");
        keys.put("Alt+←", "key.back");
        keys.put(shortcut(KeyCode.Z, texts), "key.undo");
        keys.put(shortcut(KeyCode.D, texts), "key.theme");
        keys.put(shortcut(KeyCode.PLUS, texts), "key.larger");
        keys.put(shortcut(KeyCode.MINUS, texts), "key.smaller");
        keys.put(shortcut(KeyCode.DIGIT0, texts), "key.usual");
        keys.put("F1", "key.help");
        return keys;
    }

    private static String shortcut(KeyCode code, Texts texts) {
        return said(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), texts);
    }

    /** What to press, as the keys are labelled where the language is spoken. */
    static String said(KeyCombination keys, Texts texts) {
        return keys.getDisplayText().replace("Ctrl", texts.get("key.ctrl"));
    }
}
