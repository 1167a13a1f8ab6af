package domicile.problem;

import java.util.Locale;
import java.util.ResourceBundle;

/** The program's sentences and words, by bundle. */
public final class Bundles {

    private Bundles() {}

    /**
     * A bundle in a language; English, whatever the machine speaks, where the language has none.
     *
     * @param name such as {@code domicile.problem.Problems}
     */
    public static ResourceBundle in(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
