package domicile.register;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One difference between a register and a pack.
 *
 * @param before what the register says, as JSON
 * @param after what the pack says, as JSON
 */
public record Difference(Kind kind, RegisterKey part, Optional<String> before, Optional<String> after) {

    /** How a register and a pack differ in one part. */
    public enum Kind {
        ADDED,
        /** The value is another one, and the same page says so. */
        CHANGED,
        /** The value is another one, and another page says so: both may be kept as a conflict. */
        CONTRADICTS,
        /** The value is the same; the source or the day that it was read is not. */
        CITATION_ONLY,
        /** The register has it and the pack does not. */
        REMOVED
    }

    /** What is done about a difference. */
    public enum Choice {
        /** The register says afterwards what the pack says. */
        TAKE,
        /**
         * Both values stay, as a conflict. For facts that differ in their value; as {@link #TAKE} for anything else.
         */
        KEEP_BOTH,
        /** The register stays as it is. */
        LEAVE
    }

    /** Whether the pack's page was read before the register's: what it says may have been true only then. */
    public boolean olderReading() {
        return before.flatMap(Difference::read)
                .flatMap(ours -> after.flatMap(Difference::read).map(theirs -> theirs.compareTo(ours) < 0))
                .orElse(false);
    }

    /** The latest day that any of its pages was read: ISO 8601, so that texts compare as days do. */
    private static Optional<String> read(String json) {
        return RegisterJson.cited(RegisterJson.fields(json)).values().stream()
                .map(RegisterJson.Cited::read)
                .max(Comparator.naturalOrder());
    }

    /** The fields that differ. */
    public List<FieldChange> fields() {
        return FieldChange.between(before, after);
    }
}
