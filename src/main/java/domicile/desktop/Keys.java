package domicile.desktop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys that the help lists. */
final class Keys {

    private Keys() {}

    /** What to press, and the key of the text that says what for. */
    static Map<String, String> of(List<Screen> screens) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(screens.getFirst().keys(), "key.register");
        screens.stream()
                .skip(1)
                .filter(s -> !s.shortcut().isFunctionKey())
                .map(Screen::keys)
                .reduce((a, b) -> a + ", " + b)
                .ifPresent(all -> keys.put(all, "key.screens"));
        keys.put(shortcut(KeyCode.K), "key.palette");
        keys.put(shortcut(KeyCode.F), "key.search");
        keys.put(shortcut(KeyCode.E), "key.compare");
        keys.put("F6", "key.panes");
        keys.put("↑ ↓ → ←", "key.facets");
        keys.put("Enter, Alt+→", "key.next");
        keys.put("Alt+←", "key.back");
        keys.put(shortcut(KeyCode.Z), "key.undo");
        keys.put(shortcut(KeyCode.D), "key.theme");
        keys.put(shortcut(KeyCode.PLUS), "key.larger");
        keys.put(shortcut(KeyCode.MINUS), "key.smaller");
        keys.put(shortcut(KeyCode.DIGIT0), "key.usual");
        keys.put("F1", "key.help");
        return keys;
    }

    private static String shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN).getDisplayText();
    }
}
