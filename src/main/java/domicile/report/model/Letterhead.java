package domicile.report.model;

import java.util.Optional;

/**
 * Whose report it is.
 *
 * @param name the organisation's, safe to show; blank when none was given
 */
public record Letterhead(String name, Optional<Logo> logo) {
    /** Nobody's: Domicile stands alone on the page. */
    public static final Letterhead NONE = new Letterhead("", Optional.empty());

    private static final int LONGEST_NAME = 120;

    public Letterhead {
        name = CleanText.cut(CleanText.of(name).strip(), LONGEST_NAME);
    }

    /** Whether there is anything to show. */
    public boolean shown() {
        return !name.isEmpty() || logo.isPresent();
    }
}
