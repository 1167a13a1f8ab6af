package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.desktop.kit.Settings;
import domicile.register.Captures;
import domicile.register.RegisterStore;
import domicile.residency.Capture;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program makes is its owner's alone, whatever the umask; what a person names follows the umask. */
@Isolated("sets the umask")
@DisabledOnOs(OS.WINDOWS)
class OwnFilesTest {

    private static int umask(int mask) {
        Linker linker = Linker.nativeLinker();
        try {
            return (int) linker.downcallHandle(
                            linker.defaultLookup().find("umask").orElseThrow(),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                    .invokeExact(mask);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Every file and folder below one, with its mode. */
    private static Map<String, String> modes(Path folder) throws IOException {
        Map<String, String> modes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                modes.put(
                        folder.relativize(path).toString(),
                        (Files.isDirectory(path) ? "d" : "-")
                                + PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            }
        }
        return modes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 022})
    void whatTheProgramMakesIsItsOwnersAlone(int mask, @TempDir Path folder) throws IOException {
        Path home = folder.resolve("data").resolve("domicile");
        Path named = Files.createDirectory(folder.resolve("named"));
        Path document = Files.writeString(folder.resolve("order-form.txt"), "an order form");
        int before = umask(mask);
        try {
            try (RegisterStore store = RegisterStore.open(home.toString(), Clock.systemUTC())) {
                store.evidence().add(document, "groq", "", "me");
                store.captures()
                        .take(
                                1,
                                new Captures.Page(
                                        "a page".getBytes(StandardCharsets.UTF_8),
                                        "text/plain; charset=utf-8",
                                        "page.txt",
                                        "",
                                        Capture.How.FILE),
                                "me");
                store.takeSnapshot(LocalDate.of(2026, 6, 30));
                store.assessments().save(UUID.randomUUID(), "A workload", "{}");
                store.backup(named.resolve("backup.zip"));
            }
            // what a restore keeps
            RegisterStore.restore(named.resolve("backup.zip"), home.toString(), Clock.systemUTC());
            try (RegisterStore store = RegisterStore.open(home.toString(), Clock.systemUTC())) {
                store.takeSnapshot(LocalDate.of(2026, 6, 30));
                store.assessments().save(UUID.randomUUID(), "Another", "{}");
            }
            new Settings(home.resolve("desktop.properties")).save();
            CommandLineRun.on(home, "register", "export", named.resolve("pack")).done();
        } finally {
            umask(before);
        }
        Map<String, String> made = modes(home);
        assertThat(made.keySet().stream().map(name -> name.replaceAll("[0-9a-f]{64}", "N")))
                .contains(
                        "register.mv.db",
                        "snapshot.tsv",
                        "desktop.properties",
                        ".domicile.lock",
                        "evidence/N",
                        "captures/N")
                .anyMatch(name -> name.startsWith("before-restore-"))
                .anyMatch(name -> name.startsWith("answers/"));
        assertThat(made).allSatisfy((name, mode) -> assertThat(mode).as(name).isIn("-rw-------", "drwx------"));
        String open = mask == 0 ? "rw-rw-rw-" : "rw-r--r--";
        assertThat(modes(named)).containsEntry("backup.zip", "-" + open);
        assertThat(modes(named.resolve("pack")).values())
                .contains("-" + open)
                .doesNotContain("-rw-------", "drwx------");
    }

    @Test
    void aFolderThatIsThereKeepsItsModeWhichIsToldOnce(@TempDir Path folder) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(CommandLineRun.on(home, "list").done().err()).contains("rwxr-xr-x", home.toString());
        assertThat(CommandLineRun.on(home, "list").done().err()).doesNotContain("rwxr-xr-x");
        assertThat(modes(home))
                .containsEntry("", "drwxr-xr-x")
                .containsEntry("register.mv.db", "-rw-------")
                .containsEntry(".domicile.lock", "-rw-------");
    }

    @Test
    void inAFolderThatAGroupSharesTheGroupMayWorkToo(@TempDir Path folder) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setAttribute(home, "unix:mode", 02770);
        int before = umask(077);
        try (RegisterStore store = RegisterStore.open(home.toString(), Clock.systemUTC())) {
            store.assessments().save(UUID.randomUUID(), "A workload", "{}");
        } finally {
            umask(before);
        }
        assertThat(modes(home))
                .allSatisfy((name, mode) -> assertThat(mode).as(name).isIn("-rw-rw----", "drwxrwx---"));
    }

    @Test
    void aRegisterThatAGroupMayWriteStaysSoWhenAnotherTakesItsPlace(@TempDir Path folder) throws IOException {
        Path home = folder.resolve("home");
        Path backup = folder.resolve("backup.zip");
        CommandLineRun.on(home, "backup", backup).done();
        Path register = home.resolve("register.mv.db");
        Files.setPosixFilePermissions(register, PosixFilePermissions.fromString("rw-rw----"));
        CommandLineRun.on(home, "restore", backup).done();
        assertThat(modes(home)).containsEntry("register.mv.db", "-rw-rw----");
    }
}
