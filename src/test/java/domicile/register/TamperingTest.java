package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.problem.Message;
import domicile.residency.Capture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
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
                .anySatisfy(said -> assertThat(said).contains("does not end where it was left"));
    }

    @Test
    void theLastChangeTakenOutAndTheTrailMendedIsFound() throws SQLException {
        assertThat(after(
                        "DELETE FROM entry WHERE change_id = 3",
                        "DELETE FROM change WHERE id = 3",
                        "UPDATE chain SET changes = 2, head = (SELECT hash FROM change WHERE id = 2)"))
                .singleElement()
                .asString()
                .startsWith("change 3 of ")
                .contains("cut off");
    }

    @Test
    void aChangeThatIsPutInAndChainedIsFound() throws SQLException {
        assertThat(after("INSERT INTO change (valid_from, known_at, who, why, pack, hash) "
                        + "SELECT valid_from, known_at, who, why, pack, hash FROM change WHERE id = 3"))
                .anySatisfy(said -> assertThat(said).startsWith("change 4 ").contains("past Domicile"));
    }

    @Test
    void whatIsDoneToTheLinksIsFound() throws SQLException {
        assertThat(after("UPDATE chain_link SET made_at = made_at - INTERVAL '1' DAY WHERE id = 2"))
                .singleElement()
                .asString()
                .contains("link 2 ");
        assertThat(after("DELETE FROM chain_link WHERE id = 2")).hasSizeGreaterThan(1);
        assertThat(after("DELETE FROM chain_link WHERE id = 3"))
                .anySatisfy(said -> assertThat(said).contains("last links"));
        assertThat(after("DELETE FROM chain_end"))
                .anySatisfy(said -> assertThat(said).contains("last links"));
    }

    private static final UUID TRIAGE = UUID.fromString("5f2c7a40-0000-4000-8000-000000000001");

    /** A document and two assessments. */
    private void keep() throws IOException {
        Path order = Files.writeString(folder.resolve("order-form.txt"), "An order form.");
        try (RegisterStore store = open()) {
            store.evidence().add(order, "groq", "", "me");
            store.assessments().save(TRIAGE, "Claims triage", "{\"a\":1}");
            store.assessments().save(UUID.randomUUID(), "Another one", "{}");
            store.assessments().settle();
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void whatIsDoneToADocumentsRowIsFound() throws IOException, SQLException {
        keep();
        assertThat(after("UPDATE evidence_file SET who = 'somebody', offering = 'cohere'"))
                .containsExactly("what the register says of the document order-form.txt of cohere was altered");
        assertThat(after("UPDATE evidence_file SET who = 'me', offering = 'groq'"))
                .isEmpty();
        assertThat(after("INSERT INTO evidence_file (sha256, name, bytes, offering, question, added_at, who) "
                        + "SELECT sha256, 'other.txt', bytes, offering, question, added_at, who FROM evidence_file"))
                .singleElement()
                .asString()
                .startsWith("the document other.txt of groq is not in the chain");
        assertThat(after("DELETE FROM evidence_file"))
                .singleElement()
                .asString()
                .startsWith("a document that was added on 2026-11-24")
                .contains(EvidenceLocker.hash(folder.resolve("order-form.txt")));
    }

    @Test
    void whatIsDoneToASavedAssessmentIsFound() throws IOException, SQLException {
        keep();
        String triage = " WHERE id = '" + TRIAGE + "'";
        assertThat(after("UPDATE assessment SET answers = '{\"a\":2}'" + triage))
                .singleElement()
                .asString()
                .startsWith("the assessment Claims triage (" + TRIAGE + ") is not what was saved");
        assertThat(after("UPDATE assessment SET answers = '{\"a\":1}', archived = TRUE" + triage))
                .hasSize(1);
        assertThat(after("UPDATE assessment SET archived = FALSE, id = '" + UUID.randomUUID() + "'" + triage))
                .hasSize(2)
                .anySatisfy(said -> assertThat(said).contains("is not in the chain"))
                .anySatisfy(said -> assertThat(said).contains(TRIAGE + ", saved on 2026-11-24"));
        assertThat(after("DELETE FROM assessment")).hasSize(2);
    }

    /** Whatever one of a row's columns says otherwise is found. */
    @Test
    void everyColumnIsPartOfTheChain() throws IOException, SQLException {
        keep();
        Map<String, String> altered = Map.of(
                "CHARACTER VARYING", "COALESCE(NULLIF(TRANSLATE(%s, '0123456789', '1234567890'), %s), %s || 'x', 'x')",
                "BIGINT", "%s + 1",
                "INTEGER", "COALESCE(%s, 0) + 1",
                "BOOLEAN", "NOT %s",
                "DATE", "COALESCE(DATEADD('DAY', 1, %s), DATE '2026-01-01')",
                "TIMESTAMP WITH TIME ZONE", "DATEADD('SECOND', 1, %s)");
        try (Connection connection = connect();
                Handle handle = Jdbi.create(connection).open()) {
            List<String> updates = handle.createQuery("""
                            SELECT table_name, column_name, data_type FROM information_schema.columns
                            WHERE table_schema = 'PUBLIC' AND table_name IN
                            ('CHANGE', 'ENTRY', 'EVIDENCE_FILE', 'ASSESSMENT', 'CHAIN_LINK', 'CHAIN', 'CHAIN_END')
                            """)
                    .map((row, context) -> {
                        // there have to be such a change and such a kind, or the register cannot be read at all
                        String value = KEPT.getOrDefault(
                                row.getString(1) + "." + row.getString(2),
                                altered.getOrDefault(row.getString(3), "no such type"));
                        return "UPDATE %1$s SET %2$s = %3$s WHERE id = (SELECT MAX(id) FROM %1$s)"
                                .formatted(row.getString(1), row.getString(2), value.replace("%s", row.getString(2)));
                    })
                    .list();
            List<String> saying = updates.stream()
                    .filter(sql -> !SAYS_NOTHING.matcher(sql).lookingAt())
                    .toList();
            assertThat(saying).hasSizeGreaterThan(30);
            for (String sql : saying) {
                handle.begin();
                handle.execute(sql);
                assertThat(Stream.of(AuditTrail.broken(handle), Links.broken(handle))
                                .flatMap(List::stream))
                        .as(sql)
                        .isNotEmpty();
                handle.rollback();
            }
        }
    }

    /** Sources, pages, quotes, places and controls are parts of changes, and are found with them. */
    @Test
    void everyKindOfPartIsPartOfTheChain() throws SQLException {
        try (RegisterStore store = open()) {
            store.captures()
                    .take(0, new Captures.Page(new byte[] {'x'}, "text/plain", "page.txt", "", Capture.How.FILE), "me");
        }
        try (Connection connection = connect();
                Handle handle = Jdbi.create(connection).open()) {
            List<String> kinds = handle.createQuery("SELECT DISTINCT kind FROM entry")
                    .mapTo(String.class)
                    .list();
            assertThat(kinds).contains("SOURCE", "CAPTURE", "FACT", "CONTROL", "COUNTRY");
            for (String kind : kinds) {
                handle.begin();
                handle.execute("UPDATE entry SET payload = payload || ' ' WHERE id = (SELECT MAX(id) FROM entry WHERE"
                        + " kind = '" + kind + "')");
                assertThat(AuditTrail.broken(handle)).as(kind).hasSize(1);
                handle.rollback();
            }
        }
    }

    private static final Map<String, String> KEPT =
            Map.of("ENTRY.CHANGE_ID", "1", "ENTRY.KIND", "'CONTROL'", "CHAIN_LINK.KIND", "'DOCUMENT'");

    /**
     * Numbers of rows that no person is told and nothing refers to, and that of a change, which H2 lets nobody alter.
     */
    private static final Pattern SAYS_NOTHING =
            Pattern.compile("UPDATE (CHANGE|ENTRY|EVIDENCE_FILE|CHAIN|CHAIN_END) SET ID ");

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
            statement.execute("UPDATE chain SET head = '', changes = 0");
            statement.execute("DELETE FROM chain_link");
            statement.execute("UPDATE chain_end SET head = '', links = 0");
            var handle = Jdbi.create(connection).open();
            AuditTrail.chainAll(handle, Entries.changes(handle));
            Links.linkAll(handle);
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
