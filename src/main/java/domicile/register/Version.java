package domicile.register;

import java.util.List;
import java.util.Optional;

/**
 * One version of a fact, or of an offering itself.
 *
 * @param part what it is a version of
 * @param before what the version before it said, as JSON; empty for the first one and after a removal
 * @param json what it says, as in a pack; empty when the part was taken out
 * @param change who made it, when and why, and from which day it is in force
 */
public record Version(RegisterKey part, Optional<String> before, Optional<String> json, Change change) {

    /** The fields in which it differs from the version before it. */
    public List<FieldChange> fields() {
        return FieldChange.between(before, json);
    }
}
