package domicile.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Whether two files are the same but for how their streams were compressed: zlib is another one on another system, and
 * gives other bytes. Everything that is not compressed has to be equal, the lengths and places that follow from it
 * apart.
 */
final class SameFile {
    private static final byte[] STREAM = ascii(">>\nstream\r\n");
    private static final byte[] END_OF_FILE = ascii("%%EOF");
    private static final Pattern LENGTH = Pattern.compile("/Length (\\d{1,9})(?=[\\s/>])");
    private static final Pattern OBJECT = Pattern.compile("(?:^|\\n)(\\d{1,9}) (\\d{1,5}) obj\\n");
    private static final Pattern END = Pattern.compile("\\r?\\nendstream\\nendobj\\nstartxref\\n(\\d{1,9})\\n%%EOF\\n");
    /** As PDFBox writes them: a kind, a place in the file, a number. */
    private static final Pattern WIDTHS = Pattern.compile("/W \\[(\\d) (\\d) (\\d)]");

    private static final int IN_THE_FILE = 1;

    private final byte[] bytes;
    private final int end;
    /** Which object begins at a place. */
    private final Map<Long, String> objects = new HashMap<>();

    private String list = "none";
    private int at;

    private SameFile(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /**
     * Where a file as it was first saved may end in bytes to which something may have been appended; the nearest first.
     */
    static IntStream ends(byte[] bytes) {
        return IntStream.range(0, bytes.length - END_OF_FILE.length + 1)
                .filter(i -> bytes[i] == '%' && startsWith(bytes, i, END_OF_FILE))
                .map(i -> afterLine(bytes, i + END_OF_FILE.length));
    }

    private static int afterLine(byte[] bytes, int from) {
        int after = from;
        if (after < bytes.length && bytes[after] == '\r') {
            after++;
        }
        return after < bytes.length && bytes[after] == '\n' ? after + 1 : after;
    }

    /**
     * Whether bytes up to an end are the file that was made.
     *
     * @param made as PDFBox saves a new file
     */
    static boolean same(byte[] given, int end, byte[] made) {
        return Arrays.equals(given, 0, end, made, 0, made.length)
                || new SameFile(given, end).same(new SameFile(made, made.length));
    }

    private boolean same(SameFile other) {
        while (true) {
            Optional<String> head = head();
            Optional<String> its = other.head();
            if (head.isEmpty() || its.isEmpty()) {
                return head.isEmpty() && its.isEmpty() && ends(end()) && other.ends(other.end());
            }
            String mine = head.orElseThrow();
            if (!LENGTH.matcher(mine)
                            .replaceAll("")
                            .equals(LENGTH.matcher(its.orElseThrow()).replaceAll(""))
                    || !sameStream(mine, other, its.orElseThrow())) {
                return false;
            }
        }
    }

    /** What stands before the next stream. */
    private Optional<String> head() {
        for (int i = at; i <= end - STREAM.length; i++) {
            if (bytes[i] == '>' && startsWith(bytes, i, STREAM)) {
                int from = at;
                at = i + STREAM.length;
                String head = text(from, at);
                Matcher begun = OBJECT.matcher(head);
                while (begun.find()) {
                    objects.put((long) from + begun.start(1), begun.group(1) + " " + begun.group(2));
                }
                return Optional.of(head);
            }
        }
        return Optional.empty();
    }

    private String end() {
        return text(at, end);
    }

    /** Whether a file's last words name the place where its list of objects is. */
    private boolean ends(String words) {
        Matcher said = END.matcher(words);
        return said.matches() && list.equals(objects.getOrDefault(Long.parseLong(said.group(1)), ""));
    }

    private boolean sameStream(String head, SameFile other, String its) {
        String own = last(head);
        Optional<byte[]> mine = stream(own);
        Optional<byte[]> theirs = other.stream(last(its));
        if (mine.isEmpty() || theirs.isEmpty()) {
            return false;
        }
        if (!own.contains("/Type /XRef\n")) {
            return Arrays.equals(mine.orElseThrow(), theirs.orElseThrow());
        }
        list = name(head);
        other.list = name(its);
        return listed(mine.orElseThrow(), own).equals(other.listed(theirs.orElseThrow(), own));
    }

    private static String last(String head) {
        return head.substring(Math.max(0, head.lastIndexOf(" obj\n")));
    }

    /** The number of the object that a stream's head begins last. */
    private static String name(String head) {
        return OBJECT.matcher(head)
                .results()
                .reduce((first, second) -> second)
                .map(m -> m.group(1) + " " + m.group(2))
                .orElse("nothing");
    }

    /** The bytes of a stream, inflated. Nothing may stand behind them. */
    private Optional<byte[]> stream(String head) {
        Matcher length = LENGTH.matcher(head);
        if (!length.find()) {
            return Optional.empty();
        }
        int from = at;
        long to = (long) from + Integer.parseInt(length.group(1));
        if (to > end) {
            return Optional.empty();
        }
        at = (int) to;
        return head.contains("/Filter /FlateDecode\n")
                ? inflated(from, at)
                : Optional.of(Arrays.copyOfRange(bytes, from, at));
    }

    private Optional<byte[]> inflated(int from, int to) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes, from, to - from);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] some = new byte[1 << 14];
            while (!inflater.finished()) {
                int read = inflater.inflate(some);
                out.write(some, 0, read);
                if (read == 0 && !inflater.finished() || out.size() > SameObjects.MOST_BYTES) {
                    return Optional.empty();
                }
            }
            return inflater.getRemaining() == 0 ? Optional.of(out.toByteArray()) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    /** A list of objects, with the object that is found there in the place of a place. */
    private String listed(byte[] rows, String head) {
        Matcher widths = WIDTHS.matcher(head);
        if (!widths.find()) {
            return Arrays.toString(rows);
        }
        int[] width = IntStream.rangeClosed(1, 3)
                .map(i -> Integer.parseInt(widths.group(i)))
                .toArray();
        int row = IntStream.of(width).sum();
        StringBuilder said = new StringBuilder();
        for (int i = 0; i + row <= rows.length; i += row) {
            long kind = number(rows, i, width[0]);
            long place = number(rows, i + width[0], width[1]);
            long number = number(rows, i + width[0] + width[1], width[2]);
            said.append(kind).append(' ').append(kind == IN_THE_FILE ? objects.getOrDefault(place, "nothing") : place);
            said.append(' ').append(number).append('\n');
        }
        return said.toString();
    }

    private static long number(byte[] bytes, int from, int width) {
        long number = 0;
        for (int i = from; i < from + width; i++) {
            number = number << 8 | bytes[i] & 0xFF;
        }
        return number;
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] what) {
        return Arrays.equals(bytes, at, Math.min(bytes.length, at + what.length), what, 0, what.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
