package domicile.desktop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole processes, from their start until they have shown what they start for: a blank window as the baseline, the desktop with
 * its register table, and the same with a recorded start as packages have it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 10)
public class StartUpBenchmark {
    private static final Path JAR = Path.of("target", "domicile.jar").toAbsolutePath();
    private static final List<String> FLAGS = List.of(
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Ddomicile.startup=benchmark",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");

    private Path folder = Path.of("");

    /** Makes the register, and records a start. */
    @Setup
    public void prepare() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("domicile-startup");
        desktop();
        run("-XX:AOTCacheOutput=" + cache(), "-jar", JAR.toString());
    }

    /** The baseline. */
    @Benchmark
    public void blankWindow() throws IOException, InterruptedException {
        String javafx = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(p -> p.contains("javafx-") || p.endsWith("test-classes"))
                .collect(java.util.stream.Collectors.joining(File.pathSeparator));
        run("-cp", javafx, BlankWindow.Main.class.getName());
    }

    /** The desktop with its register, nothing recorded. */
    @Benchmark
    public void desktop() throws IOException, InterruptedException {
        run("-jar", JAR.toString());
    }

    /** The desktop with its register, as packages start it. */
    @Benchmark
    public void recordedDesktop() throws IOException, InterruptedException {
        run("-XX:AOTCache=" + cache(), "-jar", JAR.toString());
    }

    private Path cache() {
        return folder.resolve("domicile.aot");
    }

    private void run(String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        builder.environment().put("DOMICILE_REGISTER", folder.resolve("register").toString());
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code + ": "
                    + Files.readString(folder.resolve("output")));
        }
    }
}
