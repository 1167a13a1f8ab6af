package domicile.source;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Two passages word by word: what stands in one of them alone is marked. */
public record WordDifference(List<Piece> before, List<Piece> after) {

    /** Words that follow each other, and whether they stand in this passage alone. */
    public record Piece(String text, boolean differs) {}

    public WordDifference {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Compares two passages. */
    public static WordDifference of(String before, String after) {
        List<String> was = words(before);
        List<String> is = words(after);
        BitSet gone = new BitSet();
        BitSet come = new BitSet();
        for (var change : new MyersDiffWithLinearSpace<String>().computeDiff(was, is, null)) {
            gone.set(change.startOriginal, change.endOriginal);
            come.set(change.startRevised, change.endRevised);
        }
        return new WordDifference(pieces(was, gone), pieces(is, come));
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static List<Piece> pieces(List<String> words, BitSet alone) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || alone.get(i) != alone.get(from)) {
                pieces.add(new Piece(String.join(" ", words.subList(from, i)), alone.get(from)));
                from = i;
            }
        }
        return pieces;
    }
}
