package domicile.page;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

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
    /** Of how many pairs the likeness is worked out in one place; beyond, all is gone and all is new. */
    private static final long MOST_PAIRS = 250_000;

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
        BitSet oldStays = new BitSet();
        BitSet newStays = new BitSet();
        align(before, after, oldStays, newStays);
        Map<String, Integer> left = new HashMap<>();
        for (int i = oldStays.nextClearBit(0); i < before.size(); i = oldStays.nextClearBit(i + 1)) {
            left.merge(before.get(i), 1, Integer::sum);
        }
        Map<String, Integer> moves = new HashMap<>();
        int moved = 0;
        for (int i = newStays.nextClearBit(0); i < after.size(); i = newStays.nextClearBit(i + 1)) {
            if (left.getOrDefault(after.get(i), 0) > moves.getOrDefault(after.get(i), 0)) {
                moves.merge(after.get(i), 1, Integer::sum);
                moved++;
            }
        }
        Map<String, Integer> gone = new HashMap<>(moves);
        Map<String, Integer> come = new HashMap<>(moves);
        List<Change> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            int oldEnd = oldStays.nextSetBit(i) < 0 ? before.size() : oldStays.nextSetBit(i);
            int newEnd = newStays.nextSetBit(j) < 0 ? after.size() : newStays.nextSetBit(j);
            pair(texts(old, before, i, oldEnd, gone), texts(now, after, j, newEnd, come), changes);
            i = oldEnd + 1;
            j = newEnd + 1;
        }
        return new PageComparison(oldStays.cardinality(), moved, changes);
    }

    /**
     * Marks the units that are equal and in the same order. What stands in one text alone is left out first: two texts
     * without a common word are compared at once.
     */
    private static void align(List<String> before, List<String> after, BitSet oldStays, BitSet newStays) {
        Set<String> inOld = new HashSet<>(before);
        Set<String> inNew = new HashSet<>(after);
        int[] oldAt = IntStream.range(0, before.size())
                .filter(i -> inNew.contains(before.get(i)))
                .toArray();
        int[] newAt = IntStream.range(0, after.size())
                .filter(i -> inOld.contains(after.get(i)))
                .toArray();
        List<String> source = Arrays.stream(oldAt).mapToObj(before::get).toList();
        List<String> target = Arrays.stream(newAt).mapToObj(after::get).toList();
        Arrays.stream(oldAt).forEach(oldStays::set);
        Arrays.stream(newAt).forEach(newStays::set);
        for (var change : new MyersDiffWithLinearSpace<String>().computeDiff(source, target, null)) {
            for (int i = change.startOriginal; i < change.endOriginal; i++) {
                oldStays.clear(oldAt[i]);
            }
            for (int i = change.startRevised; i < change.endRevised; i++) {
                newStays.clear(newAt[i]);
            }
        }
    }

    private static List<String> keys(PageText text) {
        return text.units().stream().map(u -> Folding.key(u.words())).toList();
    }

    /** The units of one side of a difference that have not only moved. */
    private static List<String> texts(PageText text, List<String> keys, int from, int to, Map<String, Integer> moved) {
        List<String> texts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (moved.getOrDefault(keys.get(i), 0) > 0) {
                moved.merge(keys.get(i), -1, Integer::sum);
            } else {
                texts.add(text.units().get(i).words());
            }
        }
        return texts;
    }

    /** Sets what is like beside each other, in order; the rest is gone or new. */
    private static void pair(List<String> was, List<String> is, List<Change> changes) {
        boolean pairs = (long) was.size() * is.size() <= MOST_PAIRS;
        int from = 0;
        for (String after : is) {
            int found = -1;
            for (int i = pairs ? from : was.size(); i < was.size() && found < 0; i++) {
                if (WordLikeness.like(WordLikeness.of(was.get(i)), WordLikeness.of(after), LIKE, word -> 1) >= LIKE) {
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
