package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import domicile.Schemas;
import domicile.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs that are wrong as files, before what they say is looked at. What they may say is in SchemaAgreementTest. */
class BrokenPackTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    private Path folder;

    private Path groq = Path.of("groq.json");
    private String text = "";

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(Schemas.DATA)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(Schemas.DATA.relativize(file).toString());
                Files.createDirectories(to.resolveSibling("."));
                Files.copy(file, to);
            }
        }
        groq = folder.resolve("groq.json");
        text = Files.readString(groq);
        Pack.read(folder, TODAY);
    }

    private void refused(String where, String what) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Pack.read(folder, TODAY))
                .satisfies(e -> assertThat(e.where()).contains(where))
                .satisfies(e -> assertThat(e.what()).contains(what))
                .satisfies(e -> assertThat(e.remedy()).isNotBlank())
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "\u0000", "\u202e"));
    }

    private void refused(String changed, String where, String what) throws IOException {
        Files.writeString(groq, changed);
        refused(where, what);
    }

    @Test
    void cutOffAnywhereIsRefused() throws IOException {
        for (int end = 1; end < text.length() - 2; end += 97) {
            Files.writeString(groq, text.substring(0, end));
            assertThatExceptionOfType(ProblemException.class)
                    .as("after %d characters", end)
                    .isThrownBy(() -> Pack.read(folder, TODAY))
                    .satisfies(e -> assertThat(e.where()).startsWith("groq.json#"));
        }
        refused(text.substring(0, text.length() / 2), "groq.json#/offerings/0/facts/", "in the middle");
    }

    @Test
    void whatIsNoJsonTextIsRefused() throws IOException {
        refused("", "groq.json", "is empty");
        refused(" \n ", "groq.json", "is empty");
        refused("\uFEFF" + text, "groq.json# (line 1)", "byte order mark");
        refused(text + "{}", "groq.json# (line ", "follows after");
        refused(text.replace("\"facts\"", "facts"), "groq.json", "not JSON");
        refused(
                text.replaceFirst("\"text\": \"US,", "\"text\": NaN, \"t\": \"US,"),
                "groq.json#/offerings/0/facts/0",
                "");
        refused("[".repeat(40) + "]".repeat(40), "groq.json", "nested too deep");
        refused(text.replaceFirst("\"US,", "\"\\\\ud800US,"), "groq.json#/offerings/0/facts/0/text", "");
        refused(
                text.replaceFirst("\"name\": \"Groq\"", "\"name\": \"Groq\", \"name\": \"Grok\""),
                "groq.json#/name (line 4)",
                "twice");
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWithTheirLine() throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int third = text.indexOf("Groq");
        bytes[third] = (byte) 0xE4;
        Files.write(groq, bytes);
        refused("groq.json# (line 4)", "not UTF-8");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnread() throws IOException {
        refused(text + " ".repeat(32 * 1024 * 1024), "groq.json", "larger than 32 MiB");
        refused(text.replaceFirst("\"US,", "\"" + "x".repeat(3_000_000)), "groq.json", "");
    }

    @Test
    void aFileOfMoreThanFourMebibytesIsRead() throws IOException {
        Files.writeString(groq, text + " ".repeat(5 * 1024 * 1024));
        assertThat(Pack.read(Objects.requireNonNull(groq.getParent()), LocalDate.of(2026, 12, 1))
                        .offerings())
                .anyMatch(o -> o.id().equals("groq"));
    }

    @Test
    void onlyPlainFilesInsideTheFolderAreRead() throws IOException {
        Files.delete(groq);
        refused("groq.json", "no such file");
        Files.createDirectory(groq);
        refused("groq.json", "this is a folder");
        Files.delete(groq);
        Path outside = Files.writeString(folder.resolveSibling("outside-" + folder.getFileName() + ".json"), text);
        Files.createSymbolicLink(groq, outside);
        refused("groq.json", "not a plain file");
        Files.delete(groq);
        Path manifest = folder.resolve("pack.json");
        String names = Files.readString(manifest);
        for (String name :
                new String[] {"../" + outside.getFileName(), outside.toString(), "./groq.json", "a/b/groq.json"}) {
            Files.writeString(manifest, names.replace("groq.json", name));
            refused("pack.json#/files/", "is no id");
        }
        Files.delete(outside);
        Files.delete(manifest);
        refused("pack.json", "no such file");
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        refused(
                Files.readString(folder.resolve("areas.json")),
                "pack.json#/files",
                "one file with the schema domicile.areas/1");
        refused(
                text.replace("domicile.provider/1", "domicile.workload/1"),
                "groq.json#/schema (line 2)",
                "domicile.workload/1");
        refused(Files.readString(folder.resolve("provider.schema.json")), "groq.json#", "\"schema\" is missing");
    }
}
