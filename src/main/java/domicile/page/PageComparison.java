package domicile.page;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How two texts of a page differ, unit by unit. What is set otherwise (markup, blanks, links, the cut into units of
 * another format) is no difference.
 *
 * @param same units that are equal and in the same order
 * @param moved units that are equal and stand elsewhere
 * @param changes the others, in the order of the newer text
 */
public record PageComparison(int same, int moved, List<Change> changes) {
    /** From which share of common words one unit is shown as the other's successor. */
    private static final double LIKE = 0.4;
    /** Where texts have less in common they are compared by their units alone, without an order. */
    private static final int MOST_UNITS = 20_000;

    /**
     * One unit that is not as it was.
     *
     * @param before empty for one that is new
     * @param after empty for one that is gone
     */
    public record Change(String before, String after) {

        /** Whether capitals, punctuation or the form of a date alone are other ones. */
        public boolean cosmetic() {
            return Cosmetics.only(before, after);
        }
    }

    public PageComparison {
        changes = List.copyOf(changes);
    }

    public int changed() {
        return (int) changes.stream()
                .filter(c -> !c.before().isEmpty() && !c.after().isEmpty())
                .count();
    }

    public int added() {
        return (int) changes.stream().filter(c -> c.before().isEmpty()).count();
    }

    public int removed() {
        return (int) changes.stream().filter(c -> c.after().isEmpty()).count();
    }

    /** Compares two texts. */
    public static PageComparison of(PageText old, PageText now) {
        List<String> before = keys(old);
        List<String> after = keys(now);
        Map<String, Integer> left = new HashMap<>();
        List<AbstractDelta<String>> deltas = deltas(before, after);
        deltas.forEach(d -> d.getSource().getLines().forEach(k -> left.merge(k, 1, Integer::sum)));
        Map<String, Integer> moves = new HashMap<>();
        int moved = 0;
        for (AbstractDelta<String> delta : deltas) {
            for (String key : delta.getTarget().getLines()) {
                if (left.getOrDefault(key, 0) > moves.getOrDefault(key, 0)) {
                    moves.merge(key, 1, Integer::sum);
                    moved++;
                }
            }
        }
        Map<String, Integer> gone = new HashMap<>(moves);
        Map<String, Integer> come = new HashMap<>(moves);
        List<Change> changes = new ArrayList<>();
        int deleted = 0;
        for (AbstractDelta<String> delta : deltas) {
            deleted +=
                    delta.getType() == DeltaType.INSERT ? 0 : delta.getSource().size();
            List<String> was = texts(
                    old, delta.getSource().getPosition(), delta.getSource().getLines(), gone);
            List<String> is = texts(
                    now, delta.getTarget().getPosition(), delta.getTarget().getLines(), come);
            pair(was, is, changes);
        }
        return new PageComparison(before.size() - deleted, moved, changes);
    }

    private static List<AbstractDelta<String>> deltas(List<String> before, List<String> after) {
        Patch<String> patch = DiffUtils.diff(before, after);
        return patch.getDeltas();
    }

    private static List<String> keys(PageText text) {
        return text.units().stream()
                .limit(MOST_UNITS)
                .map(u -> Folding.key(u.words()))
                .toList();
    }

    /** The units of one side of a difference that have not only moved. */
    private static List<String> texts(PageText text, int from, List<String> keys, Map<String, Integer> moved) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (moved.getOrDefault(keys.get(i), 0) > 0) {
                moved.merge(keys.get(i), -1, Integer::sum);
            } else {
                texts.add(text.units().get(from + i).words());
            }
        }
        return texts;
    }

    /** Sets what is like beside each other, in order; the rest is gone or new. */
    private static void pair(List<String> was, List<String> is, List<Change> changes) {
        int from = 0;
        for (String after : is) {
            int found = -1;
            for (int i = from; i < was.size() && found < 0; i++) {
                if (Words.like(Words.of(was.get(i)), Words.of(after), word -> 1) >= LIKE) {
                    found = i;
                }
            }
            for (int i = from; i < found; i++) {
                changes.add(new Change(was.get(i), ""));
            }
            changes.add(new Change(found < 0 ? "" : was.get(found), after));
            from = found < 0 ? from : found + 1;
        }
        for (int i = from; i < was.size(); i++) {
            changes.add(new Change(was.get(i), ""));
        }
    }
}
