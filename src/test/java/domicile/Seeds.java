package domicile;

import java.util.Random;
import java.util.stream.LongStream;

/**
 * Tries a property on what a seeded generator makes. The seeds are the same in every run; a failure names its seed, and
 * {@code -Dseed=N} tries that one alone.
 */
public final class Seeds {
    private static final String ONE = "seed";
    /** Far from each other, so that a generator that takes only some bits of a seed does not see the same ones again. */
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    /** What has to hold for every seed. */
    @FunctionalInterface
    public interface Property {
        /**
         * @param random makes what the property is tried on
         */
        void holds(Random random) throws Exception;
    }

    private Seeds() {}

    /** Tries a property so many times. */
    public static void forAll(int tries, Property property) {
        Long one = Long.getLong(ONE);
        LongStream seeds = one == null ? LongStream.range(0, tries).map(i -> i * STEP) : LongStream.of(one);
        seeds.forEach(seed -> {
            try {
                property.holds(new Random(seed));
            } catch (Exception | AssertionError e) {
                throw new AssertionError("does not hold for -D" + ONE + "=" + seed + ": " + e.getMessage(), e);
            }
        });
    }

    /** A whole number between two, both included. */
    public static int between(Random random, int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
