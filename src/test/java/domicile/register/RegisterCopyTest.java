package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.problem.Problem;
import domicile.problem.ProblemException;
import domicile.register.CopyMerge.Keep;
import domicile.register.CopyMerge.Merged;
import domicile.register.SavedAssessments.Known;
import domicile.register.SavedAssessments.Saved;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.SetSystemProperty;

/** A server's register in a folder, what is worked on in it, and how that comes back. */
@SetSystemProperty(key = "org.postgresql.pgpassfile", value = "none")
class RegisterCopyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static EmbeddedPostgres postgres;

    @TempDir
    private Path folder;

    private Path into;
    private RegisterStore server;
    private final UUID id = UUID.randomUUID();
    private static int databases;
    private String database = "";

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        sql("postgres", "CREATE ROLE keeper LOGIN CREATEROLE");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static void sql(String name, String... statements) throws SQLException {
        try (var root = postgres.getDatabase("postgres", name).getConnection();
                var sql = root.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    @BeforeEach
    void aRegisterOnAServer() throws Exception {
        database = "team" + databases++;
        sql("postgres", "CREATE DATABASE " + database + " OWNER keeper");
        into = folder.resolve("copy");
        server = open(postgres.getJdbcUrl("keeper", database));
        server.assessments().save(id, "Claims", answers("\"a\":1,\"b\":1"));
        server.evidence().add(Files.writeString(folder.resolve("order.txt"), "a quiet clause"), "groq", "", "Ada");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static RegisterStore open(Object where) {
        return RegisterStore.open(where.toString(), StoreContract.CLOCK);
    }

    private static String answers(String answers) {
        return "{\"schema\":\"domicile.answers/1\",\"answers\":{" + answers + "},\"evidence\":[]}";
    }

    private static void refused(Problem why, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.is(why)).as("%s", e).isTrue());
    }

    private Map<String, Keep> all(RegisterStore copy, Keep side) {
        return ids(CopyMerge.conflicts(copy, server, false)).stream()
                .collect(Collectors.toMap(found -> found, found -> side));
    }

    private static List<String> ids(List<Merged> merged) {
        return merged.stream()
                .flatMap(m -> m.undecided().stream())
                .map(CopyMerge.Decided::id)
                .toList();
    }

    private RegisterStore copied() {
        server.copyInto(into.toString(), Progress.NONE);
        return open(into);
    }

    private String onServer() {
        return server.assessments().find(id).map(Saved::answers).orElseThrow();
    }

    private static void answer(RegisterStore store, UUID id, String answers) {
        Saved now = store.assessments().find(id).orElseThrow();
        store.assessments().save(id, now.name(), answers, Optional.of(new Known(now.name(), now.answers())));
    }

    @Test
    void aCopySaysWhatTheServerSays() {
        try (RegisterStore copy = copied()) {
            assertThat(copy.head()).isEqualTo(server.head());
            assertThat(copy.asOf(DAY).hash()).isEqualTo(server.asOf(DAY).hash());
            assertThat(copy.check()).isEmpty();
            assertThat(copy.evidence().all()).isEqualTo(server.evidence().all());
            assertThat(copy.assessments().all()).isEqualTo(server.assessments().all());
            RegisterCopy about = copy.copy().orElseThrow();
            assertThat(about.server()).isEqualTo(server.where());
            assertThat(about.age(StoreContract.CLOCK)).isZero();
            assertThat(server.copy()).isEmpty();
            try (RegisterStore again = open(about.address())) {
                assertThat(again.head()).isEqualTo(server.head());
            }
        }
    }

    @Test
    void whoMayOnlyReadMayCopy() throws Exception {
        String script = Files.readString(Path.of("packaging/postgresql/roles.sql"));
        try (var keeper = postgres.getDatabase("keeper", database).getConnection();
                var sql = keeper.createStatement()) {
            sql.execute(script);
            sql.execute("CREATE ROLE rae LOGIN");
            sql.execute("GRANT domicile_reader TO rae");
        }
        try (RegisterStore rae = open(postgres.getJdbcUrl("rae", database))) {
            rae.copyInto(into.toString(), Progress.NONE);
            try (RegisterStore copy = open(into)) {
                assertThat(copy.check()).isEmpty();
                answer(copy, id, answers("\"a\":2,\"b\":1"));
                refused(RegisterProblem.NO_RIGHTS, () -> CopyMerge.merge(copy, rae, Map.of(), false));
                assertThat(copy.assessments().waiting()).hasSize(1);
            }
        }
    }

    @Test
    void nothingButAssessmentsIsWrittenInACopy() throws IOException {
        Path document = Files.writeString(folder.resolve("other.txt"), "x");
        try (RegisterStore copy = copied()) {
            List<ThrowingCallable> writes = List.of(
                    () -> copy.confirm(List.of(RegisterKey.fact("groq", "attestation/BAA")), DAY, "Ada", "x"),
                    () -> copy.undo(1, "Ada", "x"),
                    () -> copy.upgrade(Optional.empty(), "Ada", "x"),
                    () -> copy.importPack(
                            Pack.shipped(),
                            false,
                            d -> Difference.Choice.TAKE,
                            new Attribution(DAY, "Ada", "x", Optional.empty())),
                    () -> copy.evidence().add(document, "groq", "", "Ada"),
                    () -> copy.assessments().archive(id, true),
                    () -> copy.backup(folder.resolve("backup.zip")));
            for (ThrowingCallable write : writes) {
                refused(RegisterProblem.COPY_NOT_WRITTEN, write);
            }
            assertThat(AutomaticBackups.possible(copy)).isFalse();
            assertThat(copy.check()).isEmpty();
            assertThat(copy.head()).isEqualTo(server.head());
        }
        refused(RegisterProblem.ONLY_SERVERS_COPIED, () -> {
            try (RegisterStore file = open(folder.resolve("file"))) {
                file.copyInto(into.toString(), Progress.NONE);
            }
        });
    }

    @Test
    void whatIsAnsweredOnBothSidesIsMergedByQuestion() {
        try (RegisterStore copy = copied()) {
            Head head = copy.head();
            UUID begun = UUID.randomUUID();
            answer(copy, id, answers("\"a\":2,\"b\":1"));
            answer(copy, id, answers("\"a\":3,\"b\":1"));
            answer(copy, id, answers("\"a\":3,\"b\":1,\"c\":3"));
            copy.assessments().settle();
            answer(copy, id, answers("\"a\":1,\"b\":1,\"c\":4"));
            copy.assessments().settle();
            copy.assessments().save(begun, "Begun", answers("\"a\":9"));
            answer(server, id, answers("\"a\":1,\"b\":5"));

            assertThat(copy.head()).isEqualTo(head);
            assertThat(copy.check()).isEmpty();
            assertThat(CopyMerge.merge(copy, server, Map.of(), false))
                    .allSatisfy(m -> assertThat(m.conflicts()).isEmpty())
                    .hasSize(2);

            assertThat(AnswerMerge.same(onServer(), answers("\"a\":1,\"b\":5,\"c\":4")))
                    .as(onServer())
                    .isTrue();
            assertThat(server.assessments().find(begun)).map(Saved::name).contains("Begun");
            assertThat(copy.assessments().waiting()).isEmpty();
            assertThat(server.check()).isEmpty();
            server.copyInto(into.toString(), Progress.NONE);
            assertThat(copy.assessments().all()).isEqualTo(server.assessments().all());
            assertThat(copy.head()).isEqualTo(server.head());
        }
    }

    @Test
    void whatBothHaveAnsweredStaysOnBothSidesUntilItIsSaidWhatCounts() {
        try (RegisterStore copy = copied()) {
            answer(copy, id, answers("\"a\":2,\"b\":2"));
            answer(server, id, answers("\"a\":3,\"b\":1"));
            for (int time = 0; time < 2; time++) {
                List<Merged> merged = CopyMerge.merge(copy, server, Map.of(), false);
                assertThat(merged)
                        .singleElement()
                        .satisfies(m -> assertThat(m.undecided())
                                .extracting(CopyMerge.Decided::conflict)
                                .containsExactly(new AnswerMerge.Conflict(List.of("answers", "a"), "2", "3")));
                assertThat(AnswerMerge.same(onServer(), answers("\"a\":3,\"b\":2")))
                        .isTrue();
                assertThat(copy.assessments().waiting()).hasSize(1);
            }
            refused(RegisterProblem.COPY_HAS_DRAFTS, () -> server.copyInto(into.toString(), Progress.NONE));

            assertThat(CopyMerge.merge(copy, server, all(copy, Keep.COPY), false))
                    .hasSize(1);

            assertThat(AnswerMerge.same(onServer(), answers("\"a\":2,\"b\":2"))).isTrue();
            assertThat(copy.assessments().waiting()).isEmpty();
        }
    }

    /** Killed after the server has it and before the copy knows: what is brought back again is there already. */
    @Test
    void whatIsBroughtBackTwiceIsThereOnce() {
        try (RegisterStore copy = copied()) {
            answer(copy, id, answers("\"a\":2,\"b\":1"));
            answer(server, id, answers("\"a\":1,\"b\":5"));
            SavedAssessments.Waiting waiting = copy.assessments().waiting().getFirst();
            assertThat(server.assessments().bringBack(waiting, Map.of()).conflicts())
                    .isEmpty();
            Head once = server.head();

            assertThat(CopyMerge.merge(copy, server, Map.of(), false))
                    .allSatisfy(m -> assertThat(m.conflicts()).isEmpty());

            assertThat(server.head()).isEqualTo(once);
            assertThat(AnswerMerge.same(onServer(), answers("\"a\":2,\"b\":5"))).isTrue();
            assertThat(copy.assessments().waiting()).isEmpty();
        }
    }

    @Test
    void theServersAnswerCountsWhereThatIsSaid() {
        try (RegisterStore copy = copied()) {
            copy.assessments()
                    .save(id, "Mine", answers("\"a\":2,\"b\":1"), Optional.of(new Known("Claims", onServer())));
            server.assessments().save(id, "Theirs", answers("\"a\":3,\"b\":1"));
            assertThat(CopyMerge.merge(copy, server, all(copy, Keep.SERVER), false))
                    .singleElement()
                    .satisfies(m -> assertThat(m.conflicts()).hasSize(2));
            assertThat(server.assessments().find(id)).map(Saved::name).contains("Theirs");
            assertThat(AnswerMerge.same(onServer(), answers("\"a\":3,\"b\":1"))).isTrue();
            assertThat(copy.assessments().waiting()).isEmpty();
        }
    }

    @Test
    void eachAnswerIsDecidedByItselfAndTheRestWaits() {
        try (RegisterStore copy = copied()) {
            answer(copy, id, answers("\"a\":2,\"b\":2,\"c\":2,\"d\":2"));
            answer(server, id, answers("\"a\":3,\"b\":3,\"c\":3"));
            List<String> conflicts = ids(CopyMerge.conflicts(copy, server, false));
            assertThat(conflicts).hasSize(3).doesNotHaveDuplicates();
            Head before = server.head();

            assertThat(ids(CopyMerge.merge(
                            copy, server, Map.of(conflicts.get(0), Keep.COPY, conflicts.get(1), Keep.SERVER), false)))
                    .containsExactly(conflicts.get(2));

            assertThat(server.head()).isNotEqualTo(before);
            assertThat(AnswerMerge.same(onServer(), answers("\"a\":2,\"b\":3,\"c\":3,\"d\":2")))
                    .as(onServer())
                    .isTrue();
            String here = copy.assessments().find(id).orElseThrow().answers();
            assertThat(AnswerMerge.same(here, answers("\"a\":2,\"b\":3,\"c\":2,\"d\":2")))
                    .as(here)
                    .isTrue();
            // what is decided is decided: only the rest is asked again, as it was
            copy.assessments().settle();
            assertThat(ids(CopyMerge.conflicts(copy, server, false))).containsExactly(conflicts.get(2));

            assertThat(ids(CopyMerge.merge(copy, server, Map.of(conflicts.get(2), Keep.COPY), false)))
                    .isEmpty();
            assertThat(AnswerMerge.same(onServer(), answers("\"a\":2,\"b\":3,\"c\":2,\"d\":2")))
                    .isTrue();
            assertThat(copy.assessments().waiting()).isEmpty();
            assertThat(server.check()).isEmpty();
        }
    }

    @Test
    void nobodyDecidesAboutWhatTheyHaveNotSeen() {
        try (RegisterStore copy = copied()) {
            answer(copy, id, answers("\"a\":2,\"b\":1"));
            answer(server, id, answers("\"a\":3,\"b\":1"));
            Map<String, Keep> seen = all(copy, Keep.COPY);
            answer(server, id, answers("\"a\":4,\"b\":1"));

            assertThat(ids(CopyMerge.merge(copy, server, seen, false)))
                    .hasSize(1)
                    .doesNotContainAnyElementsOf(seen.keySet());

            assertThat(AnswerMerge.same(onServer(), answers("\"a\":4,\"b\":1"))).isTrue();
            assertThat(copy.assessments().waiting()).hasSize(1);
        }
    }

    @Test
    void aNameIsDecidedByItselfToo() {
        try (RegisterStore copy = copied()) {
            copy.assessments()
                    .save(id, "Mine", answers("\"a\":2,\"b\":1"), Optional.of(new Known("Claims", onServer())));
            server.assessments().save(id, "Theirs", answers("\"a\":3,\"b\":1"));
            List<CopyMerge.Decided> both =
                    CopyMerge.conflicts(copy, server, false).getFirst().undecided();
            Map<String, Keep> answer = new HashMap<>(all(copy, Keep.COPY));
            both.stream()
                    .filter(c -> c.conflict().path().equals(List.of("name")))
                    .forEach(c -> answer.remove(c.id()));

            assertThat(ids(CopyMerge.merge(copy, server, answer, false))).hasSize(1);
            assertThat(server.assessments().find(id)).map(Saved::name).contains("Theirs");
            assertThat(copy.assessments().find(id)).map(Saved::name).contains("Mine");
            assertThat(AnswerMerge.same(onServer(), answers("\"a\":2,\"b\":1"))).isTrue();

            assertThat(ids(CopyMerge.merge(copy, server, all(copy, Keep.COPY), false)))
                    .isEmpty();
            assertThat(server.assessments().find(id)).map(Saved::name).contains("Mine");
        }
    }

    @Test
    void aServerThatHasGoneBackTakesNothingUnlessThatIsMeant() throws Exception {
        try (RegisterStore copy = copied()) {
            answer(copy, id, answers("\"a\":2,\"b\":1"));
            sql("postgres", "CREATE DATABASE " + database + "b OWNER keeper");
            try (RegisterStore older = open(postgres.getJdbcUrl("keeper", database + "b"))) {
                refused(RegisterProblem.REGISTER_OLDER, () -> CopyMerge.merge(copy, older, Map.of(), false));
                assertThat(copy.assessments().waiting()).hasSize(1);
                assertThat(CopyMerge.merge(copy, older, Map.of(), true)).hasSize(1);
                assertThat(older.assessments().find(id)).isPresent();
                refused(RegisterProblem.COPY_OF_ANOTHER, () -> older.copyInto(into.toString(), Progress.NONE));
            }
            refused(RegisterProblem.NO_COPY, () -> CopyMerge.merge(server, server, Map.of(), false));
            refused(RegisterProblem.ONLY_SERVERS_COPIED, () -> CopyMerge.merge(copy, copy, Map.of(), false));
        }
    }

    @Test
    void aCopyIsMadeInNoFolderThatHoldsSomethingElse() throws IOException {
        Files.createDirectories(into);
        Files.writeString(into.resolve("notes.txt"), "mine");
        refused(RegisterProblem.FOLDER_NOT_EMPTY, () -> server.copyInto(into.toString(), Progress.NONE));
        assertThat(into).isDirectoryContaining(p -> p.endsWith("notes.txt"));
        try (Stream<Path> there = Files.list(into)) {
            assertThat(there).hasSize(1);
        }
    }

    @Test
    void anEncryptedCopyShowsNothing() throws IOException {
        List<String> recovery = new ArrayList<>();
        server.copyInto(
                into.toString(), "a passphrase of words".toCharArray(), k -> recovery.add(k.shown()), Progress.NONE);
        try (RegisterStore copy = open(into)) {
            answer(copy, id, answers("\"a\":\"a hidden answer\",\"b\":1"));
            copy.assessments().settle();
            assertThat(copy.check()).isEmpty();
            assertThat(copy.copy()).map(RegisterCopy::server).contains(server.where());
        }
        try (Stream<Path> files = Files.walk(into)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("Claims", "a quiet clause", "a hidden answer", "jdbc:");
            }
        }
        assertThat(recovery).hasSize(1);
        Encryption.decrypt(into.toString(), StoreContract.CLOCK);
        try (RegisterStore copy = open(into)) {
            assertThat(CopyMerge.merge(copy, server, Map.of(), false)).hasSize(1);
            assertThat(onServer()).contains("a hidden answer");
        }
    }

    /** Before each write, sync and rename: there is no copy, the one before, or the new one. */
    @Test
    void aKilledCopyIsNoneOrTheOneBefore() throws IOException {
        long every = Long.getLong("domicile.kill.every", 40);
        Path fresh = folder.resolve("fresh");
        H2File first = H2File.at(H2File.path(fresh.toString()), new KillingDisk());
        for (long step = 1;
                KillingDisk.killed(step, first, () -> server.copyInto(first, Progress.NONE))
                        .killed();
                step += every) {
            refused(RegisterProblem.COPY_UNFINISHED, () -> open(fresh).close());
        }
        server.copyInto(fresh.toString(), Progress.NONE);
        Head before = server.head();
        answer(server, id, answers("\"a\":7,\"b\":1"));
        boolean killed = true;
        for (long step = 1; killed; step += every) {
            killed = KillingDisk.killed(step, first, () -> server.copyInto(first, Progress.NONE))
                    .killed();
            try (RegisterStore copy = open(fresh)) {
                assertThat(copy.head()).isIn(before, server.head());
                assertThat(copy.check()).isEmpty();
            }
        }
        try (RegisterStore copy = open(fresh)) {
            assertThat(copy.head()).isEqualTo(server.head());
        }
    }
}
