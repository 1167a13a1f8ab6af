package domicile.desktop.help;

import domicile.desktop.kit.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The terms in a reader's language, to be searched. */
final class Glossary {

    /** One term, what it means, and where that comes from. */
    record Entry(Term term, String name, String text, String source) {}

    private final List<Entry> entries;

    Glossary(Texts texts) {
        java.text.Collator collator = java.text.Collator.getInstance(texts.locale());
        this.entries = Arrays.stream(Term.values())
                .map(t -> new Entry(t, texts.of(t), texts.get("TermText." + t), source(t, texts)))
                .sorted(Comparator.comparing(Entry::name, collator))
                .toList();
    }

    private static String source(Term term, Texts texts) {
        return term.source() instanceof Term.Origin origin
                ? texts.of(origin)
                : term.source().toString();
    }

    /** The terms that hold all words of a search, by the alphabet. */
    List<Entry> find(String search) {
        String[] words = search.toLowerCase(Locale.ROOT).strip().split("\\s+");
        return entries.stream()
                .filter(e -> {
                    String all = (e.name() + " " + e.text() + " " + e.source()).toLowerCase(Locale.ROOT);
                    return Arrays.stream(words).allMatch(all::contains);
                })
                .toList();
    }
}
