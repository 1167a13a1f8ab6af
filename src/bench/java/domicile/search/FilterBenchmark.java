package domicile.search;

import domicile.desktop.kit.Names;
import domicile.desktop.register.Synthetic;
import domicile.ProgramFlags;
import domicile.register.Pack;
import domicile.residency.Attestation;
import domicile.residency.Layer;
import domicile.residency.OfferingFilter;
import domicile.residency.Place;
import domicile.residency.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Filtering 100,000 synthetic offerings while somebody types and ticks, counts of every facet included. The baseline goes through
 * all offerings with the filter that the command line uses, without any counts.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xmx3g", ProgramFlags.COLLECTOR, ProgramFlags.COMPILER, ProgramFlags.THRESHOLD})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class FilterBenchmark {
    private static final List<Facet> TICKED = List.of(
            new Facet.Inside(Layer.INFERENCE, new Place.Bloc("EU")),
            new Facet.Inside(Layer.INFERENCE, new Place.Country("GB")),
            new Facet.Certification(Attestation.Kind.ISO_27001));

    @Param("100000")
    int offerings;

    /** One letter matches nearly everything, a word some, an id one, nonsense none. */
    @Param({"", "e", "frankfurt", "offering 4711", "zzz"})
    String search = "";

    private Optional<FacetIndex> index = Optional.empty();
    private Optional<Register> register = Optional.empty();

    /** Makes the register and its index. */
    @Setup
    public void make() {
        Register made = Synthetic.register(Pack.shipped().register(LocalDate.parse("2026-06-30")), offerings, 7);
        register = Optional.of(made);
        index = Optional.of(new FacetIndex(made, Names.in(made.areas(), Locale.GERMAN)));
    }

    /** Shown offerings and the count of every facet. */
    @Benchmark
    public FacetIndex.Result indexed() {
        return index.orElseThrow().filter(TICKED, search);
    }

    /** Shown offerings alone. */
    @Benchmark
    public int baseline() {
        Register r = register.orElseThrow();
        return new OfferingFilter(
                        Optional.of(new domicile.residency.Area(List.of(new Place.Bloc("EU"), new Place.Country("GB")))),
                        Optional.empty(),
                        Set.of(Attestation.Kind.ISO_27001),
                        Optional.empty(),
                        false,
                        false,
                        false,
                        Set.of(),
                        search)
                .apply(r)
                .size();
    }
}
