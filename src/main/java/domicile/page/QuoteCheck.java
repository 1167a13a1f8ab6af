package domicile.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds quotes of one text in a newer one. The units that a quote touches are compared as a whole, letter by letter but
 * for blanks; a passage that is only like them is shown and never counts.
 */
public final class QuoteCheck {
    /** From which share of common words a passage is shown as what took a quote's place. */
    private static final double LIKE = 0.3;

    /** How many units a passage has that is shown for one that is gone. */
    private static final int WIDEST = 4;

    private static final int CANDIDATES = 12;

    private final TextIndex old;
    private final Places places;
    private final TextIndex now;

    public QuoteCheck(PageText old, PageText now) {
        this.old = new TextIndex(old);
        this.places = new Places(this.old);
        this.now = new TextIndex(now);
    }

    /** What has become of a quote. */
    public QuoteResult check(TextQuote quote) {
        List<TextIndex.Span> said = places.of(quote.text());
        if (said.isEmpty()) {
            return new QuoteResult(
                    quote.id(),
                    QuoteState.NOT_QUOTED,
                    false,
                    Unit.Kind.LINE,
                    quote.text(),
                    Optional.empty(),
                    0,
                    Optional.empty());
        }
        if (said.size() == 1 || places.twins(said)) {
            return judged(quote, new Passage(said.getFirst()), false);
        }
        Optional<TextIndex.Span> meant = quote.row().flatMap(row -> places.inRow(said, row));
        QuoteResult any = judged(quote, new Passage(meant.orElse(said.getFirst())), true);
        if (any.state() != QuoteState.AMBIGUOUS) {
            return any;
        }
        Optional<QuoteState> withRow = meant.map(span -> withRow(new Passage(span)));
        return new QuoteResult(
                any.id(), any.state(), any.cosmetic(), any.unit(), any.old(), any.now(), any.places(), withRow);
    }

    /** The units of the older text that a quote touches. */
    private final class Passage {
        private final int first;
        private final int end;

        Passage(TextIndex.Span span) {
            int[] touched = old.touched(span);
            this.first = touched[0];
            this.end = touched[1];
        }

        String text() {
            return old.text(first, end);
        }

        String key() {
            return old.key(first, end);
        }

        boolean inRow() {
            return old.units().get(first).row() >= 0;
        }

        boolean wholeRow() {
            return inRow() && first == old.rowStart(first) && end >= old.rowEnd(first);
        }

        Optional<String> rowName() {
            return old.rowName(first);
        }

        Unit.Kind kind() {
            if (end - first == 1) {
                return old.units().get(first).kind();
            }
            return inRow() ? Unit.Kind.ROW : Unit.Kind.PARAGRAPH;
        }
    }

    private QuoteResult judged(TextQuote quote, Passage passage, boolean severalBefore) {
        List<TextIndex.Span> stand = now.whole(passage.key());
        if (!severalBefore) {
            stand = inSameRow(passage, stand);
        }
        if (stand.size() > 1 || (severalBefore && !stand.isEmpty())) {
            return new QuoteResult(
                    quote.id(),
                    QuoteState.AMBIGUOUS,
                    !severalBefore,
                    passage.kind(),
                    passage.text(),
                    Optional.of(passage.text()),
                    stand.size(),
                    Optional.empty());
        }
        if (stand.size() == 1) {
            return new QuoteResult(
                    quote.id(),
                    inPlace(passage, stand.getFirst()) ? QuoteState.SAME : QuoteState.MOVED,
                    false,
                    passage.kind(),
                    passage.text(),
                    Optional.of(passage.text()),
                    1,
                    Optional.empty());
        }
        Optional<String> nearest = nearest(passage);
        return new QuoteResult(
                quote.id(),
                nearest.isPresent() ? QuoteState.CHANGED : QuoteState.GONE,
                nearest.filter(near -> Cosmetics.only(passage.text(), near)).isPresent(),
                passage.kind(),
                passage.text(),
                nearest,
                0,
                Optional.empty());
    }

    private QuoteState withRow(Passage passage) {
        List<TextIndex.Span> whole = now.whole(passage.key());
        List<TextIndex.Span> stand = passage.inRow()
                ? inSameRow(passage, whole)
                : whole.stream()
                        .filter(span -> old.label(passage.first).equals(now.label(now.touched(span)[0])))
                        .toList();
        return switch (stand.size()) {
            case 0 -> nearest(passage).isPresent() ? QuoteState.CHANGED : QuoteState.GONE;
            case 1 -> QuoteState.SAME;
            default -> QuoteState.AMBIGUOUS;
        };
    }

    /** The places in the row of which all cells before are equal; where there is none, in one of the same name. */
    private List<TextIndex.Span> inSameRow(Passage passage, List<TextIndex.Span> stand) {
        List<TextIndex.Span> named =
                stand.stream().filter(span -> sameRow(passage, span)).toList();
        if (!passage.inRow()) {
            return named;
        }
        List<TextIndex.Span> exact = named.stream()
                .filter(span -> {
                    int at = now.touched(span)[0];
                    return now.units().get(at).row() >= 0
                            && now.key(now.rowStart(at), at)
                                    .equals(old.key(old.rowStart(passage.first), passage.first));
                })
                .toList();
        return exact.isEmpty() ? inSameColumn(passage, named) : exact;
    }

    /**
     * A cell is the same only in its column: where a row says one thing of several, as {@code Yes} of two
     * certifications, the cell that still says it may be the other one. Where nothing names the columns, no fewer cells
     * than before may say it.
     */
    private List<TextIndex.Span> inSameColumn(Passage passage, List<TextIndex.Span> named) {
        String head = old.head(passage.first);
        boolean known = !head.isEmpty()
                && named.stream()
                        .map(span -> now.touched(span)[0])
                        .anyMatch(at -> IntStream.range(now.rowStart(at), now.rowEnd(at))
                                .anyMatch(i -> now.head(i).equals(head)));
        if (known) {
            return named.stream()
                    .filter(span -> now.head(now.touched(span)[0]).equals(head))
                    .toList();
        }
        long before = IntStream.range(old.rowStart(passage.first), old.rowEnd(passage.first))
                .filter(i -> old.key(i, i + 1).equals(passage.key()))
                .count();
        return named.size() < before ? List.of() : named;
    }

    /** A cell is the same only in the row of the same name: the words of another row are other words. */
    private boolean sameRow(Passage passage, TextIndex.Span span) {
        if (!passage.inRow() || passage.wholeRow() || old.rowStart(passage.first) == passage.first) {
            return true;
        }
        int at = now.touched(span)[0];
        String name = passage.rowName().orElse("");
        Optional<String> other = now.rowName(at);
        if (other.isPresent()) {
            return other.get().equals(name);
        }
        // a format without rows: the name stands a little before
        int back = passage.first - old.rowStart(passage.first);
        for (int i = at - 1; i >= 0 && i >= at - back - 2; i--) {
            if (now.key(i, i + 1).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a passage stands under the heading that it stood under, or beside the unit that it stood beside. */
    private boolean inPlace(Passage passage, TextIndex.Span span) {
        int[] touched = now.touched(span);
        String heading = old.heading(passage.first);
        String under = now.heading(touched[0]);
        if (heading.equals(under)) {
            return true;
        }
        boolean before = passage.first > 0
                && touched[0] > 0
                && old.key(passage.first - 1, passage.first).equals(now.key(touched[0] - 1, touched[0]));
        boolean after = passage.end < old.units().size()
                && touched[1] < now.units().size()
                && old.key(passage.end, passage.end + 1).equals(now.key(touched[1], touched[1] + 1));
        return before && after;
    }

    /** The passage that is most like one that is gone; empty where none is like enough. */
    private Optional<String> nearest(Passage passage) {
        String text = passage.text();
        if (passage.inRow()) {
            return row(passage);
        }
        List<String> words = WordLikeness.of(text);
        double best = 0;
        String found = "";
        int span = Math.min(WIDEST, passage.end - passage.first);
        for (int unit : now.like(text, CANDIDATES)) {
            if (old.holds(now.key(unit, unit + 1))) {
                // it stood there before: it took nobody's place
                continue;
            }
            for (int first = Math.max(0, unit - span + 1); first <= unit; first++) {
                for (int end = first + 1; end <= Math.min(now.units().size(), first + span + 1); end++) {
                    if (end <= unit) {
                        continue;
                    }
                    String other = now.text(first, end);
                    double like = WordLikeness.like(words, WordLikeness.of(other), Math.max(best, LIKE), now::weight);
                    if (like > best) {
                        best = like;
                        found = other;
                    }
                }
            }
        }
        return best >= LIKE ? Optional.of(found) : Optional.empty();
    }

    /** The row of the same name, as it reads now. */
    private Optional<String> row(Passage passage) {
        String name = passage.rowName().orElse("");
        for (int i = 0; i < now.units().size(); i++) {
            if (now.units().get(i).row() >= 0
                    && now.rowStart(i) == i
                    && now.key(i, i + 1).equals(name)) {
                return Optional.of(now.text(i, now.rowEnd(i)));
            }
        }
        // a format without rows: as many units as the row had, from its name on
        int units = passage.end - old.rowStart(passage.first);
        return now.first(name).map(at -> now.text(at, Math.min(now.units().size(), at + units)));
    }
}
