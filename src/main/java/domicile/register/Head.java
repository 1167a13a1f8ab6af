package domicile.register;

import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * Where a register's chain ended at some time: noted elsewhere, it shows whether a register has gone back since.
 *
 * @param number how many links there were
 * @param hash the hash of the last one, {@code sha256:} and 64 hexadecimal digits
 * @param madeAt when the last one was made
 */
public record Head(long number, String hash, Instant madeAt) {
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

    /** Whether a text is the hash of a link, or of a change. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** The day of its last link, by UTC. */
    LocalDate day() {
        return LocalDate.ofInstant(madeAt, ZoneOffset.UTC);
    }

    /** As the making records of reports, backups and exports have it. */
    public String json() {
        return RegisterJson.text(RegisterJson.ordered("number", number, "hash", hash, "madeAt", madeAt.toString()));
    }

    /** Reads what {@link #json} wrote. */
    public static Head read(JsonValue value) {
        value.only("number", "hash", "madeAt");
        return new Head(
                value.get("number").whole(1, Integer.MAX_VALUE),
                value.get("hash").matching(HASH, JsonProblem.BAD_ID),
                value.get("madeAt").time());
    }
}
