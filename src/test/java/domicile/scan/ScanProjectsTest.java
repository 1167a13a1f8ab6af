package domicile.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small projects, one a kind of reader, with every usage that they hold. */
class ScanProjectsTest {
    private static final Path PROJECTS = Path.of("src", "test", "resources", "domicile", "scan", "projects");

    @TempDir
    private Path folder = Path.of(".");

    static Stream<String> projects() throws IOException {
        try (Stream<Path> all = Files.list(PROJECTS)) {
            return all.filter(Files::isDirectory).map(p -> p.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("projects")
    void everyUsageIsFoundAndNoOther(String project) throws IOException {
        List<String> found = Trees.scan(PROJECTS.resolve(project)).usages().stream()
                .map(Trees::said)
                .toList();

        assertThat(found).isNotEmpty().isEqualTo(Files.readAllLines(PROJECTS.resolve(project + ".expected")));
    }

    /** Neither the folder's place nor the order in which its files were made shows. */
    @ParameterizedTest
    @MethodSource("projects")
    void theSameTreeGivesTheSameResult(String project) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(PROJECTS.resolve(project))) {
            files = all.filter(Files::isRegularFile)
                    .sorted((a, b) -> b.compareTo(a))
                    .toList();
        }
        for (Path file : files) {
            Trees.write(folder, PROJECTS.resolve(project).relativize(file).toString(), Files.readString(file));
        }
        assertThat(UsageJson.of(Trees.scan(folder)).toString())
                .isEqualTo(UsageJson.of(Trees.scan(PROJECTS.resolve(project))).toString());
    }
}
