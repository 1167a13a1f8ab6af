package domicile;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.util.ClassicEnvUtil;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import domicile.problem.ProblemException;
import domicile.register.RegisterProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("sets a system property")
final class LogFileTest {
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void start() {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @AfterEach
    void stop() {
        System.clearProperty(LogFile.FOLDER);
        context.stop();
    }

    @Test
    void aFileIsMadeWithTheFirstWarning(@TempDir Path folder) throws IOException {
        System.setProperty(LogFile.FOLDER, folder.toString());

        assertThat(new LogFile().configure(context)).isEqualTo(Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
        context.getLogger("domicile.Some").info("nobody needs this");
        Path log = folder.resolve("domicile.log");
        assertThat(log).doesNotExist();

        context.getLogger("domicile.Some").warn("a disk is full", new IOException("no space"));
        assertThat(Files.readString(log))
                .containsPattern("\\d{4}-\\d\\d-\\d\\dT.*Z WARN  domicile.Some a disk is full")
                .contains("java.io.IOException", "\tat ")
                .doesNotContain("no space")
                .doesNotContain("nobody needs this");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itsFilesAreTheirOwnersAlone(@TempDir Path folder) throws IOException {
        Path home = folder.resolve("home");
        System.setProperty(LogFile.FOLDER, home.toString());
        new LogFile().configure(context);
        context.getLogger("domicile.Some").warn("a disk is full");
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.map(f -> {
                        try {
                            return f.getFileName() + " "
                                    + PosixFilePermissions.toString(Files.getPosixFilePermissions(f));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }))
                    .containsExactly("home rwx------", "domicile.log rw-------");
        }
    }

    @Test
    void noWordsOfAWorkloadAPersonOrADocumentAreLogged(@TempDir Path folder) throws IOException {
        System.setProperty(LogFile.FOLDER, folder.toString());
        new LogFile().configure(context);
        ProblemException refused = RegisterProblem.DOCUMENT_MISSING.because(
                new FileSystemException("Quarkstrudel.pdf", null, "No space left on device"),
                "x",
                "Quarkstrudel.pdf",
                "groq");

        context.getLogger("domicile.Some").warn("left behind", refused);
        context.getLogger("domicile.Some")
                .error("failed", new SQLException("value 'Quarkstrudel' too long", "22001", 22001));
        assertThat(Files.readString(folder.resolve("domicile.log")))
                .contains(
                        "ProblemException: DOCUMENT_MISSING.what",
                        "FileSystemException: No space left",
                        ": 22001/22001")
                .doesNotContain("Quarkstrudel");
    }

    /** What a fault says is left out where it is written; what is said beside it names ids and files of the program. */
    @Test
    void noStatementLogsWordsOfAFaultOrNames() throws IOException {
        Pattern statement =
                Pattern.compile("(?:LOG|log\\(\\)|getLogger\\([^)]*\\))\\s*\\.(?:warn|error|info)\\(([^;]*)\\);");
        int found = 0;
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                for (MatchResult match :
                        statement.matcher(Files.readString(file)).results().toList()) {
                    found++;
                    assertThat(match.group(1))
                            .as("%s", file)
                            .doesNotContain("getMessage", "valueOf(e)", ".name()", ".who()", "toString()");
                }
            }
        }
        assertThat(found).isGreaterThan(15);
    }

    @Test
    void noPasswordIsLogged(@TempDir Path folder) throws IOException {
        System.setProperty(LogFile.FOLDER, folder.toString());
        new LogFile().configure(context);

        context.getLogger("domicile.Some")
                .warn(
                        "{} does not answer",
                        "jdbc:postgresql://u:SECRET@h/x",
                        new IOException("?password=SECRET", new IOException("postgres://u:SECRET@h")));
        assertThat(Files.readString(folder.resolve("domicile.log")))
                .contains(
                        "jdbc:postgresql://u:***@h/x does not answer",
                        "java.io.IOException",
                        "Caused by: java.io.IOException",
                        "\tat ")
                .doesNotContain("SECRET");
    }

    @Test
    void whereNoFolderIsNamedTheLogIsLeftToLogback() {
        assertThat(new LogFile().configure(context)).isEqualTo(Configurator.ExecutionStatus.INVOKE_NEXT_IF_ANY);
        assertThat(context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                        .iteratorForAppenders()
                        .hasNext())
                .isFalse();
    }

    @Test
    void theProgramFindsIt() {
        assertThat(ClassicEnvUtil.loadFromServiceLoader(
                        Configurator.class, getClass().getClassLoader()))
                .hasAtLeastOneElementOfType(LogFile.class);
    }
}
