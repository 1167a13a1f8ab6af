package domicile.document;

import domicile.page.Layout;
import domicile.page.QuoteFinder;
import domicile.page.Rectangle;
import domicile.page.Unit;
import domicile.problem.Sha256;
import domicile.residency.Evidence;
import domicile.residency.Register;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one document says that could settle a requirement of one offering. */
public final class ClauseReader {
    private static final Set<Warning> SILENT =
            EnumSet.of(Warning.NAMES_NO_PLACE, Warning.NAMES_NO_PRODUCT, Warning.SPEAKS_OF_STORAGE);

    private final DocumentFile file;
    private final ClauseFinder finder;
    private final DocumentQuotes quotes;
    private final Clauses clauses;

    /**
     * Reads the clauses.
     *
     * @param register by whose names products and places are known
     * @param offering that the document is for, when that is known
     */
    public ClauseReader(DocumentFile file, Register register, Optional<String> offering) {
        this.file = file;
        Layout layout = file.layout();
        this.finder = new ClauseFinder(layout, register, offering);
        this.quotes = new DocumentQuotes(file);
        this.clauses = new Clauses(
                file.name(),
                Sha256.PREFIX + file.sha256(),
                finder.language(),
                layout.pages(),
                layout.hasText(),
                finder.kinds());
    }

    public DocumentFile file() {
        return file;
    }

    /** What was found, kind by kind. */
    public Clauses clauses() {
        return clauses;
    }

    /**
     * The passage of words that somebody names, with what limits it and what it does not say, as it would be offered.
     *
     * @param quote the words, whatever units they are of
     * @param page that they begin on, where they stand more than once
     * @throws domicile.problem.ProblemException when they do not stand there, or not once
     */
    public Passage passage(Evidence.Kind kind, String quote, OptionalInt page) {
        if (!file.layout().hasText()) {
            throw DocumentProblem.CLAUSE_OF_SCAN.at(file.name());
        }
        if (quotes.places(quote).isEmpty()) {
            throw DocumentProblem.CLAUSE_NOT_THERE.at(file.name());
        }
        List<QuoteFinder.Found> here = quotes.places(quote, page);
        if (here.isEmpty()) {
            throw DocumentProblem.CLAUSE_NOT_ON_PAGE.at(file.name(), page.orElseThrow());
        }
        if (here.size() > 1) {
            throw DocumentProblem.CLAUSE_TWICE.at(file.name(), here.size());
        }
        return passage(kind, here.getFirst());
    }

    /** As {@link #passage}; empty where that refuses. */
    Optional<Passage> find(Evidence.Kind kind, String quote, OptionalInt page) {
        List<QuoteFinder.Found> here = quotes.places(quote, page);
        return here.size() == 1 ? Optional.of(passage(kind, here.getFirst())) : Optional.empty();
    }

    DocumentQuotes quotes() {
        return quotes;
    }

    private Passage passage(Evidence.Kind kind, QuoteFinder.Found found) {
        List<Passage> parts = finder.of(kind, found.first(), found.end());
        List<Rectangle> rectangles = file.layout().rectangles(found);
        boolean whole = parts.size() == 1 && parts.getFirst().rectangles().equals(rectangles);
        return new Passage(
                whole && Unit.unparted(parts.getFirst().quote()).equals(found.exact())
                        ? parts.getFirst().quote()
                        : found.exact(),
                page(rectangles.stream().findFirst()),
                page(rectangles.isEmpty() ? Optional.empty() : Optional.of(rectangles.getLast())),
                rectangles,
                values(parts),
                each(parts, Passage::hedges).stream()
                        .filter(h -> parts.stream().noneMatch(p -> p.quote().equals(h.quote())))
                        .toList(),
                warnings(parts),
                parts.stream().anyMatch(Passage::inserted),
                parts.stream().mapToDouble(Passage::score).max().orElse(0));
    }

    private static OptionalInt page(Optional<Rectangle> at) {
        return at.map(r -> OptionalInt.of(r.page())).orElse(OptionalInt.empty());
    }

    /** What several passages give together: the latest day, and of products the first one that is named. */
    private static Passage.Values values(List<Passage> parts) {
        List<Passage.Values> all = parts.stream().map(Passage::values).toList();
        return new Passage.Values(
                each(all, Passage.Values::places),
                each(all, Passage.Values::regions),
                all.stream().flatMap(v -> v.product().stream()).findFirst(),
                all.stream().flatMap(v -> v.date().stream()).max(Comparator.naturalOrder()),
                all.stream().flatMap(v -> v.documentDate().stream()).findFirst(),
                all.stream()
                        .map(Passage.Values::days)
                        .filter(OptionalInt::isPresent)
                        .findFirst()
                        .orElse(OptionalInt.empty()));
    }

    /** What no part says is not said; what one says besides is said. */
    private static Set<Warning> warnings(List<Passage> parts) {
        Set<Warning> all = EnumSet.noneOf(Warning.class);
        parts.stream()
                .flatMap(p -> p.warnings().stream())
                .filter(w -> !SILENT.contains(w)
                        || parts.stream().allMatch(p -> p.warnings().contains(w)))
                .forEach(all::add);
        return all;
    }

    private static <A, B> List<B> each(List<A> parts, Function<A, Collection<B>> of) {
        Stream<B> all = parts.stream().flatMap(p -> of.apply(p).stream());
        return List.copyOf(all.collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
