package domicile.cli;

import domicile.ProgramFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * {@code domicile assess} of many files, whole processes with 128 MB of heap, to JSON; against the same process that assesses
 * and writes nothing ({@link AssessAlone}).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class AssessManyBenchmark {
    @Param({"100", "1000", "10000"})
    int files;

    private Path folder = Path.of("");
    private final List<String> workloads = new ArrayList<>();

    /** Copies the examples until there are enough. */
    @Setup(Level.Trial)
    public void make() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("assess-bench");
        List<Path> examples;
        try (Stream<Path> found = Files.list(Path.of("data", "examples"))) {
            examples = found.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
        for (int i = 0; i < files; i++) {
            workloads.add(i + ".json");
            Files.copy(examples.get(i % examples.size()), folder.resolve(i + ".json"));
        }
        run("domicile.Domicile", List.of("list"));
    }

    /** Takes them away. */
    @TearDown(Level.Trial)
    public void clear() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Verdicts as JSON. */
    @Benchmark
    public void json() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("assess", "--format", "json", "--date", "2026-06-30"));
        arguments.addAll(workloads);
        run("domicile.Domicile", arguments);
    }

    /** The same verdicts, and nothing written. */
    @Benchmark
    public void verdictsAlone() throws IOException, InterruptedException {
        run("domicile.cli.AssessAlone", workloads);
    }

    private void run(String main, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ProgramFlags.ALL);
        command.addAll(List.of("-Xmx128m", "-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DOMICILE_REGISTER", folder.resolve("register").toString());
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(main + " ended with " + code);
        }
    }
}
