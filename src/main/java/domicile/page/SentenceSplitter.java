package domicile.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where sentences end, in English, German and French. Where it is in doubt a sentence goes on: what is judged as a
 * whole is then more and not less.
 */
final class SentenceSplitter {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g", "i.e", "inc", "ltd", "co", "corp", "llc", "no", "nos", "art", "arts", "sec", "vs", "etc", "cf", "al",
            "st", "mr", "mrs", "ms", "dr", "prof", "u.s", "u.k", "u.s.c", "approx", "dept", "est", "fig", "para",
            "paras", "resp", "z.b", "d.h", "bzw", "ggf", "usw", "abs", "nr", "ziff", "vgl", "ca", "gem", "inkl", "zzgl",
            "str", "u.a", "s.a", "p.ex", "art.", "al.", "m", "mme", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
            "sep", "sept", "oct", "nov", "dec", "a.m", "p.m", "o.ä", "i.d.r", "i.v.m", "ex", "n");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.)+\\p{L}");
    /** A day as German writes it: its stop ends no sentence. */
    static final Pattern DAY =
            Pattern.compile("(?<!\\d)\\d{1,2}\\. (?:Jan|Feb|M\u00E4rz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)");

    private static final String CLOSING = "\"')]";

    private SentenceSplitter() {}

    /** The sentences of a folded paragraph, in order; together they are the paragraph. */
    static List<String> split(String text) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (".!?".indexOf(text.charAt(i)) < 0) {
                continue;
            }
            int end = i + 1;
            while (end < text.length()
                    && (CLOSING.indexOf(text.charAt(end)) >= 0 || ".!?".indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
            if (end < text.length()
                    && text.charAt(end) == ' '
                    && begins(text, end + 1)
                    && !DAY.matcher(text.substring(Math.max(from, i - 2), Math.min(text.length(), end + 10)))
                            .find()
                    && !abbreviation(text, from, i)) {
                sentences.add(text.substring(from, end));
                from = end + 1;
            }
            i = end - 1;
        }
        if (from < text.length()) {
            sentences.add(text.substring(from));
        }
        return sentences;
    }

    private static boolean begins(String text, int at) {
        int i = at;
        while (i < text.length() && "\"'([".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i < text.length()
                && (Character.isUpperCase(text.charAt(i))
                        || Character.isDigit(text.charAt(i))
                        || Character.isIdeographic(text.charAt(i)));
    }

    /** Whether the stop at an index belongs to the word before it: an abbreviation, an initial or a bare number. */
    private static boolean abbreviation(String text, int from, int stop) {
        if (text.charAt(stop) != '.') {
            return false;
        }
        int start = stop;
        while (start > from && text.charAt(start - 1) != ' ') {
            start--;
        }
        String word = text.substring(start, stop).replaceFirst("^[\"'(\\[]+", "");
        boolean number =
                !word.isEmpty() && word.chars().allMatch(Character::isDigit) && word.length() <= 3 && start == from;
        return (word.length() == 1 && Character.isLetter(word.charAt(0)))
                || number
                || INITIALS.matcher(word).matches()
                || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }
}
