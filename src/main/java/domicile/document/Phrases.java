package domicile.document;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Any of some phrases, as they stand in the files of patterns: {@code *} before or after a word are any letters,
 * {@code a|b} one of several words, {@code ...} up to twelve words of the same sentence, {@code ^} the beginning of a
 * text.
 */
final class Phrases {
    private static final String LETTER = "[\\p{L}\\p{N}]";
    private static final String BETWEEN = "[^\\p{L}\\p{N};]{1,4}";
    private static final String SOME_WORDS = "(?:[\\p{L}\\p{N}]+[^\\p{L}\\p{N};]{1,4}){0,12}?";

    /**
     * One phrase.
     *
     * @param letters one of which stands in every text in which the phrase does: looked for first, since that is fast
     */
    private record Phrase(Pattern pattern, List<String> letters) {

        boolean mayBeIn(String lower) {
            return letters.stream().anyMatch(lower::contains);
        }
    }

    private final List<Phrase> phrases;
    private final Pattern atEnd;
    private final Pattern atStart;

    Phrases(List<String> phrases) {
        List<String> regexes = phrases.stream().map(Phrases::regex).toList();
        this.phrases = IntStream.range(0, phrases.size())
                .mapToObj(i -> new Phrase(Pattern.compile(regexes.get(i)), letters(lower(phrases.get(i)))))
                .toList();
        String any = String.join("|", regexes);
        this.atEnd = Pattern.compile("(?:" + any + ")[^\\p{L}\\p{N}]{0,4}$");
        this.atStart = Pattern.compile("^[^\\p{L}\\p{N}]{0,3}(?:" + any + ")");
    }

    /** A text in the form in which phrases are looked for. */
    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean in(String lower) {
        return phrases.stream()
                .anyMatch(p -> p.mayBeIn(lower) && p.pattern().matcher(lower).find());
    }

    /** Where the phrases stand, in the order of the text. */
    List<MatchResult> all(String lower) {
        return phrases.stream()
                .filter(p -> p.mayBeIn(lower))
                .flatMap(p -> p.pattern().matcher(lower).results())
                .sorted(Comparator.comparingInt(MatchResult::start))
                .toList();
    }

    boolean ends(String lower) {
        return phrases.stream().anyMatch(p -> p.mayBeIn(lower))
                && atEnd.matcher(lower).find();
    }

    boolean begins(String lower) {
        return atStart.matcher(lower).find();
    }

    /** The letters of the word by which a phrase is told apart best. */
    private static List<String> letters(String phrase) {
        return Arrays.stream(phrase.replace("^", "").split(" "))
                .filter(word -> !word.equals("..."))
                .map(word -> Arrays.stream(word.split("\\|"))
                        .map(one -> one.replace("*", ""))
                        .toList())
                .max(Comparator.comparingInt(
                        one -> one.stream().mapToInt(String::length).min().orElse(0)))
                .orElse(List.of());
    }

    private static String regex(String phrase) {
        String words = lower(phrase);
        boolean start = words.startsWith("^");
        StringBuilder regex = new StringBuilder(start ? "^[^\\p{L}\\p{N}]{0,3}" : "(?<!" + LETTER + ")");
        boolean gap = true;
        for (String word : (start ? words.substring(1).strip() : words).split(" ")) {
            if (word.equals("...")) {
                regex.append(gap ? "" : BETWEEN).append(SOME_WORDS);
                gap = true;
            } else {
                regex.append(gap ? "" : BETWEEN).append(word(word));
                gap = false;
            }
        }
        return regex.append("(?!" + LETTER + ")").toString();
    }

    private static String word(String word) {
        return Arrays.stream(word.split("\\|"))
                .map(one -> (one.startsWith("*") ? LETTER + "*" : "")
                        + Pattern.quote(one.replace("*", ""))
                        + (one.endsWith("*") ? LETTER + "*" : ""))
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
