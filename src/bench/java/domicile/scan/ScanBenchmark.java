package domicile.scan;

import domicile.register.Pack;
import domicile.residency.Register;
import domicile.scan.signature.Signature;
import domicile.scan.signature.Signatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/** A cold scan of 10,000 files and 200 MB with 512 MB of heap, and {@code grep -rF} for all host names over the same tree. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ScanBenchmark {
    private Path root = Path.of(".");
    private Path hosts = Path.of(".");
    private Register register = Pack.shipped().register(LocalDate.of(2026, 6, 30));

    @Setup(Level.Trial)
    public void make() throws IOException {
        root = Files.createTempDirectory("scan-bench");
        GeneratedTree.make(root);
        hosts = Files.createTempFile("hosts", ".txt");
        List<String> names = new ArrayList<>();
        for (Signature s : Signatures.shipped().of(Signature.Kind.HOST)) {
            names.add(s.pattern().replaceAll(".*\\}", ""));
        }
        Files.write(hosts, names);
    }

    @TearDown(Level.Trial)
    public void clear() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        Files.delete(hosts);
    }

    @Benchmark
    public ScanResult scan() {
        return Scan.of(root, register, Signatures.shipped(), Map.of());
    }

    @Benchmark
    public int grep() throws IOException, InterruptedException {
        return new ProcessBuilder("grep", "-rF", "-f", hosts.toString(), root.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
