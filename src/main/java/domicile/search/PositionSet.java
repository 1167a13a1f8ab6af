package domicile.search;

import java.util.Arrays;

/**
 * A set of offerings by their position. {@link java.util.BitSet} would do but for counting an intersection without
 * making it.
 */
final class PositionSet {
    private final long[] words;
    private final int size;

    PositionSet(int size) {
        this.size = size;
        this.words = new long[(size + Long.SIZE - 1) / Long.SIZE];
    }

    private PositionSet(PositionSet other) {
        this.size = other.size;
        this.words = other.words.clone();
    }

    static PositionSet full(int size) {
        PositionSet bits = new PositionSet(size);
        Arrays.fill(bits.words, -1L);
        int rest = size % Long.SIZE;
        if (rest != 0) {
            bits.words[bits.words.length - 1] = (1L << rest) - 1;
        }
        return bits;
    }

    PositionSet copy() {
        return new PositionSet(this);
    }

    void set(int index) {
        words[index >> 6] |= 1L << index;
    }

    boolean get(int index) {
        return (words[index >> 6] & 1L << index) != 0;
    }

    PositionSet and(PositionSet other) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= other.words[i];
        }
        return this;
    }

    PositionSet or(PositionSet other) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= other.words[i];
        }
        return this;
    }

    int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    int countAnd(PositionSet other) {
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            count += Long.bitCount(words[i] & other.words[i]);
        }
        return count;
    }

    /** The members in rising order. */
    int[] members() {
        int[] members = new int[count()];
        int at = 0;
        for (int i = 0; i < words.length; i++) {
            for (long word = words[i]; word != 0; word &= word - 1) {
                members[at++] = (i << 6) + Long.numberOfTrailingZeros(word);
            }
        }
        return members;
    }
}
