package domicile.assessment;

import domicile.words.Words;
import java.util.List;
import java.util.Locale;

/**
 * One plain sentence of an assessment, kept as a key and its arguments so that it can be said in any language.
 *
 * @param key in the bundle {@code domicile.assessment.Sentences}
 * @param args texts, numbers, days, places and areas, enums that have a word, and sentences inside the sentence
 */
public record Sentence(String key, List<Object> args) {

    public Sentence {
        args = List.copyOf(args);
    }

    /** A sentence with these arguments. */
    public static Sentence of(String key, Object... args) {
        return new Sentence(key, List.of(args));
    }

    /** The sentence in a language; English where the language has no bundle. */
    public String in(Locale locale) {
        ArgumentFormatter spoken = new ArgumentFormatter(locale, Words.in(locale));
        Object[] said = args.stream().map(spoken::of).toArray();
        return SentencePatterns.in(locale).say(key, said);
    }

    /** The sentence in English, the language of the JSON contract: places by code and days as ISO 8601. */
    public String english() {
        return in(Locale.ROOT);
    }
}
