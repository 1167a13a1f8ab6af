package domicile.source;

import domicile.page.PageReader;
import domicile.page.PageText;
import domicile.page.Unit;
import domicile.register.Pack;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Source;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
 * Suggestions for the facts of the shipped register that cite the compiled page, on a page of 1 MB made of their words; and
 * a naive search for the unit that shares the most words with each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SuggestionsBenchmark {
    private final Register register = Pack.shipped().register(LocalDate.of(2026, 6, 30));
    private final Source source = register.source(0).orElseThrow();
    private PageText page = new PageText(List.of());

    @Setup
    public void make() {
        Random random = new Random(1);
        List<String> words = register.offerings().stream()
                .flatMap(o -> o.facts().stream())
                .flatMap(f -> FactQuestion.words(f.text()))
                .distinct()
                .toList();
        StringBuilder text = new StringBuilder();
        while (text.length() < 1_000_000) {
            text.append("Clause").append(text.length());
            for (int i = 0; i < 18; i++) {
                text.append(' ')
                        .append(
                                random.nextBoolean()
                                        ? words.get(random.nextInt(words.size()))
                                        : Integer.toString(2_000 + random.nextInt(3_000), 36));
            }
            text.append(".\n\n");
        }
        page = PageReader.read(text.toString().getBytes(StandardCharsets.UTF_8), "page.txt", Optional.empty());
    }

    /** The bar: at most 0.2 of {@link #naive}. The page is read already; its indexes are not. */
    @Benchmark
    public List<Suggestion> suggest() {
        return Suggestions.of(register, source, page);
    }

    /** The baseline: every fact's words in every unit. */
    @Benchmark
    public List<Integer> naive() {
        List<Integer> found = new ArrayList<>();
        for (Offering offering : register.offerings()) {
            for (Fact<?> fact : offering.facts()) {
                if (fact.citations().stream().anyMatch(c -> c.source() == source.number())) {
                    found.add(nearest(FactQuestion.of(register, offering, fact)));
                }
            }
        }
        return found;
    }

    private int nearest(Map<String, Double> question) {
        int best = 0;
        double most = -1;
        for (int i = 0; i < page.units().size(); i++) {
            Unit unit = page.units().get(i);
            Set<String> own = FactQuestion.words(unit.text()).collect(Collectors.toCollection(HashSet::new));
            double shared = question.entrySet().stream()
                    .filter(word -> own.contains(word.getKey()))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            if (shared > most) {
                most = shared;
                best = i;
            }
        }
        return best;
    }
}
