package domicile.desktop.kit;

import domicile.source.WordDifference;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Passages of a page with some of their words marked: bold and underlined, and not by colour alone. */
public final class Passages {

    private Passages() {}

    /** A passage of which a part is marked. */
    public static TextFlow marked(String text, String part) {
        int from = part.isEmpty() ? -1 : text.indexOf(part);
        TextFlow flow = flow();
        if (from < 0) {
            flow.getChildren().add(text(text, "passage-words"));
            return flow;
        }
        add(flow, text.substring(0, from), "passage-words");
        add(flow, part, "passage-marked");
        add(flow, text.substring(from + part.length()), "passage-words");
        return flow;
    }

    /** A passage whose words that stand in it alone are marked. */
    public static TextFlow differing(List<WordDifference.Piece> pieces, String style) {
        TextFlow flow = flow();
        for (int i = 0; i < pieces.size(); i++) {
            WordDifference.Piece piece = pieces.get(i);
            add(flow, piece.text(), piece.differs() ? style : "passage-words");
            add(flow, i + 1 < pieces.size() ? " " : "", "passage-words");
        }
        return flow;
    }

    private static TextFlow flow() {
        TextFlow flow = new TextFlow();
        flow.setMinWidth(0);
        flow.setMinHeight(Region.USE_PREF_SIZE);
        return flow;
    }

    private static void add(TextFlow flow, String words, String style) {
        if (!words.isEmpty()) {
            flow.getChildren().add(text(words, style));
        }
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }
}
