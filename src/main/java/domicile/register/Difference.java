package domicile.register;

import java.util.Optional;

/**
 * One difference between a register and a pack.
 *
 * @param kind how they differ
 * @param subject the offering's id; empty for a source, a place or a control
 * @param part what differs, such as {@code FACT attestation/BAA}
 * @param before what the register says, as JSON
 * @param after what the pack says, as JSON
 */
public record Difference(Kind kind, String subject, String part, Optional<String> before, Optional<String> after) {

    /** How a register and a pack differ in one part. */
    public enum Kind {
        ADDED,
        CHANGED,
        /** The value is the same; the source or the day that it was read is not. */
        CITATION_ONLY,
        REMOVED
    }
}
