package domicile.search;

import domicile.desktop.kit.Names;
import domicile.desktop.register.Synthetic;
import domicile.ProgramFlags;
import domicile.register.Pack;
import domicile.residency.Attestation;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.OfferingFilter;
import domicile.residency.Place;
import domicile.residency.Register;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
 * Filtering synthetic offerings while somebody types and ticks, counts of every facet included. The baseline goes through
 * all offerings with the filter that the command line uses, without any counts; SQLite and DuckDB answer the same question,
 * see {@link SqlFilter}. Every answer is compared before anything is measured.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xmx3g", ProgramFlags.COLLECTOR, ProgramFlags.COMPILER, ProgramFlags.THRESHOLD})
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
@State(Scope.Benchmark)
public class FilterBenchmark {
    private static final List<Facet> TICKED = List.of(
            new Facet.Inside(Layer.INFERENCE, new Place.Bloc("EU")),
            new Facet.Inside(Layer.INFERENCE, new Place.Country("GB")),
            new Facet.Certification(Attestation.Kind.ISO_27001));

    private static final domicile.residency.Area AREA =
            new domicile.residency.Area(List.of(new Place.Bloc("EU"), new Place.Country("GB")));

    @Param({"1000", "10000", "100000"})
    int offerings;

    /** Nothing, one letter that matches nearly everything, a word that matches some, an id that is one offering's. */
    @Param({"", "e", "frankfurt", "offering-000471"})
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
                        Optional.of(AREA),
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

    /** A database with the same offerings. */
    @State(Scope.Benchmark)
    public static class Rival {
        @Param({"SQLITE", "DUCKDB"})
        SqlFilter.Engine engine = SqlFilter.Engine.SQLITE;

        private Optional<SqlFilter> filter = Optional.empty();

        /** Fills it, and compares the answers. */
        @Setup
        public void fill(FilterBenchmark ours) throws SQLException {
            filter = Optional.of(new SqlFilter(engine, ours.register.orElseThrow(), AREA, ours::text));
            ours.compare(filter.get());
        }
    }

    private String text(Offering o) {
        Register r = register.orElseThrow();
        return FacetIndex.text(o, r.areas(), Names.in(r.areas(), Locale.GERMAN), new HashMap<>());
    }

    private void compare(SqlFilter filter) throws SQLException {
        List<Offering> theirs = new ArrayList<>();
        for (int pos : filter.find(search)) {
            theirs.add(register.orElseThrow().offerings().get(pos));
        }
        if (!theirs.equals(indexed().shown())) {
            throw new IllegalStateException(theirs.size() + " offerings there, " + indexed().shown().size() + " here");
        }
    }

    /** The shown offerings' positions. */
    @Benchmark
    public List<Integer> rival(Rival rival) throws SQLException {
        return rival.filter.orElseThrow().find(search);
    }
}
