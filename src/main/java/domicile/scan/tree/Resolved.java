package domicile.scan.tree;

import java.util.List;
import java.util.Optional;

/**
 * A text with its variables replaced.
 *
 * @param text with a hole where a variable has no value
 * @param via where values were found, as {@code file:line}
 * @param byDefault whether a default was taken
 * @param unresolved the first variable that has no value
 */
public record Resolved(String text, List<String> via, boolean byDefault, Optional<String> unresolved) {
    public Resolved {
        via = List.copyOf(via);
    }

    /** A text without variables. */
    public static Resolved literal(String text) {
        return new Resolved(text, List.of(), false, Optional.empty());
    }

    /** Whether all of it is known. */
    public boolean known() {
        return unresolved.isEmpty();
    }
}
