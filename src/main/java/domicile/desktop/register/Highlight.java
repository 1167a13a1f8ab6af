package domicile.desktop.register;

import domicile.search.WordIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.text.Text;

/** Where the words of a search stand in a text. */
final class Highlight {

    /** A piece of a text, which is a hit or is not. */
    record Piece(String text, boolean hit) {}

    private Highlight() {}

    /** A text cut into pieces; one piece when nothing is searched for or found. */
    static List<Piece> pieces(String text, String search) {
        String lower = text.toLowerCase(Locale.ROOT);
        // A few letters grow when they are made small; the positions would not fit, so such a text is left as it is.
        if (search.isBlank() || text.isEmpty() || lower.length() != text.length()) {
            return List.of(new Piece(text, false));
        }
        boolean[] hit = new boolean[text.length()];
        for (String word : WordIndex.words(search)) {
            for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
                for (int i = at; i < at + word.length(); i++) {
                    hit[i] = true;
                }
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || hit[i] != hit[from]) {
                pieces.add(new Piece(text.substring(from, i), hit[from]));
                from = i;
            }
        }
        return pieces;
    }

    /** Whether anything in a text is a hit. */
    static boolean any(String text, String search) {
        return pieces(text, search).stream().anyMatch(Piece::hit);
    }

    /** The pieces as nodes of a text flow: hits are bold and underlined, not only coloured. */
    static List<Text> texts(String text, String search) {
        return pieces(text, search).stream()
                .map(p -> {
                    Text node = new Text(p.text());
                    node.getStyleClass().add(p.hit() ? "hit" : "no-hit");
                    return node;
                })
                .toList();
    }
}
