package domicile.report.data;

import domicile.report.model.CleanText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/** How OSCAL writes things: its data types and its Markdown. */
final class OscalText {
    /** The namespace of all ids that are made here; itself a random UUID. */
    private static final UUID NAMESPACE = UUID.fromString("6f0c1f0e-5f0b-4c57-9a51-3b6d3f6e2c84");

    private static final int VERSION_5 = 0x50;
    private static final int VARIANT = 0x80;

    /** What Markdown would read as more than a letter; an underscore inside a word is none. */
    private static final Pattern MARKDOWN =
            Pattern.compile("[\\\\`*<>\\[\\]{}~^]|&(?=[#A-Za-z])|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

    private static final Pattern LIST_OR_HEADING = Pattern.compile("^(?:[#+=-]|\\d{1,9}(?=[.)]))");

    private OscalText() {}

    /** A UUID of version 5 (RFC 9562): the same name gives the same id, everywhere and always. */
    static String uuid(String name) {
        ByteBuffer input = ByteBuffer.wrap(new byte[16 + name.getBytes(StandardCharsets.UTF_8).length]);
        input.putLong(NAMESPACE.getMostSignificantBits());
        input.putLong(NAMESPACE.getLeastSignificantBits());
        input.put(name.getBytes(StandardCharsets.UTF_8));
        byte[] sha1 = sha1(input.array());
        sha1[6] = (byte) (sha1[6] & 0x0F | VERSION_5);
        sha1[8] = (byte) (sha1[8] & 0x3F | VARIANT);
        ByteBuffer half = ByteBuffer.wrap(sha1);
        return new UUID(half.getLong(), half.getLong()).toString();
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }

    /** Text as Markdown that shows it and nothing else. */
    static String markdown(String raw) {
        String text = CleanText.of(raw).strip();
        String escaped = MARKDOWN.matcher(text).replaceAll("\\\\$0");
        return LIST_OR_HEADING.matcher(escaped).replaceFirst(m -> {
            String start = m.group();
            return Character.isDigit(start.charAt(0)) ? start + "\\\\" : "\\\\" + start;
        });
    }

    /** A string: one line with neither end blank; a dash where nothing is left. */
    static String string(String raw) {
        String text = CleanText.of(raw).replaceAll("(?U)^\\s+|\\s+$", "");
        return text.isEmpty() ? "–" : text;
    }

    /** A token: what a name may not have in it becomes an underscore. */
    static String token(String raw) {
        String token = raw.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        return token.matches("[\\p{L}_].*") ? token : "_" + token;
    }

    /** A day as a point in time; days of a register have no hour. */
    static String time(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
