package domicile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that start Domicile, with a Java that only tells how it was called. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
    private static final Path PACKAGING = Path.of("packaging").toAbsolutePath();

    @TempDir
    private Path folder;

    private Path installed;

    @BeforeEach
    void install() throws IOException {
        installed = folder.resolve("opt/domicile/bin/domicile");
        Path java = folder.resolve("opt/domicile/lib/runtime/bin/java");
        Files.createDirectories(installed.resolveSibling("."));
        Files.createDirectories(java.resolveSibling("."));
        Files.writeString(
                installed, Files.readString(PACKAGING.resolve("linux/launcher")).replace("    JAVA_OPTIONS \\\n", ""));
        Files.writeString(java, "#!/bin/sh\necho \"$LC_ALL|$*\"\n");
        assertThat(installed.toFile().setExecutable(true) && java.toFile().setExecutable(true))
                .isTrue();
    }

    private record Ran(int code, String out) {}

    /** With nothing in the environment but what is given. */
    private static Ran shell(String script, String... environment) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
        shell.environment().keySet().retainAll(List.of("PATH"));
        Arrays.stream(environment)
                .map(e -> e.split("=", 2))
                .forEach(e -> shell.environment().put(e[0], e[1]));
        Process process = shell.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out);
    }

    @Test
    void withoutAHomeAJdkIsFound() throws Exception {
        Path jdk = folder.resolve("jdk");
        Files.createDirectories(jdk.resolve("bin"));
        Files.copy(
                folder.resolve("opt/domicile/lib/runtime/bin/java"),
                jdk.resolve("bin/java"),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        String find = "bash -euo pipefail -c '. \"" + PACKAGING + "/jdk.sh\"; find_jdk'";
        assertThat(shell(find, "JAVA_HOME=" + jdk)).isEqualTo(new Ran(0, jdk + "\n"));
        assertThat(shell(find).out()).doesNotContain("unbound");
    }

    @Test
    void whereTheLocaleKnowsNoLettersAnotherIsTaken() throws Exception {
        for (String locale : List.of("LC_ALL=C", "LC_ALL=POSIX", "LANG=xx_YY.UTF-8", "LC_CTYPE=nonsense", "NONE=")) {
            assertThat(shell("'" + installed + "' list", locale).out())
                    .as(locale)
                    .startsWith("C.UTF-8|");
        }
        assertThat(shell("'" + installed + "' list", "LANG=C.UTF-8").out()).startsWith("|");
    }

    @Test
    void javaOptionsAreHandedOn() throws Exception {
        assertThat(shell("'" + installed + "' list 'a b'", "DOMICILE_JAVA_OPTS=-Xmx128m -Da=b")
                        .out())
                .contains(" -Xmx128m -Da=b -jar ")
                .endsWith("domicile.jar list a b\n");
    }

    /** What Java opens next would take the number of what is closed, and data would be written into it. */
    @Test
    void whatIsClosedIsTaken() throws Exception {
        Path java = folder.resolve("opt/domicile/lib/runtime/bin/java");
        Files.writeString(
                java,
                "#!/bin/sh\nopen=$(readlink /proc/$$/fd/1 /proc/$$/fd/2)\necho \"$open\" >'" + folder + "/open'\n");
        assertThat(shell("'" + installed + "' list >&- 2>&-").code()).isZero();
        assertThat(folder.resolve("open")).content().isEqualTo("/dev/full\n/dev/null\n");
    }
}
