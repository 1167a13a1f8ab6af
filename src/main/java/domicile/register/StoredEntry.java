package domicile.register;

import java.util.Optional;

/** A version of a part as the table holds it; an absent payload says that the part is no longer there. */
record StoredEntry(RegisterKey part, int ordinal, Optional<String> payload) {

    Optional<RegisterRecord> entry() {
        return payload.map(p -> new RegisterRecord(part, ordinal, p));
    }
}
