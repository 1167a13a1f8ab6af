package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.residency.InputException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A register in a real PostgreSQL. */
class PostgresStoreTest extends StoreContract {
    private static EmbeddedPostgres server;
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
                .isInstanceOf(InputException.class)
                .hasMessageContaining("does not answer")
                .hasMessageNotContaining("secret");
    }

    @Test
    void documentsAreRefusedWhereThereIsNoFolder() {
        try (RegisterStore store = RegisterStore.open(fresh(), CLOCK)) {
            assertThatThrownBy(() -> store.evidence().add(Path.of("pom.xml"), "groq", "", "me"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("no folder for documents");
            assertThat(store.evidence().all()).isEmpty();
            assertThat(store.check()).isEmpty();
        }
    }
}
