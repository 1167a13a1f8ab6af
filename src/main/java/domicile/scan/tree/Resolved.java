package domicile.scan.tree;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text with its variables replaced.
 *
 * @param text with a hole where a variable has no value
 * @param via where values were found, as {@code file:line}
 * @param byDefault whether a default was taken
 * @param unresolved the first variable that has no value
 */
public record Resolved(String text, List<String> via, boolean byDefault, Optional<String> unresolved) {
    /** How many references a value is followed through: they may go round in a circle. */
    public static final int MOST_STEPS = 20;

    public Resolved {
        via = List.copyOf(via);
    }

    /** A text without variables. */
    public static Resolved literal(String text) {
        return new Resolved(text, List.of(), false, Optional.empty());
    }

    /** A value that nobody knows: a hole. */
    public static Resolved missing(String name) {
        return new Resolved(String.valueOf(Interpolation.HOLE), List.of(), false, Optional.of(name));
    }

    /** The same where another value has a part in what it means. */
    public Resolved with(Resolved other) {
        return new Resolved(
                text,
                Stream.concat(via.stream(), other.via.stream()).toList(),
                byDefault || other.byDefault,
                unresolved.or(other::unresolved));
    }

    /** Another text of the same origin. */
    public Resolved as(String other) {
        return new Resolved(other, via, byDefault, unresolved);
    }

    /** The same as it is found by a place that refers to it. */
    public Resolved through(String place, boolean isDefault) {
        return new Resolved(
                text, Stream.concat(Stream.of(place), via.stream()).toList(), isDefault || byDefault, unresolved);
    }

    /** Whether all of it is known. */
    public boolean known() {
        return unresolved.isEmpty();
    }
}
