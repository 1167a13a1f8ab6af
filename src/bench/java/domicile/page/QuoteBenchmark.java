package domicile.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
 * 500 quotes against a newer page of 1 MB in which 25 of them are another sentence: the check, and a naive search for the
 * unit that is nearest to each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class QuoteBenchmark {
    private PageText old = new PageText(List.of());
    private PageText now = new PageText(List.of());
    private List<TextQuote> quotes = List.of();

    @Setup
    public void make() {
        Random random = new Random(1);
        List<String> sentences = new ArrayList<>();
        int letters = 0;
        while (letters < 1_000_000) {
            StringBuilder sentence = new StringBuilder("Clause ").append(sentences.size());
            for (int i = 0; i < 18; i++) {
                sentence.append(' ').append(Integer.toString(2_000 + random.nextInt(3_000), 36));
            }
            sentences.add(sentence.append('.').toString());
            letters += sentence.length() + 2;
        }
        old = page(sentences);
        List<TextQuote> chosen = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int at = i * (sentences.size() / 500);
            chosen.add(new TextQuote("q" + i, sentences.get(at), Optional.empty()));
            if (i % 20 == 0) {
                sentences.set(at, sentences.get(at).replaceFirst(" (\\w+)\\.$", " not $1."));
            }
        }
        quotes = List.copyOf(chosen);
        now = page(sentences);
    }

    private static PageText page(List<String> sentences) {
        return PageReader.read(
                String.join("\n\n", sentences).getBytes(StandardCharsets.UTF_8), "page.txt", Optional.empty());
    }

    /** The bar: at most 100 ms and 0.2 of {@link #naive}. Both texts are read already; their indexes are not. */
    @Benchmark
    public List<QuoteResult> check() {
        QuoteCheck check = new QuoteCheck(old, now);
        return quotes.stream().map(check::check).toList();
    }

    /** Once is enough: it takes more than a minute. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public List<String> naive() {
        List<String> found = new ArrayList<>();
        for (TextQuote quote : quotes) {
            List<String> words = WordLikeness.of(quote.text());
            double best = -1;
            String nearest = "";
            for (Unit unit : now.units()) {
                double like = WordLikeness.like(words, WordLikeness.of(unit.text()), 0, word -> 1);
                if (like > best) {
                    best = like;
                    nearest = unit.text();
                }
            }
            found.add(nearest);
        }
        return found;
    }
}
