package domicile.scan;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written above a usage changes its line, never its fingerprint. */
class StableFingerprintsTest {
    private static final Path PROJECTS = Path.of("src", "test", "resources", "domicile", "scan", "projects");
    private static final Map<String, String> COMMENTS = Map.of(
            "py", "# https://api.deepseek.com",
            "ts", "// https://api.deepseek.com",
            "tf", "# https://api.deepseek.com",
            "yml", "# https://api.deepseek.com",
            "yaml", "# https://api.deepseek.com",
            "toml", "# https://api.deepseek.com",
            "sh", "# https://api.deepseek.com",
            "tfvars", "// https://api.deepseek.com");

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void aCommentOrABlankLineChangesNoFingerprint() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(PROJECTS)) {
            files = all.filter(Files::isRegularFile)
                    .filter(f -> COMMENTS.containsKey(ending(f)))
                    .filter(f -> !f.toString().endsWith("cm.yaml"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(8);
        Seeds.forAll(60, random -> {
            Path file = files.get(random.nextInt(files.size()));
            assertThat(prints(file, random)).as(file.toString()).isEqualTo(prints(file, new Random(0) {
                private static final long serialVersionUID = 1;

                @Override
                public int nextInt(int bound) {
                    return -1;
                }
            }));
        });
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The fingerprints of a file with a line put in somewhere; nowhere for a negative place. */
    private List<String> prints(Path file, java.util.random.RandomGenerator random) {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            int at = random.nextInt(lines.size() + 1);
            boolean heredoc = lines.stream().anyMatch(l -> l.contains("EOT"));
            boolean multiline = lines.stream()
                                    .limit(Math.max(0, at))
                                    .filter(l -> l.contains("\"\"\""))
                                    .count()
                            % 2
                    == 1;
            if (at >= 0 && !heredoc && !multiline) {
                lines.add(at, random.nextInt(2) == 0 ? "" : COMMENTS.getOrDefault(ending(file), ""));
            }
            Path tree = Files.createTempDirectory(folder, "tree");
            Trees.write(tree, file.getFileName().toString(), String.join("\n", lines) + "\n");
            return Trees.scan(tree).usages().stream()
                    .map(Usage::fingerprint)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
