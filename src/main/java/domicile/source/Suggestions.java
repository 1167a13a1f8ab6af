package domicile.source;

import domicile.page.Bm25;
import domicile.page.PageText;
import domicile.page.QuoteFinder;
import domicile.page.Unit;
import domicile.problem.ProblemException;
import domicile.register.RegisterKey;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * For facts that cite a page without its words: the likeliest places where it says what they say. A person takes or
 * leaves them; nothing is quoted by a likeness alone.
 */
public final class Suggestions {
    private static final int MOST = 3;

    /** What stands around a unit, such as its heading, says less than its own words. */
    private static final double CONTEXT = 0.5;

    private final QuoteFinder finder;
    private final int units;
    private final Bm25 index;

    private Suggestions(PageText page) {
        this.finder = new QuoteFinder(page);
        this.units = page.units().size();
        this.index = new Bm25(texts(page.units()));
    }

    /** For each fact that cites the source without its words, in the order of the register. */
    public static List<Suggestion> of(Register register, Source source, PageText page) {
        Suggestions suggestions = new Suggestions(page);
        List<Suggestion> all = new ArrayList<>();
        for (Offering offering : register.offerings()) {
            for (Fact<?> fact : offering.facts()) {
                if (asksFor(fact, source)) {
                    all.add(suggestions.suggest(register, offering, fact));
                }
            }
        }
        return all;
    }

    /** For one fact; empty where it does not cite the source, or has its words already. */
    public static Optional<Suggestion> of(Register register, Source source, PageText page, RegisterKey part) {
        return register.offering(part.offering())
                .flatMap(offering -> offering.facts().stream()
                        .filter(f -> f.id().equals(part.key()) && asksFor(f, source))
                        .findFirst()
                        .map(f -> new Suggestions(page).suggest(register, offering, f)));
    }

    private static boolean asksFor(Fact<?> fact, Source source) {
        return fact.citations().stream().anyMatch(c -> c.source() == source.number() && !c.quoted());
    }

    private Suggestion suggest(Register register, Offering offering, Fact<?> fact) {
        double[] scores = index.scores(FactQuestion.of(register, offering, fact));
        List<QuoteFinder.Found> found = IntStream.range(0, units)
                .filter(unit -> scores[unit] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer unit) -> scores[unit])
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .flatMap(unit -> place(unit).stream())
                .limit(MOST)
                .toList();
        return new Suggestion(RegisterKey.fact(offering.id(), fact.id()), fact, found);
    }

    /** The unit as a quote; empty where it is no one place. */
    private Optional<QuoteFinder.Found> place(int unit) {
        try {
            return Optional.of(finder.at(unit, unit + 1));
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }

    private static List<Map<String, Double>> texts(List<Unit> units) {
        List<Map<String, Double>> texts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            if (i == 0 || unit.row() < 0 || unit.row() != units.get(i - 1).row()) {
                start = i;
            }
            Map<String, Double> words = new HashMap<>();
            add(words, 1, unit.words());
            add(words, CONTEXT, unit.head());
            if (start < i) {
                add(words, CONTEXT, units.get(start).words());
            }
            if (unit.heading() >= 0 && unit.heading() != i) {
                add(words, CONTEXT, units.get(unit.heading()).words());
            }
            texts.add(words);
        }
        return texts;
    }

    private static void add(Map<String, Double> words, double weight, String text) {
        FactQuestion.words(text).forEach(word -> words.merge(word, weight, Double::sum));
    }
}
