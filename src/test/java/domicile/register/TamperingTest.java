package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.problem.Message;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with a database tool changes a register behind its back: the audit trail tells. */
class TamperingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @TempDir
    private Path folder;

    @BeforeEach
    void threeChanges() {
        try (RegisterStore store = open()) {
            store.confirm(List.of(RegisterKey.fact("groq", "zdr")), DAY, "me", "read again");
            store.confirm(List.of(RegisterKey.fact("cohere", "zdr")), DAY, "me", "read again");
            assertThat(store.check()).isEmpty();
        }
    }

    private RegisterStore open() {
        return RegisterStore.open(folder.toString(), CLOCK);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("register"), "sa", "");
    }

    private List<String> after(String... statements) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        try (RegisterStore store = open()) {
            return store.check().stream().map(Message::toString).toList();
        }
    }

    @Test
    void anAlteredFactIsFound() throws SQLException {
        assertThat(after("UPDATE entry SET payload = REPLACE(payload, 'VERIFY', 'STATELESS') WHERE change_id = 2"))
                .singleElement()
                .asString()
                .contains("change 2");
    }

    @Test
    void anAlteredReasonIsFound() throws SQLException {
        assertThat(after("UPDATE change SET why = 'something else' WHERE id = 1"))
                .singleElement()
                .asString()
                .contains("change 1");
    }

    @Test
    void anAlteredDayIsFound() throws SQLException {
        assertThat(after("UPDATE change SET known_at = known_at - INTERVAL '1' DAY WHERE id = 3"))
                .isNotEmpty();
        assertThat(after("UPDATE change SET cited_read = DATE '2026-08-01' WHERE id = 2"))
                .hasSize(2);
    }

    @Test
    void aChangeThatWasTakenOutOfTheMiddleIsFound() throws SQLException {
        assertThat(after("DELETE FROM entry WHERE change_id = 2", "DELETE FROM change WHERE id = 2"))
                .isNotEmpty();
    }

    @Test
    void theLastChangeTakenOutIsFound() throws SQLException {
        assertThat(after("DELETE FROM entry WHERE change_id = 3", "DELETE FROM change WHERE id = 3"))
                .singleElement()
                .asString()
                .contains("does not end where it was left");
    }

    @Test
    void aFactSlippedIntoAChangeIsFound() throws SQLException {
        assertThat(after("""
                        INSERT INTO entry (change_id, kind, subject, entry_key, ordinal, payload)
                        SELECT 2, kind, subject, 'zdr#other', 99, payload FROM entry WHERE change_id = 2
                        """)).isNotEmpty();
    }

    @Test
    void aSecretlyRewrittenChainNoLongerHoldsTheHashThatWasNoted() throws SQLException {
        String noted;
        try (RegisterStore store = open()) {
            noted = store.changes().getLast().hash();
        }
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE change SET who = 'somebody' WHERE id = 1");
            statement.execute("ALTER TABLE change ALTER COLUMN hash DROP NOT NULL");
            statement.execute("UPDATE chain SET head = '', changes = 0");
            AuditTrail.chainAll(org.jdbi.v3.core.Jdbi.create(connection).open());
        }
        try (RegisterStore store = open()) {
            assertThat(store.check()).isEmpty();
            assertThat(store.changes()).extracting(Change::hash).doesNotContain(noted);
        }
    }

    @Test
    void aRegisterOfTheFirstSchemaIsChainedWhenItIsOpened() throws SQLException {
        Path old = folder.resolve("old");
        String url = "jdbc:h2:file:" + old.resolve("register");
        Flyway.configure()
                .locations("classpath:domicile/register/migration")
                .dataSource(url, "sa", "")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                var change = connection.createStatement();
                var entries = connection.prepareStatement(
                        "INSERT INTO entry (change_id, kind, subject, entry_key, ordinal, payload) VALUES (1, ?, ?, ?, ?, ?)")) {
            change.execute("""
                    INSERT INTO change (valid_from, known_at, who, why, pack) VALUES
                    (DATE '2026-06-01', TIMESTAMP WITH TIME ZONE '2026-07-01 00:00:00+00', 'Domicile', 'first', 'domicile-seed')
                    """);
            for (RegisterRecord entry : RegisterRecord.of(Pack.shipped())) {
                entries.setString(1, entry.kind().name());
                entries.setString(2, entry.part().offering());
                entries.setString(3, entry.part().key());
                entries.setInt(4, entry.ordinal());
                entries.setString(5, entry.payload());
                entries.addBatch();
            }
            entries.executeBatch();
        }
        try (RegisterStore store = RegisterStore.open(old.toString(), CLOCK)) {
            assertThat(store.asOf(DAY).hash())
                    .isEqualTo(Pack.shipped().register(DAY).hash());
            assertThat(store.changes()).singleElement().satisfies(c -> {
                assertThat(c.hash()).startsWith("sha256:");
                assertThat(c.knownAt()).isEqualTo(Instant.parse("2026-07-01T00:00:00Z"));
                assertThat(c.cited()).isEqualTo(Optional.empty());
            });
            assertThat(store.check()).isEmpty();
        }
    }
}
