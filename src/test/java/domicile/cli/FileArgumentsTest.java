package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Pipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/**
 * Every argument that names a file or a folder, with what is none: refused at once, in one line, with nothing written.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FileArgumentsTest {
    private static final String WORKLOAD = "src/test/resources/cases/eu-inference.workload.json";
    private static final String SMALL = "src/test/resources/domicile/scan/projects/config-map";

    /** What a file argument is for. */
    private enum Kind {
        INPUT,
        /** The desktop reads it, and tells there what is wrong in it. */
        OPENED,
        /** A document is kept whatever it holds, and it may hold nothing. */
        DOCUMENT,
        PACK,
        /** A folder whose files are read. */
        FOLDER,
        OUTPUT
    }

    private record Argument(Kind kind, List<String> call) {}

    private static Argument argument(Kind kind, String... call) {
        return new Argument(kind, List.of(call));
    }

    private static Argument accept(Kind kind, String file, String workload, String out, String... more) {
        return argument(
                kind,
                Stream.concat(
                                Stream.of("document", "accept", file, "--workload", workload, "--out", out),
                                Stream.concat(
                                        Stream.of("--offering", "groq", "--kind", "DPA_SIGNED", "--date", "2026-06-01"),
                                        Stream.concat(Stream.of("--quote", PipelineTest.QUOTE), Stream.of(more))))
                        .toArray(String[]::new));
    }

    private static Argument compare(String old, String newer, String workload, String... more) {
        return argument(
                Kind.INPUT,
                Stream.concat(Stream.of("document", "compare", old, newer, "--workload", workload), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** A call for each argument; HERE stands for what is named. */
    private static final Map<String, Argument> CALLS = new TreeMap<>(Map.ofEntries(
            Map.entry(" FILE", argument(Kind.OPENED, "HERE")),
            Map.entry("assess WORKLOAD.json", argument(Kind.INPUT, "assess", WORKLOAD, "HERE")),
            Map.entry("gate WORKLOAD.json", argument(Kind.INPUT, "gate", WORKLOAD, "HERE")),
            Map.entry("scan DIR", argument(Kind.FOLDER, "scan", "HERE")),
            Map.entry("scan --values", argument(Kind.DOCUMENT, "scan", SMALL, "--values", "HERE")),
            Map.entry("gate --scan", argument(Kind.FOLDER, "gate", WORKLOAD, "--scan", "HERE")),
            Map.entry("gate --values", argument(Kind.DOCUMENT, "gate", WORKLOAD, "--scan", SMALL, "--values", "HERE")),
            Map.entry("gate --baseline", argument(Kind.INPUT, "gate", WORKLOAD, "--scan", SMALL, "--baseline", "HERE")),
            Map.entry(
                    "gate --write-baseline",
                    argument(
                            Kind.OUTPUT,
                            "gate",
                            WORKLOAD,
                            "--scan",
                            SMALL,
                            "--write-baseline",
                            "HERE",
                            "--until",
                            "2026-12-31",
                            "--reason",
                            "A pilot.")),
            Map.entry("report WORKLOAD.json", argument(Kind.INPUT, "report", "HERE", "--out", "OUT.html")),
            Map.entry("report --logo", argument(Kind.INPUT, "report", WORKLOAD, "--out", "OUT.html", "--logo", "HERE")),
            Map.entry(
                    "report --answers",
                    argument(Kind.INPUT, "report", WORKLOAD, "--out", "OUT.html", "--answers", "cohere=HERE")),
            Map.entry(
                    "report --password-file",
                    argument(Kind.INPUT, "report", WORKLOAD, "--out", "OUT.html", "--password-file", "HERE")),
            Map.entry(
                    "report --scan", argument(Kind.FOLDER, "report", WORKLOAD, "--out", "OUT.html", "--scan", "HERE")),
            Map.entry(
                    "report --values",
                    argument(
                            Kind.DOCUMENT,
                            "report",
                            WORKLOAD,
                            "--out",
                            "OUT.html",
                            "--scan",
                            SMALL,
                            "--values",
                            "HERE")),
            Map.entry(
                    "report --baseline",
                    argument(
                            Kind.INPUT,
                            "report",
                            WORKLOAD,
                            "--out",
                            "OUT.html",
                            "--scan",
                            SMALL,
                            "--baseline",
                            "HERE")),
            Map.entry("report --out", argument(Kind.OUTPUT, "report", WORKLOAD, "--out", "OUT.html", "--out", "HERE")),
            Map.entry("verify REPORT", argument(Kind.INPUT, "verify", "HERE")),
            Map.entry(
                    "verify --password-file",
                    argument(
                            Kind.INPUT,
                            "verify",
                            "src/test/resources/reports/made-by-0.1.pdf",
                            "--password-file",
                            "HERE")),
            Map.entry(
                    "register encrypt --recovery-file",
                    argument(
                            Kind.OUTPUT,
                            "register",
                            "encrypt",
                            "--passphrase-file",
                            "README.md",
                            "--recovery-file",
                            "HERE")),
            Map.entry("register copy --into", argument(Kind.OUTPUT, "register", "copy", "--into", "HERE")),
            Map.entry(
                    "register copy --recovery-file",
                    argument(Kind.OUTPUT, "register", "copy", "--encrypt", "--into", "OUT", "--recovery-file", "HERE")),
            Map.entry(
                    "register rekey --recovery-file",
                    argument(Kind.OUTPUT, "register", "rekey", "--recovery-file", "HERE")),
            Map.entry(
                    "register rekey --new-passphrase-file",
                    argument(Kind.INPUT, "register", "rekey", "--new-passphrase-file", "HERE")),
            Map.entry("backup FILE", argument(Kind.OUTPUT, "backup", "HERE")),
            Map.entry("backup --into", argument(Kind.OUTPUT, "backup", "--into", "HERE")),
            Map.entry("restore FILE", argument(Kind.INPUT, "restore", "HERE")),
            Map.entry("source capture FILE-OR-URL", argument(Kind.INPUT, "source", "capture", "19", "HERE")),
            Map.entry("source diff --workload", argument(Kind.INPUT, "source", "diff", "19", "--workload", "HERE")),
            Map.entry("source compare OLD", argument(Kind.INPUT, "source", "compare", "HERE", "README.md")),
            Map.entry("source compare NEW", argument(Kind.INPUT, "source", "compare", "README.md", "HERE")),
            Map.entry(
                    "source compare --quotes",
                    argument(Kind.INPUT, "source", "compare", "README.md", "README.md", "--quotes", "HERE")),
            Map.entry("document read FILE", argument(Kind.INPUT, "document", "read", "HERE")),
            Map.entry(
                    "document read --workload",
                    argument(Kind.INPUT, "document", "read", "README.md", "--workload", "HERE")),
            Map.entry(
                    "document read --password-file",
                    argument(Kind.INPUT, "document", "read", "README.md", "--password-file", "HERE")),
            Map.entry("document accept FILE", accept(Kind.INPUT, "HERE", WORKLOAD, "OUT.json")),
            Map.entry("document accept --workload", accept(Kind.INPUT, "README.md", "HERE", "OUT.json")),
            Map.entry("document accept --out", accept(Kind.OUTPUT, "README.md", WORKLOAD, "HERE")),
            Map.entry(
                    "document accept --password-file",
                    accept(Kind.INPUT, "README.md", WORKLOAD, "OUT.json", "--password-file", "HERE")),
            Map.entry("document compare OLD", compare("HERE", "README.md", "CLAUSES")),
            Map.entry("document compare NEW", compare("README.md", "HERE", "CLAUSES")),
            Map.entry(
                    "document compare --out",
                    argument(
                            Kind.OUTPUT,
                            "document",
                            "compare",
                            "README.md",
                            "README.md",
                            "--workload",
                            "CLAUSES",
                            "--out",
                            "HERE")),
            Map.entry("document compare --workload", compare("README.md", "README.md", "HERE")),
            Map.entry(
                    "document compare --password-file",
                    compare("README.md", "README.md", "CLAUSES", "--password-file", "HERE")),
            Map.entry("register verify PACK", argument(Kind.PACK, "register", "verify", "HERE")),
            Map.entry("register diff PACK", argument(Kind.PACK, "register", "diff", "HERE")),
            Map.entry(
                    "register diff --workload", argument(Kind.INPUT, "register", "diff", "data", "--workload", "HERE")),
            Map.entry("register import PACK", argument(Kind.PACK, "register", "import", "HERE")),
            Map.entry(
                    "register import --workload",
                    argument(Kind.INPUT, "register", "import", "data", "--workload", "HERE")),
            Map.entry("register export PACK", argument(Kind.OUTPUT, "register", "export", "HERE")),
            Map.entry("register stale --workload", argument(Kind.INPUT, "register", "stale", "--workload", "HERE")),
            Map.entry(
                    "register evidence FILE",
                    argument(Kind.DOCUMENT, "register", "evidence", "--offering", "groq", "HERE"))));

    @TempDir
    private static Path folder;

    private static Path register;
    private static Path clauses;

    @BeforeAll
    static void aRegister() throws IOException {
        register = folder.resolve("register");
        CommandLineRun.on(register, "list").done();
        Path older = Files.writeString(folder.resolve("older.txt"), "Groq keeps a trust portal.");
        Path newer = Files.writeString(folder.resolve("newer.txt"), "Groq keeps no trust portal.");
        CommandLineRun.on(register, "source", "capture", "19", older).done();
        CommandLineRun.on(register, "source", "quote", "groq:trustPortal", "--text", "Groq keeps a trust portal.")
                .done();
        CommandLineRun.on(register, "source", "capture", "19", newer).done();
        clauses = PipelineTest.clauses(register, folder);
    }

    static Stream<String> arguments() {
        return CALLS.keySet().stream();
    }

    private static Stream<String> files(CommandLine line, String name) {
        Stream<String> own = line.getCommandSpec().args().stream()
                .filter(FileArgumentsTest::namesAFile)
                .map(a ->
                        name + " " + (a instanceof CommandLine.Model.OptionSpec o ? o.longestName() : a.paramLabel()));
        return Stream.concat(
                own,
                line.getSubcommands().entrySet().stream()
                        .flatMap(c -> files(c.getValue(), (name + " " + c.getKey()).strip())));
    }

    private static boolean namesAFile(ArgSpec argument) {
        return argument.paramLabel().startsWith("FILE-OR-")
                || argument.paramLabel().endsWith("=]FILE")
                || argument.type().equals(Path.class)
                || Stream.of(argument.auxiliaryTypes()).anyMatch(Path.class::equals);
    }

    @Test
    void everyArgumentIsTried() {
        assertThat(new TreeSet<>(files(PipelineTest.all(), "").toList())).isEqualTo(CALLS.keySet());
    }

    @ParameterizedTest
    @MethodSource("arguments")
    void whatIsNoFileIsRefused(String name) throws Exception {
        Argument argument = CALLS.getOrDefault(name, argument(Kind.INPUT));
        Path own = Files.createTempDirectory(folder, "run");
        List<Path> wrong = new ArrayList<>();
        switch (argument.kind()) {
            case INPUT, OPENED, DOCUMENT -> {
                Path pipe = Pipes.at(own.resolve("pipe.html"));
                wrong.addAll(List.of(
                        pipe,
                        Files.createSymbolicLink(own.resolve("link"), pipe),
                        Path.of("/dev/zero"),
                        Path.of("/dev/full"),
                        own,
                        own.resolve("none.json"),
                        own.resolve("no/folder.json")));
                if (argument.kind() == Kind.INPUT) {
                    wrong.add(Files.createFile(own.resolve("empty")));
                }
            }
            case PACK -> {
                wrong.addAll(List.of(
                        Pipes.at(own.resolve("pipe")),
                        Path.of("/dev/zero"),
                        own.resolve("none"),
                        Files.createFile(own.resolve("empty"))));
                for (String what : List.of("pipes", "links", "folders", "holes")) {
                    wrong.add(Files.createDirectory(own.resolve(what)));
                }
                Path pipe = Pipes.at(own.resolve("pipes/pack.json"));
                Files.createSymbolicLink(own.resolve("links/pack.json"), pipe);
                Files.createDirectory(own.resolve("folders/pack.json"));
                Files.createFile(own.resolve("holes/pack.json"));
            }
            case FOLDER ->
                wrong.addAll(List.of(
                        Pipes.at(own.resolve("pipe")),
                        Path.of("/dev/zero"),
                        own.resolve("none"),
                        Files.createFile(own.resolve("file"))));
            case OUTPUT -> {
                Path pipe = Pipes.at(own.resolve("pipe.html"));
                wrong.addAll(List.of(
                        pipe,
                        Files.createSymbolicLink(own.resolve("link.html"), pipe),
                        own.resolve("no/folder/../folder.html")));
            }
        }
        if (name.equals("register export PACK") || name.equals("backup --into")) {
            // it makes the folders above
            wrong.removeLast();
        }
        for (Path file : wrong) {
            List<Object> call = new ArrayList<>();
            argument.call()
                    .forEach(a -> call.add(a.replace("HERE", file.toString())
                            .replace("CLAUSES", clauses.toString())
                            .replace("OUT", own.resolve("out").toString())));
            CommandLineRun run = CommandLineRun.on(register, call.toArray());
            run.refused();
            assertThat(own.resolve("out.html")).doesNotExist();
        }
    }
}
