package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.Seeds;
import domicile.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Registers and backups from strangers and from broken disks: nothing in them runs, writes or loads anything, what is
 * damaged is said in one plain line, and what was there stays as it was.
 */
class HostileFilesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    /** How many mutants there are of each sort of file; {@code -Ddomicile.mutants=1000} for more. */
    private static final int MUTANTS = Integer.getInteger("domicile.mutants", 60);
    /** Java and SQL have no place in what a person reads. */
    private static final Pattern TECHNICAL = Pattern.compile(
            "Exception|\\bjava\\.|org\\.h2|at [a-z]+\\.[a-z]+\\.|SELECT |INSERT |\\[\\d{5}|look into the log");

    @TempDir
    private Path folder;

    private Path home;
    private byte[] register;

    @BeforeEach
    void make() throws IOException {
        home = folder.resolve("home");
        try (RegisterStore store = RegisterStore.open(home.toString(), Clock.systemUTC())) {
            store.assessments().save(UUID.randomUUID(), "Claims triage", "{\"answers\": {}}");
            store.assessments().settle();
            store.evidence()
                    .add(Files.writeString(folder.resolve("order-form.txt"), "an order form"), "groq", "", "me");
        }
        register = Files.readAllBytes(home.resolve("register.mv.db"));
    }

    private void open(Path place) {
        try (RegisterStore store = RegisterStore.open(place.toString(), Clock.systemUTC())) {
            store.asOf(DAY);
            store.assessments().all();
        }
    }

    /** What a call is refused with; its line holds nothing of the program's insides. */
    private static String refused(ThrowingCallable call) {
        StringBuilder line = new StringBuilder();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> line.append(e.where() + ": " + e.what() + "; " + e.remedy()));
        assertThat(line.toString()).doesNotContainPattern(TECHNICAL).doesNotContain("\n");
        return line.toString();
    }

    /** Every file of a folder with its bytes. */
    private static Map<String, String> bytes(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().equals(".domicile.lock")) {
                    all.put(folder.relativize(file).toString(), EvidenceLocker.hash(file));
                }
            }
        }
        return all;
    }

    private static void zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW spy AS SELECT FILE_WRITE('x', '%s') AS x",
                "CREATE ALIAS spy AS 'String spy() throws Exception { java.nio.file.Files.createFile(java.nio.file.Path.of(\"%s\")); return null; }'",
                "CREATE ALIAS spy FOR 'java.lang.System.exit'",
                "CREATE TRIGGER spy BEFORE SELECT ON change AS 'org.h2.api.Trigger create() { return null; }'",
                "CREATE LINKED TABLE spy('', 'jdbc:h2:mem:other;INIT=CREATE SCHEMA s', '', '', '(SELECT 1)')",
                "ALTER TABLE assessment ADD COLUMN spy VARCHAR DEFAULT FILE_WRITE('x', '%s')",
                "ALTER TABLE assessment ADD COLUMN spy VARCHAR GENERATED ALWAYS AS (FILE_READ('/etc/hostname', NULL))",
                "ALTER TABLE assessment ADD CONSTRAINT spy CHECK (FILE_WRITE('x', '%s') > 0)",
                "CREATE DOMAIN spy AS VARCHAR DEFAULT FILE_WRITE('x', '%s')",
                "CREATE CONSTANT spy VALUE 1",
                "CREATE AGGREGATE spy FOR 'java.lang.Object'",
                "CREATE SCHEMA spy",
                "CREATE SYNONYM spy FOR change",
                "CREATE ROLE spy",
                "CREATE USER spy PASSWORD 'x' ADMIN",
                "CREATE TABLE spy(x INT)",
                "CREATE INDEX spy ON entry(ordinal)",
                "COMMENT ON TABLE change IS 'spy'",
                "SET JAVA_OBJECT_SERIALIZER 'java.lang.Object'",
                "SET DATABASE_EVENT_LISTENER 'java.lang.Object'"
            })
    void nothingInAFileRuns(String statement) throws IOException, SQLException {
        Path written = folder.resolve("written");
        try (Connection connection = H2File.at(home.resolve("register.mv.db")).connect(true, false, Optional.empty());
                var sql = connection.createStatement()) {
            try {
                sql.execute(statement.formatted(written));
            } catch (SQLException e) {
                // H2 looks for a class, or a value, when the object is made; a file has what it has
                org.junit.jupiter.api.Assumptions.abort(String.valueOf(e.getMessage()));
            }
        }
        Files.deleteIfExists(written);
        byte[] hostile = Files.readAllBytes(home.resolve("register.mv.db"));
        if (Arrays.equals(hostile, register)) {
            org.junit.jupiter.api.Assumptions.abort("H2 keeps nothing of it in the file");
        }
        assertThat(refused(() -> open(home))).contains("no register of this version holds");
        Path mine = folder.resolve("mine");
        open(mine);
        Map<String, String> before = bytes(mine);
        Path backup = folder.resolve("backup.zip");
        zip(backup, Map.of("register.mv.db", hostile));
        assertThat(refused(() -> RegisterStore.restore(backup, mine.toString(), Clock.systemUTC())))
                .contains("no register of this version holds");
        assertThat(bytes(mine)).isEqualTo(before);
        assertThat(Files.readAllBytes(home.resolve("register.mv.db"))).isEqualTo(hostile);
        assertThat(written).doesNotExist();
    }

    @Test
    void aPathIsAPath() throws IOException {
        for (String name : new String[] {
            "r;x", "x;INIT=CALL FILE_WRITE('x','written')", "a b", "%3B", "mem:x", "zip:x", "$HOME", "Prüfung", "a'b\"c"
        }) {
            Path place = folder.resolve(name);
            open(place);
            open(place);
            assertThat(place.resolve("register.mv.db")).exists();
        }
        try (var files = Files.list(Path.of("."))) {
            assertThat(files).noneMatch(f -> f.getFileName().toString().contains("written"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPathThatTheDatabaseReadsOtherwiseIsRefused() {
        assertThat(refused(() -> open(folder.resolve("a\\b")))).contains("cannot use this path");
    }

    @Test
    void anEmptyFileIsRefusedAndStaysEmpty() throws IOException {
        Path file = home.resolve("register.mv.db");
        Files.write(file, new byte[0]);
        assertThat(refused(() -> open(home))).contains("is empty").contains("restore a backup");
        assertThat(Files.size(file)).isZero();
    }

    @Test
    void aCutFileIsRefusedWhereverItIsCut() throws IOException {
        Path fresh = folder.resolve("fresh");
        open(fresh);
        Path file = fresh.resolve("register.mv.db");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 1; length < whole.length; length += length % 4096 == 0 ? 1 : 4096 - length % 4096) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(file, cut);
            refused(() -> open(fresh));
            assertThat(Files.readAllBytes(file)).isEqualTo(cut);
        }
    }

    @Test
    void aCutFileNeverSaysLessThanItDid() throws IOException {
        Path file = home.resolve("register.mv.db");
        String sound = said(home);
        int refused = 0;
        for (int length = 1; length < register.length; length += 1 + register.length / 60) {
            byte[] cut = Arrays.copyOf(register, length);
            Files.write(file, cut);
            refused += refusedOrWhole(sound);
            assertThat(Files.readAllBytes(file)).isEqualTo(cut);
        }
        assertThat(refused).isPositive();
    }

    /** A file may end in blocks that nothing stands in; without them it says what it said. */
    private int refusedOrWhole(String sound) {
        try {
            assertThat(said(home)).isEqualTo(sound);
            return 0;
        } catch (ProblemException e) {
            assertThat(e.getMessage()).doesNotContainPattern(TECHNICAL).doesNotContain("\n");
            return 1;
        }
    }

    @Test
    void aRegisterThatVanishesIsToldAtOnceAndNothingIsMadeInItsPlace() throws IOException {
        try (RegisterStore store = RegisterStore.open(home.toString(), Clock.systemUTC())) {
            store.asOf(DAY);
            Files.move(home, folder.resolve("moved"));
            assertThat(refused(() -> store.asOf(DAY))).contains("no longer there");
            assertThat(refused(() -> store.assessments().save(UUID.randomUUID(), "x", "{}")))
                    .contains("no longer there");
            assertThat(refused(() -> store.evidence().add(folder.resolve("order-form.txt"), "groq", "", "me")))
                    .contains("no longer there");
            assertThat(home).doesNotExist();
            Files.move(folder.resolve("moved"), home);
            store.asOf(DAY);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysALink() throws IOException {
        Path links = Files.createDirectories(folder.resolve("links"));
        Path link = links.resolve("register.mv.db");
        Path target = home.resolve("register.mv.db");
        Files.createSymbolicLink(link, target);
        Path backup = folder.resolve("backup.zip");
        try (RegisterStore store = RegisterStore.open(home.toString(), Clock.systemUTC())) {
            store.backup(backup);
            store.assessments().save(UUID.randomUUID(), "Later", "{}");
            store.assessments().settle();
        }
        RegisterStore.restore(backup, links.toString(), Clock.systemUTC());
        assertThat(link).isSymbolicLink();
        assertThat(target).isRegularFile();
        try (RegisterStore store = RegisterStore.open(links.toString(), Clock.systemUTC())) {
            assertThat(store.assessments().all()).extracting(s -> s.name()).containsExactly("Claims triage");
        }
        Files.delete(target);
        assertThat(refused(() -> open(links))).contains("link that leads nowhere");
        assertThat(target).doesNotExist();
        assertThat(link).isSymbolicLink();
    }

    @Test
    void anArchiveThatWouldFillADiskIsRefusedBeforeItIsUnpacked() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("register.mv.db"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 512; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        Map<String, String> before = bytes(home);
        assertThat(refused(() -> RegisterStore.restore(bomb, home.toString(), Clock.systemUTC())))
                .contains("unpack to far more");
        assertThat(bytes(home)).isEqualTo(before);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void devicesAreRefusedAtOnce() {
        assertThat(refused(() -> open(Path.of("/dev/zero")))).contains("neither a folder nor the file of a register");
        assertThat(refused(() -> RegisterStore.restore(Path.of("/dev/zero"), home.toString(), Clock.systemUTC())))
                .contains("not a plain file");
    }

    /** What a register says, as far as a person sees it. */
    private static String said(Path place) {
        try (RegisterStore store = RegisterStore.open(place.toString(), Clock.systemUTC())) {
            return store.asOf(DAY).hash()
                    + store.changes()
                    + store.assessments().all()
                    + store.evidence().all();
        }
    }

    @Test
    void aDamagedRegisterIsToldAndNeverSpread() throws IOException {
        String sound = said(home);
        Map<String, Integer> outcomes = new TreeMap<>();
        Seeds.forAll(MUTANTS, random -> {
            try {
                Path place = Files.createDirectories(folder.resolve("mutant"));
                Files.createDirectories(place.resolve("evidence"));
                for (Map.Entry<String, String> document :
                        bytes(home.resolve("evidence")).entrySet()) {
                    Files.write(
                            place.resolve("evidence").resolve(document.getKey()),
                            "an order form".getBytes(StandardCharsets.UTF_8));
                }
                byte[] mutant = mutated(register, random);
                Path file = place.resolve("register.mv.db");
                Files.write(file, mutant);
                String outcome = outcome(place, sound);
                outcomes.merge(outcome, 1, Integer::sum);
                assertThat(Files.readAllBytes(file))
                        .as("reading changes nothing")
                        .isEqualTo(mutant);
                Path backup = folder.resolve("mutant.zip");
                Files.deleteIfExists(backup);
                if (outcome.equals("as it was")) {
                    return;
                }
                refused(() -> {
                    try (RegisterStore store = RegisterStore.open(place.toString(), Clock.systemUTC())) {
                        store.backup(backup);
                    }
                });
                assertThat(backup).doesNotExist();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        System.getLogger("domicile.mutants").log(System.Logger.Level.INFO, "registers: {0}", outcomes);
    }

    private static String outcome(Path place, String sound) {
        try {
            if (said(place).equals(sound)) {
                return "as it was";
            }
        } catch (ProblemException e) {
            assertThat(e.getMessage()).doesNotContainPattern(TECHNICAL).doesNotContain("\n");
            return "refused";
        }
        try (RegisterStore store = RegisterStore.open(place.toString(), Clock.systemUTC())) {
            assertThat(store.check())
                    .as("what reads otherwise is told by verifying")
                    .isNotEmpty();
            return "told by verifying";
        } catch (ProblemException e) {
            assertThat(e.getMessage()).doesNotContainPattern(TECHNICAL).doesNotContain("\n");
            return "refused by verifying";
        }
    }

    /** One bit, one byte, some zeros, a page of zeros, a cut, a doubled or moved page. */
    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutant = bytes.clone();
        int at = random.nextInt(bytes.length);
        int page = at / 4096 * 4096;
        int end = Math.min(bytes.length, page + 4096);
        switch (random.nextInt(6)) {
            case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> mutant[at] = (byte) random.nextInt();
            case 2 -> Arrays.fill(mutant, at, Math.min(bytes.length, at + 64), (byte) 0);
            case 3 -> Arrays.fill(mutant, page, end, (byte) 0);
            case 4 -> mutant = Arrays.copyOf(bytes, at);
            default -> {
                int from = random.nextInt(bytes.length / 4096) * 4096;
                System.arraycopy(bytes, from, mutant, page, Math.min(end - page, bytes.length - from));
            }
        }
        return mutant;
    }

    @Test
    void aDamagedBackupIsNotRestored() throws IOException {
        Path sound = folder.resolve("sound.zip");
        try (RegisterStore store = RegisterStore.open(home.toString(), Clock.systemUTC())) {
            store.backup(sound);
        }
        Path earlier = folder.resolve("earlier.zip");
        Map<String, byte[]> entries = new HashMap<>();
        entries.put("register.mv.db", register);
        for (String document : bytes(home.resolve("evidence")).keySet()) {
            entries.put("evidence/" + document, "an order form".getBytes(StandardCharsets.UTF_8));
        }
        zip(earlier, entries);
        Path mine = folder.resolve("mine");
        open(mine);
        String said = said(home);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (Path original : new Path[] {sound, earlier}) {
            byte[] bytes = Files.readAllBytes(original);
            Seeds.forAll(MUTANTS, random -> {
                try {
                    Path mutant = folder.resolve("mutant.zip");
                    byte[] made = mutated(bytes, random);
                    Files.write(mutant, made);
                    Map<String, String> before = bytes(mine);
                    try {
                        RegisterStore.restore(mutant, mine.toString(), Clock.systemUTC())
                                .ifPresent(kept -> Upkeep.deleteQuietly(kept));
                        assertThat(said(mine)).isEqualTo(said);
                        outcomes.merge(original.getFileName() + " as it was", 1, Integer::sum);
                    } catch (ProblemException e) {
                        assertThat(e.getMessage())
                                .doesNotContainPattern(TECHNICAL)
                                .doesNotContain("\n");
                        assertThat(bytes(mine)).isEqualTo(before);
                        outcomes.merge(original.getFileName() + " refused", 1, Integer::sum);
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
        System.getLogger("domicile.mutants").log(System.Logger.Level.INFO, "backups: {0}", outcomes);
    }
}
