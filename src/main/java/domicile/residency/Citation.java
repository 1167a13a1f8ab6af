package domicile.residency;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A source and the day that it was read.
 *
 * @param source the source's number in the register
 * @param read the day that the page was read
 * @param quote the words of the page that carry the fact; empty where nobody has picked them
 */
public record Citation(int source, LocalDate read, Optional<Quote> quote) {

    /** A citation without words. */
    public Citation(int source, LocalDate read) {
        this(source, read, Optional.empty());
    }

    /** Whether the words that carry the fact are in hand, and were not withdrawn. */
    public boolean quoted() {
        return quote.filter(q -> !q.withdrawn()).isPresent();
    }

    /** The same page with these words of it. */
    public Citation quoting(Quote words) {
        return new Citation(source, read, Optional.of(words));
    }

    /** Whether both name one page, read on one day. */
    public boolean samePage(Citation other) {
        return source == other.source && read.equals(other.read);
    }
}
