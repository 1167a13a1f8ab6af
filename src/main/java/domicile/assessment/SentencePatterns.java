package domicile.assessment;

import domicile.problem.Bundles;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The sentences of one language, each read once: reading one takes longer than saying it. */
final class SentencePatterns {
    private static final Map<Locale, SentencePatterns> MADE = new ConcurrentHashMap<>();

    private final Locale locale;
    private final ResourceBundle bundle;
    private final Map<String, MessageFormat> read = new ConcurrentHashMap<>();

    private SentencePatterns(Locale locale) {
        this.locale = locale;
        this.bundle = Bundles.in("domicile.assessment.Sentences", locale);
    }

    /** Those of a language; English where it has no bundle. */
    static SentencePatterns in(Locale locale) {
        return MADE.computeIfAbsent(locale, SentencePatterns::new);
    }

    /** A sentence with what it says filled in. */
    String say(String key, Object[] said) {
        MessageFormat pattern = read.computeIfAbsent(key, k -> new MessageFormat(bundle.getString(k), locale));
        synchronized (pattern) { // one at a time, as its own documentation asks for
            return pattern.format(said);
        }
    }
}
