package domicile.register;

import domicile.residency.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * A register of some 10,000 facts, read as of a day and as it was known at a time, and one offering's history: after 1,000 changes of
 * ten facts each, against the same register that was never changed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HistoryBenchmark {
    private static final int OFFERINGS = 600;
    private static final int FACTS_A_CHANGE = 10;

    @Param({"0", "1000"})
    int changes;

    private Path folder = Path.of("");
    private List<RegisterStore> store = List.of();
    private String offering = "";

    /** Makes the register; its changes are written past the checks of a change, which reading does not repeat. */
    @Setup
    public void make() throws IOException {
        folder = Files.createTempDirectory("history-bench");
        Pack pack = Copies.pack(OFFERINGS);
        RegisterStore open = RegisterStore.open(folder.resolve("register").toString(), Clock.systemUTC());
        open.importPack(pack, false, d -> Difference.Choice.TAKE, new Attribution(Copies.DAY, "bench", "bench"));
        store = List.of(open);
        offering = pack.offerings().get(1).id();
        List<StoredEntry> facts = RegisterRecord.of(pack).stream()
                .filter(r -> r.kind() == RegisterKey.Kind.FACT)
                .map(RegisterRecord::stored)
                .toList();
        Random random = new Random(7);
        Database.h2(H2File.at(H2File.path(folder.resolve("register").toString()))).write(handle -> {
            for (int i = 0; i < changes; i++) {
                List<StoredEntry> some = new ArrayList<>();
                for (int n = 0; n < FACTS_A_CHANGE; n++) {
                    some.add(facts.get(random.nextInt(facts.size())));
                }
                LocalDate day = Copies.DAY.plusDays(i % 100);
                long number = Entries.insert(
                        handle,
                        new Change(
                                0,
                                day,
                                Copies.DAY.plusDays(i).atStartOfDay().toInstant(ZoneOffset.UTC),
                                "bench",
                                "bench",
                                "",
                                Optional.empty(),
                                some.size(),
                                AuditTrail.START,
                                Optional.empty()));
                Entries.insert(handle, number, some);
            }
            return changes;
        });
        System.out.println("facts: " + facts.size() + ", changes: " + open.changes().size());
    }

    /** Closes it and takes it away. */
    @TearDown
    public void clear() throws IOException {
        store.getFirst().close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** The register as of the last day. */
    @Benchmark
    public Register asOf() {
        return store.getFirst().asOf(Copies.DAY.plusDays(200));
    }

    /** The register as it is known now, asked for by that time. */
    @Benchmark
    public Register asKnown() {
        return store.getFirst().asOf(Copies.DAY.plusDays(200), Instant.now());
    }

    /** All versions of one offering's parts. */
    @Benchmark
    public List<Version> history() {
        return store.getFirst().history(offering);
    }
}
