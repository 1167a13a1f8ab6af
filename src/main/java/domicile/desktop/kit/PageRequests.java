package domicile.desktop.kit;

import domicile.residency.Citation;
import java.util.function.Consumer;

/** Hands a citation from where it is read to where its page is shown; neither screen knows the other. */
public final class PageRequests {
    private Consumer<Citation> shows = citation -> {};

    /** Tells who shows pages. */
    public void shownBy(Consumer<Citation> shown) {
        shows = shown;
    }

    /** Asks to see the words of a citation in their page. */
    public void ask(Citation citation) {
        shows.accept(citation);
    }
}
