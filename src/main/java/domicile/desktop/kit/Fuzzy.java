package domicile.desktop.kit;

import java.util.Locale;
import java.util.OptionalInt;

/** How well a text matches what somebody types in a hurry: all letters in order, the better the closer together. */
public final class Fuzzy {
    private static final int START_OF_WORD = 8;
    private static final int NEXT_LETTER = 5;

    private Fuzzy() {}

    /** The higher the better; empty when a letter is missing. Nothing typed matches everything alike. */
    public static OptionalInt score(String typed, String text) {
        String letters = typed.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        String in = text.toLowerCase(Locale.ROOT);
        int score = in.contains(typed.toLowerCase(Locale.ROOT).strip()) ? 40 : 0;
        int at = -1;
        for (int i = 0; i < letters.length(); i++) {
            int next = in.indexOf(letters.charAt(i), at + 1);
            if (next < 0) {
                return OptionalInt.empty();
            }
            if (next == 0 || !Character.isLetterOrDigit(in.charAt(next - 1))) {
                score += START_OF_WORD;
            } else if (next == at + 1) {
                score += NEXT_LETTER;
            }
            at = next;
        }
        return OptionalInt.of(score - Math.min(in.length(), 60) / 6);
    }
}
