package domicile.register;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * One link of the chain over all that a register keeps.
 *
 * @param number its number, from 1 on and without a gap
 * @param subject what it is of: the number of a change, the SHA-256 of a document's bytes, the id of an assessment
 * @param digest SHA-256 over what was written
 * @param madeAt when that was written
 * @param account the database's own user who wrote it; empty for a file, and for what was there before there were links
 * @param hash SHA-256 over this link and the hash of the one before it
 */
record Link(
        long number, Kind kind, String subject, String digest, Instant madeAt, Optional<String> account, String hash) {
    /** What a link is of. */
    enum Kind {
        CHANGE,
        DOCUMENT,
        ASSESSMENT
    }

    /** The link with its hash, after the one with the hash {@code previous}. */
    Link after(String previous) {
        Map<String, Object> form = form();
        form.put("schema", "domicile.link/1");
        form.put("previous", previous);
        return new Link(number, kind, subject, digest, madeAt, account, Canonical.sha256(form));
    }

    Head head() {
        return new Head(number, hash, madeAt);
    }

    /** What it says of itself, without its hash. */
    Map<String, Object> form() {
        Map<String, Object> form = RegisterJson.ordered(
                "number",
                number,
                "kind",
                kind.name(),
                "subject",
                subject,
                "digest",
                digest,
                "madeAt",
                madeAt.truncatedTo(ChronoUnit.MICROS).toString());
        account.ifPresent(a -> form.put("account", a));
        return form;
    }
}
