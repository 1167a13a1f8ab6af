package domicile.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.Schemas;
import domicile.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of a project comes back as it was, and names no place of the machine. */
class ScannedProjectTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final Path PROJECTS = Path.of("src", "test", "resources", "domicile", "scan", "projects");

    @TempDir
    private Path folder = Path.of(".");

    static Stream<Path> projects() throws IOException {
        try (Stream<Path> all = Files.list(PROJECTS)) {
            return all.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    private static ScannedProject again(ScannedProject project) {
        return ScannedProject.read("project.json", project.json().getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("projects")
    void whatIsReadIsWhatWasWritten(Path project) {
        Scope scope = new Scope(
                Set.of(Role.EXAMPLE, Role.SHIPPED),
                Optional.of(Environment.PROD),
                List.of(
                        new Acceptance(
                                Optional.of("sha256:" + "0".repeat(64)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "A pilot.",
                                DAY),
                        new Acceptance(
                                Optional.empty(),
                                Optional.of("a.py"),
                                Optional.of("openai-azure"),
                                Optional.of(""),
                                "No deployment.",
                                DAY)));
        ScannedProject one = new ScannedProject(DAY, Trees.scan(project), scope);
        assertThat(again(one)).isEqualTo(one);
        assertThat(again(one).json()).isEqualTo(one.json());
        assertThat(Schemas.errors("domicile.project/1", one.json())).isEmpty();
    }

    @Test
    void switchesAndWhatIsNotReadableComeBackAndNoPathOfTheMachine() {
        Trees.write(folder, "bad.json", "{\"a\": ");
        Trees.write(folder, "x\u202ey.py", "U = \"us.anthropic.claude-sonnet-4-6\"\n");
        Trees.write(
                folder,
                "app.py",
                "from openai import OpenAI\nOpenAI().responses.create(model=\"gpt-4.1\", store=True)\n");
        ScannedProject one = new ScannedProject(DAY, Trees.scan(folder), Scope.SHIPPED);
        assertThat(one.found().switches()).isNotEmpty();
        assertThat(one.found().unreadable()).isNotEmpty();
        assertThat(again(one)).isEqualTo(one);
        assertThat(one.json()).doesNotContain(folder.toString(), String.valueOf(folder.getFileName()));
    }

    @Test
    void moreThanAnAssessmentCanKeepIsRefused() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            many.append("U = \"us.anthropic.claude-sonnet-4-6\"\n");
        }
        Trees.write(folder, "app.py", many.toString());
        ScannedProject one = new ScannedProject(DAY, Trees.scan(folder), Scope.SHIPPED);
        assertThat(one.found().usages()).hasSize(1_500);
        assertThatThrownBy(one::kept).isInstanceOf(ProblemException.class).hasMessageContaining("1500");
        Trees.write(folder, "app.py", "U = \"us.anthropic.claude-sonnet-4-6\"\n");
        ScannedProject few = new ScannedProject(DAY, Trees.scan(folder), Scope.SHIPPED);
        assertThat(few.kept()).isSameAs(few);
    }
}
