package domicile.desktop.app;

import domicile.ProgramFlags;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the start of a process to what it tells it has shown: a blank window's first frame as the baseline, the desktop's first
 * frame and its first rows of the register, and the same as packages start it: by the program that {@code packaging/package}
 * made, where it has, or by a start recorded here. On the display that there is, else on a virtual one of its own ({@code Xvfb}):
 * without any JavaFX copies every frame dot by dot, and a window with rows has more frames than a blank one. A process's end is
 * left out of the time, after it has told.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 15)
public class StartUpBenchmark {
    private static final Path JAR = Path.of("target", "domicile.jar").toAbsolutePath();

    private List<String> tells = List.of();
    private Path folder = Path.of("");
    private Optional<String> display = Optional.ofNullable(System.getenv("DISPLAY"));
    private Optional<Process> screen = Optional.empty();
    private Optional<Process> running = Optional.empty();

    /** Finds a display, makes the register, and records a start. */
    @Setup
    public void prepare() throws IOException, InterruptedException {
        if (display.isEmpty()) {
            openScreen();
        }
        tells = display.isPresent()
                ? List.of("-Ddomicile.startup=benchmark")
                : List.of("-Ddomicile.startup=benchmark", "-Dglass.platform=Headless", "-Dprism.order=sw");
        folder = Files.createTempDirectory("domicile-startup");
        start("register", "-jar", JAR.toString());
        end();
        if (!Files.exists(ProgramFlags.PACKAGED)) {
            start(
                    "register",
                    "-XX:AOTCacheOutput=" + cache(),
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-AOTRecordTraining",
                    "-jar",
                    JAR.toString());
            end();
        }
    }

    private void openScreen() throws IOException {
        try {
            Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            screen = Optional.of(server);
            display = Optional.ofNullable(server.inputReader().readLine()).map(number -> ":" + number);
        } catch (IOException e) {
            System.err.println("no display and no Xvfb: the figures compare with nobody's (" + e.getMessage() + ")");
        }
    }

    /** Closes the virtual display. */
    @TearDown
    public void closeScreen() {
        screen.ifPresent(Process::destroy);
    }

    /** The baseline. */
    @Benchmark
    public void blankFrame() throws IOException {
        String javafx = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(p -> p.contains("javafx-") || p.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        start("frame", "-cp", javafx, BlankWindow.Main.class.getName());
    }

    /** The desktop's first frame, nothing recorded. */
    @Benchmark
    public void desktopFrame() throws IOException {
        start("frame", "-jar", JAR.toString());
    }

    /** The first rows of the register, nothing recorded. */
    @Benchmark
    public void desktopRows() throws IOException {
        start("register", "-jar", JAR.toString());
    }

    /** The desktop's first frame, as packages start it. */
    @Benchmark
    public void recordedFrame() throws IOException {
        packaged("frame");
    }

    /** The first rows of the register, as packages start it. */
    @Benchmark
    public void recordedRows() throws IOException {
        packaged("register");
    }

    private void packaged(String awaited) throws IOException {
        if (Files.exists(ProgramFlags.PACKAGED)) {
            started(awaited, List.of(ProgramFlags.PACKAGED.toString()), Map.of("JAVA_TOOL_OPTIONS", String.join(" ", tells)));
        } else {
            start(awaited, "-XX:AOTCache=" + cache(), "-jar", JAR.toString());
        }
    }

    private Path cache() {
        return folder.resolve("domicile.aot");
    }

    private void start(String awaited, String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(tells);
        command.addAll(ProgramFlags.ALL);
        command.addAll(List.of(more));
        started(awaited, command, Map.of());
    }

    /** Starts a process and returns when it has told what it was waited for. */
    private void started(String awaited, List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().putAll(environment);
        display.ifPresent(d -> builder.environment().put("DISPLAY", d));
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        builder.environment().put("DOMICILE_REGISTER", folder.resolve("register").toString());
        Process process = builder.start();
        running = Optional.of(process);
        BufferedReader told = process.inputReader();
        for (String line = told.readLine(); !awaited.equals(line); line = told.readLine()) {
            if (line == null) {
                throw new IllegalStateException(
                        command + " did not tell of its " + awaited + ": " + Files.readString(folder.resolve("errors")));
            }
        }
    }

    /** Waits for the process to end by itself, so that the next one has the machine for itself. */
    @TearDown(Level.Invocation)
    public void end() throws IOException, InterruptedException {
        if (running.isPresent()) {
            running.get().inputReader().transferTo(Writer.nullWriter());
            running.get().waitFor();
            running = Optional.empty();
        }
    }
}
