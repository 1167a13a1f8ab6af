package domicile.register;

import domicile.problem.InputFile;
import domicile.problem.ProblemException;
import domicile.residency.FactKinds;
import domicile.residency.Register;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an H2 register said when it was last read, in a file beside it: a window shows it until the register itself has
 * been opened, which takes longer than reading this. Whatever writes the register takes it away first, and whoever
 * reads it compares it with the register afterwards: nothing is ever exported from it. A file that cannot be read or
 * written is as good as absent.
 *
 * <p>Lines of fields with tabs between them, which JSON has none of: what it is, from which day until before which, and
 * the CRC-32 of the rest; then the register's entries in order.
 */
final class Snapshot {
    /** With the newest migration, as an entry means what the database means by it. */
    private static final String FORMAT = "domicile.snapshot/1." + Database.SCHEMA;

    private static final String NO_END = "-";
    /**
     * Of more entries than this, reading takes longer than a window may wait, and the table gets its rows from the
     * register.
     */
    static final int MOST = 20_000;

    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private Snapshot() {}

    private static Path file(Path register) {
        return Database.beside(register, "snapshot.tsv");
    }

    /** What the register said of a day; empty when that is not known. */
    static Optional<Register> read(Path register, LocalDate day, FactKinds kinds) {
        Path file = file(register);
        if (!Files.exists(file) || !Files.exists(register) || new Sealing(register).isLocked()) {
            return Optional.empty();
        }
        try {
            String text = new String(bytes(register), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            String[] head = text.substring(0, end).split("\t", -1);
            if (head.length != 4
                    || !head[0].equals(FORMAT)
                    || day.isBefore(LocalDate.parse(head[1]))
                    || !head[2].equals(NO_END) && !day.isBefore(LocalDate.parse(head[2]))) {
                return Optional.empty();
            }
            String body = text.substring(end + 1);
            if (!head[3].equals(check(body))) {
                throw new IllegalArgumentException("not as it was written");
            }
            List<RegisterRecord> entries = body.lines().map(Snapshot::entry).toList();
            return Optional.of(RegisterRecord.pack(entries, "register", "register", day, kinds)
                    .register(day));
        } catch (IOException | RuntimeException e) {
            // whatever is wrong with it: the register itself is read next, and says what it says
            log().warn("not read: {}", file, e);
            return Optional.empty();
        }
    }

    /** What a disk has damaged, or cut off, has another one. */
    private static String check(String body) {
        CRC32 sum = new CRC32();
        sum.update(body.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private static RegisterRecord entry(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 5) {
            throw new IllegalArgumentException("not five fields: " + line);
        }
        return new RegisterRecord(
                new RegisterKey(RegisterKey.Kind.valueOf(fields[0]), fields[1], fields[2]),
                Integer.parseInt(fields[3]),
                fields[4]);
    }

    /**
     * Writes what is in force from one day on.
     *
     * @param until the first day on which something else is in force; empty when nothing is decided yet
     */
    static void write(Path register, LocalDate from, Optional<LocalDate> until, List<RegisterRecord> entries) {
        List<String> lines = entries.stream()
                .map(e -> String.join(
                        "\t",
                        e.kind().name(),
                        e.part().offering(),
                        e.part().key(),
                        String.valueOf(e.ordinal()),
                        e.payload()))
                .toList();
        // an entry with a tab or a line's end of its own would be read as another
        boolean plain = lines.stream()
                .allMatch(l -> l.split("\t", -1).length == 5 && l.lines().count() == 1);
        Path file = file(register);
        if (!plain) {
            drop(register);
            return;
        }
        try {
            String body = String.join("\n", lines) + "\n";
            String head = String.join(
                    "\t",
                    FORMAT,
                    from.toString(),
                    until.map(LocalDate::toString).orElse(NO_END),
                    check(body));
            byte[] text = (head + "\n" + body).getBytes(StandardCharsets.UTF_8);
            if (!same(register, text)) {
                AtomicFile.writeOwn(file, new Sealing(register).sealed(out -> out.write(text)));
            }
        } catch (IOException e) {
            log().warn("not written: {}", file, e);
        }
    }

    private static byte[] bytes(Path register) throws IOException {
        InputFile.check(file(register), MOST_BYTES);
        try (InputStream in = new Sealing(register).open(file(register))) {
            return in.readNBytes(MOST_BYTES);
        }
    }

    private static boolean same(Path register, byte[] text) {
        try {
            return Arrays.equals(text, bytes(register));
        } catch (IOException | ProblemException notThere) {
            return false;
        }
    }

    /** Takes it away, before the register says something else. */
    static void drop(Path register) {
        Upkeep.deleteQuietly(file(register));
    }

    private static Logger log() {
        return LoggerFactory.getLogger(Snapshot.class);
    }
}
