package domicile.assessment;

import domicile.questionnaire.WorkloadFile;
import domicile.register.Pack;
import domicile.report.data.JsonReport;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/** What an assessment of every example costs; reading the same files is the baseline. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AssessBenchmark {
    private static final LocalDate DATE = LocalDate.of(2026, 6, 30);

    private final Register register = Pack.shipped().register(DATE);
    private List<Path> files = List.of();
    private List<Workload> workloads = List.of();

    /** Reads the examples. */
    @Setup
    public void read() throws IOException {
        try (Stream<Path> found = Files.list(Path.of("data", "examples"))) {
            files = found.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
        workloads = readFiles();
    }

    /** The baseline. */
    @Benchmark
    public List<Workload> readFiles() {
        return files.stream().map(f -> WorkloadFile.read(f, register)).toList();
    }

    /** Every offering for every example. */
    @Benchmark
    public List<Assessment> assess() {
        return workloads.stream()
                .map(w -> Assessor.assess(w, register, DATE, Freshness.DEFAULT))
                .toList();
    }

    /** The same, and written as JSON. */
    @Benchmark
    public String assessAndWrite() {
        return JsonReport.render(assess());
    }
}
