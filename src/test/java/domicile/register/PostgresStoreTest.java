package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.problem.ProblemException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register in a real PostgreSQL. */
class PostgresStoreTest extends StoreContract {
    private static EmbeddedPostgres server;

    @TempDir
    private Path folder;

    private static int count;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    String fresh() {
        String name = "register" + count++;
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.getJdbcUrl("postgres", name);
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() {
        assertThatThrownBy(() -> RegisterStore.open("jdbc:postgresql://localhost:1/none?user=x&password=secret", CLOCK))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("does not answer")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aServerWithoutEncryptionSaysWhichParameterToSet() {
        String url = server.getJdbcUrl("postgres", "postgres");
        for (String location :
                List.of(url + (url.contains("?") ? "&" : "?") + "sslmode=require", url.replace("localhost", "127.1"))) {
            assertThatThrownBy(() -> RegisterStore.open(location, CLOCK))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining(": the server offers no encrypted line; have encryption turned on there"
                            + " (ssl = on), or say sslmode=disable in the address");
        }
    }

    /** Longer than one piece, so that the order of pieces counts. */
    @Test
    void documentsLieInTheDatabaseAndAreFoundAlteredOrMissing() throws Exception {
        byte[] bytes = new byte[700_000];
        new Random(5).nextBytes(bytes);
        Path order = Files.write(folder.resolve("order-form.pdf"), bytes);
        String url = fresh();
        try (RegisterStore store = RegisterStore.open(url, CLOCK)) {
            EvidenceLocker.Kept kept = store.evidence().add(order, "groq", "inference-area", "me");
            store.evidence().add(Files.createFile(folder.resolve("empty.txt")), "groq", "", "me");
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            store.evidence().copy(kept, copy);
            assertThat(copy.toByteArray()).isEqualTo(bytes);
            assertThat(store.check()).isEmpty();
            sql(url, "UPDATE document_part SET bytes = 'x' WHERE part = 1");
            assertThat(store.check()).singleElement().asString().contains("order-form.pdf of groq was altered");
            sql(url, "DELETE FROM document_part WHERE part > 0 OR sha256 = '" + kept.sha256() + "'");
            assertThat(store.check()).singleElement().asString().contains("order-form.pdf of groq is missing");
            assertThatThrownBy(() -> store.evidence().copy(kept, copy)).hasMessageContaining("is missing");
            // what the message says to do
            store.evidence().add(order, "groq", "inference-area", "me");
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void ofSeveralDocumentsAllAreKeptOrNone() throws Exception {
        String url = fresh();
        Path one = Files.writeString(folder.resolve("one.pdf"), "one");
        try (RegisterStore store = RegisterStore.open(url, CLOCK)) {
            assertThatThrownBy(() -> store.evidence()
                            .add(List.of(one, folder.resolve("none.pdf")), "groq", "", "me", Progress.NONE))
                    .isInstanceOf(ProblemException.class);
            assertThat(store.evidence().all()).isEmpty();
            assertThat(sql(url, "DELETE FROM document_part")).isZero();
        }
    }

    private static int sql(String url, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var made = connection.createStatement()) {
            return made.executeUpdate(statement);
        }
    }
}
