package domicile.desktop.kit;

import domicile.residency.Citation;
import domicile.residency.FactKind;
import domicile.residency.Source;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Hands a citation from where it is read to where its page is shown, and what is read of a source to where a fact is
 * begun from it; neither screen knows the other.
 */
public final class PageRequests {
    private Consumer<Citation> shows = citation -> {};
    private Consumer<Begun> begins = begun -> {};

    /**
     * What a fact is to be begun from.
     *
     * @param kind what the fact is likely about; it can be chosen otherwise
     * @param source whatever its number: it is added with the fact, unless the register has the same under any number
     * @param read the day
     * @param words what it says
     * @param because why the fact is added
     */
    public record Begun(
            String offering, FactKind<?> kind, Source source, LocalDate read, String words, String because) {}

    /** Tells who shows pages. */
    public void shownBy(Consumer<Citation> shown) {
        shows = shown;
    }

    /** Asks to see the words of a citation in their page. */
    public void ask(Citation citation) {
        shows.accept(citation);
    }

    /** Tells who begins facts. */
    public void begunBy(Consumer<Begun> begun) {
        begins = begun;
    }

    /** Asks to begin a fact. */
    public void begin(Begun begun) {
        begins.accept(begun);
    }
}
