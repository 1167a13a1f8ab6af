package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import domicile.problem.ProblemException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.SetSystemProperty;

/**
 * What each login of a team can do with a register, by the program and by SQL alone, as somebody would who has stolen
 * it. The server is set up as the README says.
 */
@SetSystemProperty(key = "org.postgresql.pgpassfile", value = "none")
class PostgresRolesTest {
    private static final Path SCRIPT = Path.of("packaging/postgresql/roles.sql");
    private static final String DENIED = "42501";
    private static final List<String> LOGINS = List.of("rae", "ed", "ap", "duo", "nil");
    private static final Attribution BY =
            new Attribution(LocalDate.of(2026, 6, 30), "Somebody typed", "a test", Optional.empty());

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.start();
        try (Connection root = server.getPostgresDatabase().getConnection();
                var sql = root.createStatement()) {
            sql.execute("CREATE ROLE keeper LOGIN CREATEROLE");
            sql.execute("CREATE DATABASE team OWNER keeper");
        }
        RegisterStore.open(url("keeper"), StoreContract.CLOCK).close();
        String script = Files.readString(SCRIPT);
        for (int time = 0; time < 2; time++) {
            sql("keeper", script);
        }
        for (String login : LOGINS) {
            sql("keeper", "CREATE ROLE " + login + " LOGIN");
        }
        sql("keeper", "GRANT domicile_reader TO rae");
        sql("keeper", "GRANT domicile_editor TO ed, duo");
        sql("keeper", "GRANT domicile_approver TO ap, duo");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static String url(String login) {
        return server.getJdbcUrl(login, "team");
    }

    private static void sql(String login, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(login));
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String statement : statements) {
                sql.execute(statement);
            }
            connection.commit();
        }
    }

    private static List<String> asked(String login, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(login));
                var sql = connection.createStatement();
                var rows = sql.executeQuery(question)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private static void denied(String login, String... statements) {
        assertThatThrownBy(() -> sql(login, statements))
                .as("%s: %s", login, List.of(statements))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
    }

    private static boolean may(String login, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(login));
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute(statement);
            connection.rollback();
            return true;
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as(statement).isEqualTo(DENIED);
            return false;
        }
    }

    private static RegisterStore store(String login) {
        return RegisterStore.open(url(login), StoreContract.CLOCK);
    }

    /** Every table there is, and what each login gets done with it by SQL. */
    @Test
    void whatEachStolenLoginCanDoWithEachTable() throws Exception {
        List<String> table = new ArrayList<>();
        for (String name : asked("keeper", """
                SELECT schemaname || '.' || quote_ident(tablename) FROM pg_tables
                WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1
                """)) {
            List<String> columns = asked(
                    "keeper",
                    "SELECT attname FROM pg_attribute WHERE attrelid = '" + name
                            + "'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum");
            table.add(name);
            for (String login : List.of("rae", "ed", "ap", "nil")) {
                table.add("  " + login + " " + can(login, name, columns));
            }
        }
        assertThat(String.join("\n", table) + "\n").isEqualTo("""
                public.assessment
                  rae S
                  ed SIU(name,answers,updated_at,archived)
                  ap S
                  nil -
                public.chain
                  rae S
                  ed SU(head,changes)
                  ap S
                  nil -
                public.chain_end
                  rae S
                  ed SU(head,links)
                  ap S
                  nil -
                public.chain_link
                  rae S
                  ed SI
                  ap S
                  nil -
                public.change
                  rae S
                  ed SI(valid_from,known_at,who,why,pack,hash,cited_source,cited_read,account)
                  ap S
                  nil -
                public.document_part
                  rae S
                  ed SID
                  ap S
                  nil -
                public.entry
                  rae S
                  ed SI(change_id,kind,subject,entry_key,ordinal,payload)
                  ap S
                  nil -
                public.evidence_file
                  rae S
                  ed SI(sha256,name,bytes,offering,question,added_at,who)
                  ap S
                  nil -
                public.flyway_schema_history
                  rae S
                  ed S
                  ap S
                  nil -
                team.approval
                  rae S
                  ed S
                  ap S
                  nil -
                team.matter
                  rae S
                  ed S
                  ap S
                  nil -
                """);
    }

    /** S selects, I inserts, U updates (these columns alone), D deletes, T truncates; - nothing. */
    private static String can(String login, String table, List<String> columns) throws SQLException {
        StringBuilder can = new StringBuilder();
        can.append(may(login, "SELECT * FROM " + table + " LIMIT 1") ? "S" : "");
        List<String> inserts = new ArrayList<>();
        List<String> updates = new ArrayList<>();
        for (String column : columns) {
            String quoted = '"' + column + '"';
            // no row at all: what is asked is the right
            boolean made = asked(
                                    "keeper",
                                    "SELECT attidentity FROM pg_attribute WHERE attrelid = '" + table
                                            + "'::regclass AND attname = '" + column + "' AND attidentity = 'a'")
                            .size()
                    > 0;
            if (may(
                    login,
                    "INSERT INTO " + table + " (" + quoted + ")" + (made ? " OVERRIDING SYSTEM VALUE" : "")
                            + " SELECT NULL WHERE false")) {
                inserts.add(column);
            }
            if (!made && may(login, "UPDATE " + table + " SET " + quoted + " = NULL WHERE false")) {
                updates.add(column);
            }
        }
        can.append(columns("I", inserts, columns)).append(columns("U", updates, columns));
        can.append(may(login, "DELETE FROM " + table + " WHERE false") ? "D" : "");
        can.append(may(login, "TRUNCATE " + table + " CASCADE") ? "T" : "");
        return can.isEmpty() ? "-" : can.toString();
    }

    private static String columns(String what, List<String> these, List<String> all) {
        return these.isEmpty() ? "" : these.equals(all) ? what : what + "(" + String.join(",", these) + ")";
    }

    /** A reader and an editor see each other, and nobody who is in another assessment or has gone. */
    @Test
    void whoHasAnAssessmentOpenIsSeenByTheOthersInIt() {
        UUID one = UUID.randomUUID();
        try (RegisterStore rae = store("rae");
                RegisterStore ed = store("ed");
                Presence reads = rae.presence()) {
            try (Presence edits = ed.presence();
                    Presence elsewhere = ed.presence()) {
                assertThat(elsewhere.at(UUID.randomUUID(), "name")).isEmpty();
                assertThat(edits.at(one, "name")).isEmpty();
                assertThat(reads.at(one, "locations")).containsExactly(new Presence.Present("ed", "name"));
                assertThat(edits.at(one, "retention")).containsExactly(new Presence.Present("rae", "locations"));
                assertThat(reads.at(one, "")).containsExactly(new Presence.Present("ed", "retention"));
            }
            await().untilAsserted(() -> assertThat(reads.at(one, "locations")).isEmpty());
        }
    }

    @Test
    void whoEditsIsNamedByTheDatabase() throws Exception {
        try (RegisterStore ed = store("ed")) {
            ed.confirm(
                    List.of(RegisterKey.fact("groq", "attestation/BAA")), LocalDate.of(2026, 6, 29), "The Queen", "x");
            Change last = ed.lastChange();
            assertThat(last.who()).isEqualTo("The Queen");
            assertThat(last.account()).contains("ed");
            assertThat(last.by()).isEqualTo("The Queen (ed)");
            assertThat(ed.check()).isEmpty();
        }
        String change = "INSERT INTO change (valid_from, known_at, who, why, pack, hash, account)"
                + " VALUES ('2026-06-01', now(), 'x', 'x', '', 'x', ";
        denied("ed", change + "'ap')");
        denied("ed", change + "NULL)");
        // signed, and not chained
        denied("ed", change + "'ed')");
        denied(
                "ed",
                "INSERT INTO entry (change_id, kind, subject, entry_key, ordinal) VALUES (1, 'FACT', 'x', 'x', 0)");
        denied("ed", "UPDATE chain SET head = 'sha256:0' WHERE id = 1");
        denied("ed", "UPDATE chain SET changes = changes + 1 WHERE id = 1");
        denied("ed", "UPDATE chain_end SET head = 'sha256:0' WHERE id = 1");
        try (RegisterStore keeper = store("keeper")) {
            assertThat(keeper.check()).isEmpty();
        }
    }

    @Test
    void aReaderReadsAndIsToldWhatItMayNot() {
        try (RegisterStore rae = store("rae")) {
            assertThat(rae.asOf(LocalDate.of(2026, 6, 30)).offerings()).isNotEmpty();
            assertThat(rae.check()).isEmpty();
            Throwable refused = catchThrowable(
                    () -> rae.confirm(List.of(RegisterKey.fact("groq", "zdr")), LocalDate.of(2026, 6, 29), "Rae", "x"));
            assertThat(refused)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.is(RegisterProblem.NO_RIGHTS)).isTrue());
            assertThatThrownBy(() -> rae.assessments().save(UUID.randomUUID(), "Mine", "{}"))
                    .hasMessageContaining("this login may not do that (ERROR: permission denied for table");
        }
        assertThat(catchThrowable(() -> store("nil"))).isInstanceOf(ProblemException.class);
    }

    @Test
    void aDocumentThatIsAttachedStays() throws Exception {
        Path order = Files.writeString(folder.resolve("order.pdf"), "an order form");
        try (RegisterStore ed = store("ed")) {
            EvidenceLocker.Kept kept = ed.evidence().add(order, "groq", "", "Ed");
            sql("ed", "DELETE FROM document_part");
            ed.evidence().add(order, "groq", "inference-area", "Ed");
            assertThat(ed.evidence().bytes(kept.sha256(), 100)).contains("an order form".getBytes());
            assertThat(ed.check()).isEmpty();
        }
    }

    @Test
    void anImportWaitsForAnotherLogin() {
        long number;
        try (RegisterStore both = store("duo")) {
            both.confirm(List.of(RegisterKey.fact("groq", "trustPortal")), LocalDate.of(2026, 6, 29), "B", "x");
            assertThat(waiting(both, Approvals.Kind.IMPORT)).isEmpty();
            assertThat(both.importPack(Pack.shipped(), false, d -> Difference.Choice.TAKE, BY))
                    .isNotEmpty();
            Approvals.Matter matter =
                    waiting(both, Approvals.Kind.IMPORT).stream().findFirst().orElseThrow();
            number = matter.number();
            assertThat(matter.author()).isEqualTo("duo");
            assertThat(matter.about()).isEqualTo(Pack.shipped().id());
            assertThat(matter.detail())
                    .isEqualTo(String.valueOf(both.lastChange().number()));
            assertThat(both.approvals().standing().orElseThrow().approver()).isTrue();
            assertThat(both.approvals().standing().orElseThrow().may(matter)).isFalse();
            refused(both, number, RegisterProblem.OWN_MATTER);
        }
        try (RegisterStore ed = store("ed")) {
            assertThat(ed.approvals().standing().orElseThrow().approver()).isFalse();
            refused(ed, number, RegisterProblem.NO_RIGHTS);
        }
        try (RegisterStore ap = store("ap")) {
            ap.approvals().approve(number, "read it");
            assertThat(waiting(ap, Approvals.Kind.IMPORT)).isEmpty();
            assertThat(ap.approvals().standing().orElseThrow().matters())
                    .filteredOn(m -> m.number() == number)
                    .singleElement()
                    .satisfies(m ->
                            assertThat(m.approval().orElseThrow().approver()).isEqualTo("ap"))
                    .satisfies(m -> assertThat(m.approval().orElseThrow().why()).isEqualTo("read it"));
            refused(ap, number, RegisterProblem.NOTHING_WAITS);
            refused(ap, 4711, RegisterProblem.NOTHING_WAITS);
        }
    }

    private static List<Approvals.Matter> waiting(RegisterStore store, Approvals.Kind kind) {
        return store.approvals().standing().orElseThrow().waiting().stream()
                .filter(m -> m.kind() == kind)
                .toList();
    }

    private static void refused(RegisterStore store, long number, RegisterProblem why) {
        assertThatThrownBy(() -> store.approvals().approve(number, "x"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.is(why)).as(e.what()).isTrue());
    }

    /** As the window saves them; whoever saves the same again is not its author. */
    @Test
    void anAcceptedRiskAndAClosedReviewWaitAndAnotherWordingWaitsAnew() throws Exception {
        UUID id = UUID.randomUUID();
        String answers = "{\"answers\":{},\"accepted\":[{\"offering\":\"groq\",\"requirement\":\"ZDR\","
                + "\"approver\":\"Kim\",\"reason\":\"a pilot\"}],\"reviewed\":{\"on\":\"2026-06-01\"}}";
        try (RegisterStore ed = store("ed");
                RegisterStore both = store("duo");
                RegisterStore ap = store("ap")) {
            ed.assessments().save(id, "Triage", answers);
            both.assessments().save(id, "Triage", answers);
            assertThat(waiting(ap, Approvals.Kind.REVIEW)).singleElement().satisfies(m -> {
                assertThat(m.author()).isEqualTo("ed");
                assertThat(m.about()).isEqualTo("Triage");
                assertThat(m.detail()).isEqualTo("2026-06-01");
            });
            Approvals.Matter risk =
                    waiting(ap, Approvals.Kind.RISK).stream().findFirst().orElseThrow();
            assertThat(risk.detail()).isEqualTo("groq ZDR");
            both.approvals().approve(risk.number(), "another pair of eyes");
            assertThat(waiting(ap, Approvals.Kind.RISK)).isEmpty();
            both.assessments().save(id, "Triage", answers.replace("a pilot", "for good"));
            assertThat(waiting(ap, Approvals.Kind.RISK)).singleElement().satisfies(m -> {
                assertThat(m.author()).isEqualTo("duo");
                assertThat(m.number()).isNotEqualTo(risk.number());
            });
        }
        for (String login : LOGINS) {
            denied(
                    login,
                    "INSERT INTO team.matter (kind, subject, detail, digest, author) VALUES ('RISK','x','x','x','x')");
            denied(login, "INSERT INTO team.approval (matter, author, approver, why) VALUES (1, 'ed', 'ap', 'x')");
            denied(login, "UPDATE team.matter SET author = 'somebody'");
        }
    }

    @Test
    void aRegisterOfAnEarlierSchemaNamesItsOwner() throws Exception {
        try (Connection root = server.getPostgresDatabase().getConnection();
                var sql = root.createStatement()) {
            sql.execute("CREATE DATABASE earlier OWNER keeper");
        }
        String earlier = server.getJdbcUrl("keeper", "earlier");
        try (Database database = Database.postgres(PostgresAddress.parse(earlier))) {
            database.migrate(Database.SCHEMA - 1);
            database.write(handle -> handle.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO domicile_reader"));
        }
        assertThatThrownBy(() -> RegisterStore.open(server.getJdbcUrl("ed", "earlier"), StoreContract.CLOCK))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the register has schema " + (Database.SCHEMA - 1)
                        + " and this version of Domicile needs " + Database.SCHEMA
                        + "; only the login that owns it, keeper, may upgrade it; have it opened once as keeper");
    }
}
