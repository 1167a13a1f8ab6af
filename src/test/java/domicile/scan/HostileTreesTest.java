package domicile.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.problem.ProblemException;
import domicile.scan.tree.UnreadableException.Reason;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trees that somebody made to do harm, or by mistake: what cannot be read is told, the rest is read. */
@Timeout(60)
class HostileTreesTest {
    private static final String CLEAN = "URL = \"https://api.eu.mistral.ai/v1\"\n";

    @TempDir
    private Path folder = Path.of(".");

    private ScanResult scanned() {
        Trees.write(folder, "zz/clean.py", CLEAN);
        ScanResult result = Trees.scan(folder);
        assertThat(result.usages()).extracting(Usage::file).contains("zz/clean.py");
        return result;
    }

    private void unreadable(String file, String text, Reason reason) {
        Trees.write(folder, file, text);
        assertThat(scanned().unreadable())
                .as(file)
                .filteredOn(u -> u.file().equals(file))
                .extracting(UnreadableFile::reason)
                .containsExactly(reason);
    }

    @Test
    void aliasesThatMultiplyAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [\"https://api.openai.com\"]\n");
        for (int i = 1; i < 30; i++) {
            String before = "*a" + (i - 1);
            bomb.append(
                    "a" + i + ": &a" + i + " [" + String.join(", ", List.of(before, before, before, before)) + "]\n");
        }
        unreadable("bomb.yaml", bomb.toString(), Reason.TOO_MANY_ALIASES);
    }

    @Test
    void anAliasInsideItselfIsRefused() {
        unreadable("loop.yaml", "a: &a\n  b: *a\n  c: https://api.openai.com\n", Reason.TOO_MANY_ALIASES);
    }

    @Test
    void bracketsWithoutEndAreRefusedByEveryReader() {
        String open = "[".repeat(100_000);
        unreadable("deep.json", open, Reason.TOO_DEEP);
        unreadable("deep.yaml", open, Reason.TOO_DEEP);
        unreadable("deep.toml", "a = " + open, Reason.TOO_DEEP);
        unreadable("deep.tf", "a = " + open, Reason.TOO_DEEP);
        unreadable("deep.bicep", "var a = " + open, Reason.TOO_DEEP);
        Trees.write(folder, "deep.ts", "f" + "(".repeat(100_000) + "\"https://api.x.ai\"");
        assertThat(scanned().usages()).extracting(Usage::file).contains("deep.ts");
    }

    @Test
    void aLineOfTwoMegabytesIsRead() {
        Trees.write(folder, "long.js", "const a = \"" + "x".repeat(1_900_000) + "\", b = \"https://api.x.ai/v1\";");
        Trees.write(folder, "long.json", "{\"a\": \"" + "x".repeat(1_900_000) + "\", \"b\": \"https://api.x.ai/v1\"}");
        assertThat(scanned().usages()).extracting(Usage::file).contains("long.js", "long.json");
    }

    @Test
    void aFileThatIsTooLargeOrBinaryIsCounted() throws IOException {
        Trees.write(folder, "large.js", "\"https://api.x.ai/v1\"" + " ".repeat(2 * 1024 * 1024));
        Files.write(folder.resolve("binary.py"), new byte[] {'"', 0, '"'});
        ScanResult result = scanned();
        assertThat(result.skipped()).containsEntry(Skipped.TOO_LARGE, 1).containsEntry(Skipped.BINARY, 1);
        assertThat(result.usages()).hasSize(1);
    }

    @Test
    void anotherEncodingIsToldEvenWhereNothingIsNamed() throws IOException {
        Files.write(folder.resolve("latin.py"), "name = \"Jérôme\"\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(scanned().unreadable()).extracting(UnreadableFile::reason).containsExactly(Reason.NOT_UTF8);
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path outside = Files.createTempDirectory("outside");
        Trees.write(outside, "secret.py", "URL = \"https://api.x.ai/v1\"\n");
        Files.createSymbolicLink(folder.resolve("linked"), outside);
        Files.createSymbolicLink(folder.resolve("linked.py"), outside.resolve("secret.py"));
        Files.createSymbolicLink(folder.resolve("round"), folder);
        ScanResult result = scanned();
        assertThat(result.usages()).hasSize(1);
        assertThat(result.skipped()).containsEntry(Skipped.LINK, 3);
    }

    @Test
    void brokenFilesOfEveryFormatAreTold() {
        unreadable("b.yaml", "a: [1, \"x\n", Reason.SYNTAX);
        unreadable("b.json", "{\"a\": ", Reason.SYNTAX);
        unreadable("b.toml", "a = \n", Reason.SYNTAX);
        unreadable("b.tf", "resource \"x\" {\n", Reason.SYNTAX);
        unreadable("b.bicep", "var a = 'x\n", Reason.SYNTAX);
    }

    @Test
    void whatIsLeftOutIsSaid() {
        Trees.write(folder, ".domicileignore", "# generated\ngen/\n*.min.js\n!keep.min.js\n/only/root.py\n");
        for (String file :
                List.of("gen/a.py", "x/gen/a.py", "a.min.js", "keep.min.js", "only/root.py", "x/only/root.py")) {
            Trees.write(folder, file, "u = \"https://api.x.ai/v1\"\n");
        }
        ScanResult result = scanned();
        assertThat(result.usages())
                .extracting(Usage::file)
                .containsExactly("keep.min.js", "x/only/root.py", "zz/clean.py");
        assertThat(result.skipped()).containsEntry(Skipped.IGNORED_FOLDER, 2).containsEntry(Skipped.IGNORED_FILE, 2);
    }

    /** Terraform's data sources and modules, JSON references and YAML tags name addresses: none is asked. */
    @Test
    void noConnectionIsOpened() throws IOException {
        try (ServerSocket listening = new ServerSocket(0)) {
            String address = "http://localhost:" + listening.getLocalPort() + "/x";
            Trees.write(
                    folder,
                    "main.tf",
                    "data \"http\" \"x\" {\n  url = \"" + address
                            + "\"\n}\nlocals {\n  body = data.http.x.response_body\n}\n"
                            + "module \"m\" {\n  source = \"" + address
                            + "\"\n}\nresource \"a\" \"b\" {\n  c = local.body\n}\n");
            Trees.write(folder, "a.json", "{\"$ref\": \"" + address + "\", \"b\": \"https://api.x.ai\"}");
            Trees.write(
                    folder,
                    "a.yaml",
                    "a: !!java.net.URL [\"" + address + "\"]\nb: https://api.x.ai\nc: !include " + address + "\n");
            Trees.write(folder, "a.toml", "a = \"" + address + "\"\nb = \"https://api.x.ai\"\n");
            assertThat(scanned().usages()).hasSizeGreaterThan(3);
            listening.setSoTimeout((int) Duration.ofMillis(300).toMillis());
            assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void noSecretIsPrinted() {
        Trees.write(
                folder,
                ".env",
                "OPENAI_API_KEY=sk-hidden-1\nAZURE_OPENAI_ENDPOINT=https://u:hidden-2@a.openai.azure.com/?key=hidden-3\n");
        Trees.write(
                folder,
                "a.yaml",
                "env:\n  MISTRAL_API_KEY: hidden-4\n  URL: https://u:hidden-5@api.mistral.ai/v1?k=hidden-6\n");
        Trees.write(folder, "b.py", "c = OpenAI(api_key=\"hidden-7\", base_url=url(\"hidden-8\"))\n");
        String said = UsageJson.of(scanned()).toString();
        assertThat(said).doesNotContain("hidden").contains("OPENAI_API_KEY", "api.mistral.ai");
    }

    @Test
    void whatIsNoFolderIsRefused() {
        assertThatThrownBy(() -> Trees.scan(folder.resolve("nowhere"))).isInstanceOf(ProblemException.class);
    }
}
