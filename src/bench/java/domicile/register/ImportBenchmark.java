package domicile.register;

import domicile.residency.Offering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The import of a pack in hand into a register on disk, everything that an import does included: differences, the chain, the
 * check that the register holds together. Against one transaction that only inserts the same rows into the same table with the
 * same indexes of an H2 file.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class ImportBenchmark {

    /** Some 17 facts each. */
    @Param({"1024", "10240"})
    int offerings;

    private Path folder = Path.of("");
    private Pack pack = Pack.shipped();
    private List<RegisterRecord> rows = List.of();

    /** Makes the pack; tells how many facts it has. */
    @Setup(Level.Trial)
    public void make() {
        pack = Copies.pack(offerings);
        rows = RegisterRecord.of(pack);
        System.out.println("facts: " + pack.offerings().stream().map(Offering::facts).mapToInt(List::size).sum()
                + ", rows: " + rows.size());
    }

    /** A register as it is made at first. */
    @Setup(Level.Iteration)
    public void open() throws IOException, SQLException {
        folder = Files.createTempDirectory("import-bench");
        RegisterStore.open(folder.resolve("register").toString(), Clock.systemUTC()).close();
        try (Connection raw = raw();
                Statement s = raw.createStatement()) {
            s.execute("CREATE TABLE change (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY)");
            s.execute("INSERT INTO change DEFAULT VALUES");
            s.execute("CREATE TABLE entry (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                    + " change_id BIGINT NOT NULL REFERENCES change (id), kind VARCHAR(16) NOT NULL, subject VARCHAR(100) NOT NULL,"
                    + " entry_key VARCHAR(3000) NOT NULL, ordinal INTEGER NOT NULL, payload VARCHAR(100000))");
            s.execute("CREATE INDEX entry_by_part ON entry (kind, subject)");
            s.execute("CREATE INDEX entry_by_change ON entry (change_id)");
        }
    }

    private Connection raw() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("raw"));
    }

    /** Takes it away. */
    @TearDown(Level.Iteration)
    public void clear() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** The import. */
    @Benchmark
    public int imported() {
        try (RegisterStore store = RegisterStore.open(folder.resolve("register").toString(), Clock.systemUTC())) {
            return store.importPack(pack, false, d -> Difference.Choice.TAKE, new Attribution(Copies.DAY, "bench", "bench"))
                    .size();
        }
    }

    /** The rows alone. */
    @Benchmark
    public int bulkInsert() throws SQLException {
        try (Connection raw = raw();
                PreparedStatement insert = raw.prepareStatement(
                        "INSERT INTO entry (change_id, kind, subject, entry_key, ordinal, payload) VALUES (1, ?, ?, ?, ?, ?)")) {
            raw.setAutoCommit(false);
            int waiting = 0;
            for (RegisterRecord row : rows) {
                insert.setString(1, row.kind().name());
                insert.setString(2, row.part().offering());
                insert.setString(3, row.part().key());
                insert.setInt(4, row.ordinal());
                insert.setString(5, row.payload());
                insert.addBatch();
                if (++waiting % 1_000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            raw.commit();
            return waiting;
        }
    }
}
