package domicile.vendor;

import domicile.vendor.Answer.Polarity;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the words of an answer come to, in English, German and French. Words that are none of these stay words. */
final class AnswerWords {
    private static final Set<String> YES = Set.of("yes", "y", "ja", "j", "oui", "o");
    private static final Set<String> NO = Set.of("no", "n", "nein", "non");
    private static final Set<String> NOT_APPLICABLE = Set.of(
            "n/a",
            "na",
            "n.a.",
            "n. a.",
            "not applicable",
            "entfallt",
            "nicht zutreffend",
            "trifft nicht zu",
            "nicht anwendbar",
            "sans objet",
            "s/o",
            "so",
            "non applicable");
    private static final Set<String> PARTLY = Set.of(
            "partially",
            "partly",
            "partial",
            "in part",
            "teilweise",
            "zum teil",
            "partiellement",
            "en partie",
            "partiel");
    private static final Set<String> OPEN = Set.of(
            "tbd",
            "tbc",
            "to be determined",
            "to be confirmed",
            "open",
            "pending",
            "unknown",
            "offen",
            "noch offen",
            "unbekannt",
            "keine angabe",
            "k.a.",
            "k. a.",
            "a completer",
            "a confirmer",
            "en attente",
            "inconnu",
            "-",
            "?",
            "yes/no",
            "yes/no/n/a",
            "yes / no",
            "yes / no / n/a",
            "ja/nein",
            "ja / nein",
            "oui/non",
            "oui / non",
            "select",
            "please select",
            "select one",
            "bitte wahlen",
            "bitte auswahlen",
            "choisir",
            "veuillez choisir",
            "selectionner");
    private static final Set<String> TICKED = Set.of(
            "x", "(x)", "[x]", "xx", "*", "1", "true", "\u2713", "\u2714", "\u2611", "\u2612", "\u2717", "\u2718",
            "\u25CF", "\u2022");
    private static final Set<String> UNTICKED = Set.of("0", "false", "( )", "[ ]", "\u2610", "-");
    private static final Pattern FIRST = Pattern.compile(
            "(yes|ja|oui|no|nein|non|n/a|not applicable|entfallt|sans objet)\\s*[,.;:(-]\\s*\\S.*", Pattern.DOTALL);
    /** What limits a yes or a no: what follows may be the opposite. */
    private static final Pattern LIMITED = Pattern.compile(
            "\\b(but|except|unless|partial\\w*|partly|only|however|aber|ausser|ausgenommen|sofern|teilweise|nur|jedoch|"
                    + "mais|sauf|excepte|partiel\\w*|en partie|seulement|uniquement|toutefois|hors)\\b");

    private AnswerWords() {}

    static Polarity of(String text) {
        String said = folded(text);
        if (said.isEmpty() || OPEN.contains(said)) {
            return Polarity.OPEN;
        }
        Polarity whole = whole(said.replaceFirst("\\s*[.!]$", ""));
        if (whole != Polarity.TEXT) {
            return whole;
        }
        var first = FIRST.matcher(said);
        if (!first.matches()) {
            return Polarity.TEXT;
        }
        Polarity begins = whole(first.group(1));
        if (!limit(said)) {
            return begins;
        }
        return begins == Polarity.YES ? Polarity.PARTLY : Polarity.TEXT;
    }

    /** Whether a cell is ticked; empty where it holds something else. */
    static Optional<Boolean> ticked(String text) {
        String said = folded(text);
        if (said.isEmpty() || UNTICKED.contains(said)) {
            return Optional.of(false);
        }
        return TICKED.contains(said) || YES.contains(said) ? Optional.of(true) : Optional.empty();
    }

    /** Whether words limit what stands before or beside them. */
    static boolean limit(String text) {
        return LIMITED.matcher(folded(text)).find();
    }

    private static Polarity whole(String said) {
        if (YES.contains(said)) {
            return Polarity.YES;
        }
        if (NO.contains(said)) {
            return Polarity.NO;
        }
        if (NOT_APPLICABLE.contains(said)) {
            return Polarity.NOT_APPLICABLE;
        }
        return PARTLY.contains(said) ? Polarity.PARTLY : Polarity.TEXT;
    }

    /** In small letters without accents, with plain blanks. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("\u00DF", "ss")
                .replaceAll("[\\p{Pd}\\u2212]", "-")
                .replaceAll("[\\p{C}\\s\\u00A0]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
