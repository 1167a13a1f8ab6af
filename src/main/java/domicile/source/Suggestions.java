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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SequencedSet;
import java.util.stream.IntStream;

/**
 * For facts that cite a page without its words: the likeliest places where it says what they say. A person takes or
 * leaves them; nothing is quoted by a likeness alone.
 */
public final class Suggestions {
    private static final int MOST = 3;

    private final QuoteFinder finder;
    private final List<Unit> units;
    private final Bm25 index;
    private final Map<Integer, Optional<QuoteFinder.Found>> places = new HashMap<>();

    private Suggestions(PageText page) {
        this.finder = new QuoteFinder(page);
        this.units = page.units();
        this.index = new Bm25(UnitWords.of(units));
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
        PriorityQueue<Integer> best = new PriorityQueue<>(
                Comparator.comparingDouble((Integer unit) -> -scores[unit]).thenComparing(Comparator.naturalOrder()));
        IntStream.range(0, units.size())
                .filter(unit -> scores[unit] > 0 && states(units.get(unit)))
                .forEach(best::add);
        SequencedSet<QuoteFinder.Found> found = new LinkedHashSet<>();
        while (found.size() < MOST && !best.isEmpty()) {
            places.computeIfAbsent(best.remove(), this::place).ifPresent(found::add);
        }
        return new Suggestion(RegisterKey.fact(offering.id(), fact.id()), fact, List.copyOf(found));
    }

    /** A heading names what the units below it state. */
    private static boolean states(Unit unit) {
        return unit.kind() != Unit.Kind.HEADING;
    }

    /** A unit as a quote, and the whole row of a cell that is no one place; empty where nothing is. */
    private Optional<QuoteFinder.Found> place(int unit) {
        int row = units.get(unit).row();
        return at(unit, unit + 1).or(() -> row < 0 ? Optional.empty() : at(edge(unit, -1), edge(unit, 1) + 1));
    }

    /** The first or the last unit of a row. */
    private int edge(int unit, int step) {
        int edge = unit;
        while (edge + step >= 0
                && edge + step < units.size()
                && units.get(edge + step).row() == units.get(unit).row()) {
            edge += step;
        }
        return edge;
    }

    private Optional<QuoteFinder.Found> at(int first, int end) {
        try {
            return Optional.of(finder.at(first, end));
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }
}
