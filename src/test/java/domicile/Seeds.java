package domicile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Tries a property on what a seeded generator makes. The seeds are the same in every run; a failure names its seed, and
 * {@code -Dseed=N} tries that one alone.
 */
public final class Seeds {
    private static final String ONE = "seed";
    /**
     * Far from each other, so that a generator that takes only some bits of a seed does not see the same ones again.
     */
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    /** What has to hold for every seed. */
    @FunctionalInterface
    public interface Property {
        /** @param random makes what the property is tried on */
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
            } catch (Exception | Error e) {
                throw new AssertionError("does not hold for -D" + ONE + "=" + seed + ": " + e.getMessage(), e);
            }
        });
    }

    /** A whole number between two, both included; now and then one of the two. */
    public static int between(Random random, int least, int most) {
        return switch (random.nextInt(10)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextInt(most - least + 1);
        };
    }

    /** One of these. */
    public static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One of these. */
    @SafeVarargs
    public static <T> T any(Random random, T... values) {
        return any(random, List.of(values));
    }

    /** Some of these, each at most once and in any order: none, all or what lies between. */
    public static <T> List<T> some(Random random, List<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, between(random, 0, shuffled.size())));
    }

    /** A list of at most so many, each made anew. */
    public static <T> List<T> list(Random random, int most, Supplier<T> one) {
        return Stream.generate(one).limit(between(random, 0, most)).toList();
    }

    /** What is made, or nothing. */
    public static <T> Optional<T> maybe(Random random, Supplier<T> one) {
        return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
    }

    /** A text of these characters. */
    public static String text(Random random, String characters, int least, int most) {
        return random.ints(between(random, least, most), 0, characters.length())
                .mapToObj(i -> String.valueOf(characters.charAt(i)))
                .collect(Collectors.joining());
    }

    /** A text of any characters that a text may hold, control characters and lone surrogates too. */
    public static String anyText(Random random, int most) {
        return random.ints(between(random, 0, most), 0, 0x10000)
                .mapToObj(c -> String.valueOf((char) (random.nextBoolean() ? c : c % 0x80)))
                .collect(Collectors.joining());
    }
}
