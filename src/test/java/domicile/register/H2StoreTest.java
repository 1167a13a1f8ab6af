package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register in an H2 file, and what can be wrong with one. */
class H2StoreTest extends StoreContract {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @TempDir
    private Path folder;

    private int count;

    @Override
    String fresh() {
        return folder.resolve("register-" + count++).toString();
    }

    @Test
    void leavesNothingButTheRegisterBehind() throws IOException {
        Path home = folder.resolve("home");
        RegisterStore.open(home.toString(), CLOCK).close();
        try (var files = Files.list(home)) {
            assertThat(files)
                    .extracting(p -> p.getFileName().toString())
                    .containsExactlyInAnyOrder("register.mv.db", ".domicile.lock");
        }
    }

    @Test
    void aDamagedFileIsRefusedAndLeftAsItIs() throws IOException {
        Path file = folder.resolve("damaged.mv.db");
        byte[] garbage = "no H2 file at all, but long enough to be read as one"
                .repeat(200)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(file, garbage);
        assertThatThrownBy(() -> RegisterStore.open(file.toString(), CLOCK))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("damaged");
        assertThat(Files.readAllBytes(file)).isEqualTo(garbage);
    }

    @Test
    void aNewerSchemaIsRefused() throws SQLException {
        Path home = folder.resolve("newer");
        RegisterStore.open(home.toString(), CLOCK).close();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("register"), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("UPDATE \"flyway_schema_history\" SET \"version\" = '99'");
        }
        assertThatThrownBy(() -> RegisterStore.open(home.toString(), CLOCK))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("newer Domicile");
    }

    @Test
    void aDatabaseOfSomethingElseIsRefused() throws SQLException {
        Path home = folder.resolve("other");
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("register"), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE something (id INT)");
        }
        assertThatThrownBy(() -> RegisterStore.open(home.toString(), CLOCK))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no register of this version holds (table SOMETHING)");
    }

    @Test
    void aFileWhereTheFolderShouldBeIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> RegisterStore.open(file.toString(), CLOCK))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("neither a folder nor the file of a register");
    }

    @Test
    void twoOpenRegistersShareAFile() {
        String home = folder.resolve("shared").toString();
        try (RegisterStore one = RegisterStore.open(home, CLOCK);
                RegisterStore other = RegisterStore.open(home, CLOCK)) {
            assertThat(one.asOf(DAY).hash()).isEqualTo(other.asOf(DAY).hash());
        }
    }

    @Test
    void anotherProgramThatHoldsTheFileIsNamed() throws Exception {
        Path home = folder.resolve("held");
        RegisterStore.open(home.toString(), CLOCK).close();
        try (var channel = java.nio.channels.FileChannel.open(
                        home.resolve("register.mv.db"), java.nio.file.StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> RegisterStore.open(home.toString(), CLOCK))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("another program");
        }
    }
}
