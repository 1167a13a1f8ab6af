package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.scan.tree.Node;
import domicile.scan.tree.YamlText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps that are shipped for pipelines, run as their runners run them, with a stand-in for the program. */
@EnabledOnOs(OS.LINUX)
class PipelineFilesTest {
    @TempDir
    private Path folder = Path.of(".");

    private static Node read(String file) throws Exception {
        return YamlText.read(Files.readString(Path.of("packaging", file))).getFirst();
    }

    private static String text(Node node) {
        return node instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    private Path program(int code) throws Exception {
        Path program = folder.resolve("program");
        Files.writeString(program, "#!/bin/sh\necho \"$@\" >>" + folder + "/calls\necho said\nexit " + code + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }

    private int run(String script, Map<String, String> environment) throws Exception {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", script).directory(folder.toFile());
        bash.environment().putAll(environment);
        bash.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        Process process = bash.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theActionEndsAsTheGateDoes(int code) throws Exception {
        Node action = read("github/action.yml");
        Node.Sequence steps = (Node.Sequence) Node.at(action, "runs", "steps").orElseThrow();
        Node.Mapping step = (Node.Mapping) steps.items().getFirst();
        Map<String, String> environment = new HashMap<>();
        Node.Mapping inputs = (Node.Mapping) Node.at(action, "inputs").orElseThrow();
        for (Node.Entry given : step.mapping("env").orElseThrow().entries()) {
            String input = text(given.value()).replace("${{ inputs.", "").replace(" }}", "");
            environment.put(
                    given.key(),
                    inputs.mapping(input)
                            .orElseThrow()
                            .text("default")
                            .map(Node.Scalar::text)
                            .orElse("a.json b.json"));
        }
        environment.put("PROGRAM", program(code).toString());
        environment.put("BASELINE", "accepted for now.json");
        assertThat(run(step.text("run").orElseThrow().text(), environment)).isEqualTo(code);
        List<String> calls = Files.readAllLines(folder.resolve("calls"), StandardCharsets.UTF_8);
        assertThat(calls.getFirst())
                .startsWith("gate a.json b.json --scan . --allow CONDITIONAL")
                .contains("--baseline accepted for now.json")
                .endsWith("--format sarif");
        assertThat(calls).hasSize(code > 1 ? 1 : 2);
        assertThat(folder.resolve("domicile.sarif")).hasContent("said");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theJobEndsAsTheGateDoes(int code) throws Exception {
        Node job = Node.at(read("gitlab/domicile.gitlab-ci.yml"), ".domicile").orElseThrow();
        Map<String, String> environment = new HashMap<>();
        Node.Mapping variables = (Node.Mapping) Node.at(job, "variables").orElseThrow();
        variables.entries().forEach(v -> environment.put(v.key(), text(v.value())));
        environment.put("DOMICILE_PROGRAM", program(code).toString());
        Node.Sequence script = (Node.Sequence) Node.at(job, "script").orElseThrow();
        assertThat(run("set -e\n" + text(script.items().getFirst()), environment))
                .isEqualTo(code);
        assertThat(folder.resolve("domicile-junit.xml")).hasContent("said");
        assertThat(Files.exists(folder.resolve("domicile-codequality.json"))).isEqualTo(code < 2);
    }

    @Test
    void everyOptionThatTheyNameIsOne() throws Exception {
        String help = CommandLineRun.of(List.of("gate", "--help")).out();
        for (String file : List.of("github/action.yml", "gitlab/domicile.gitlab-ci.yml")) {
            String text = Files.readString(Path.of("packaging", file));
            assertThat(java.util.regex.Pattern.compile("--[a-z-]+")
                            .matcher(text)
                            .results()
                            .map(m -> m.group()))
                    .isNotEmpty()
                    .allMatch(
                            option -> help.contains(option) || option.equals("--quiet") || option.equals("--register"));
        }
        for (String format : List.of("sarif", "junit", "markdown", "codequality")) {
            assertThat(help).contains(format);
        }
    }
}
