package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of what a register's file may hold is what the migrations make, of every schema. */
class KnownObjectsTest {
    private static final Path LIST = Path.of("src/main/resources/domicile/register/objects.txt");

    @TempDir
    private Path folder;

    /** After a new migration, take the statements that this names into the list, having read them. */
    @Test
    void theListIsWhatTheMigrationsMake() throws IOException {
        TreeSet<String> made = new TreeSet<>();
        for (int schema = 1; schema <= Database.SCHEMA; schema++) {
            H2File file = H2File.at(folder.resolve("schema-" + schema + ".mv.db"));
            try (Database database = Database.h2(file)) {
                database.migrate(schema);
            }
            made.addAll(KnownObjects.statements(file, Optional.empty()));
        }
        assertThat(Files.readAllLines(LIST, StandardCharsets.UTF_8)).containsExactlyElementsOf(made);
    }
}
