package domicile;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.util.ClassicEnvUtil;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
                .contains("IOException: no space")
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
    void noPasswordIsLogged(@TempDir Path folder) throws IOException {
        System.setProperty(LogFile.FOLDER, folder.toString());
        new LogFile().configure(context);

        context.getLogger("domicile.Some")
                .warn(
                        "{} does not answer",
                        "jdbc:postgresql://u:SECRET@h/x",
                        new IOException("?password=SECRET", new IOException("postgres://u:SECRET@h")));
        assertThat(Files.readString(folder.resolve("domicile.log")))
                .contains("jdbc:postgresql://u:***@h/x does not answer", "IOException: ?password=***", "\tat ")
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
