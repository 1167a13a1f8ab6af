package domicile.desktop.kit;

import java.util.List;
import java.util.function.Consumer;

/** Hands offerings from where they are chosen to where they are compared; neither screen knows the other. */
public final class CompareRequests {
    private Consumer<List<String>> shows = offerings -> {};

    /** Tells who compares them. */
    public void shownBy(Consumer<List<String>> compares) {
        shows = compares;
    }

    /** Asks to see these offerings side by side, by their ids. */
    public void ask(List<String> offerings) {
        shows.accept(offerings);
    }
}
