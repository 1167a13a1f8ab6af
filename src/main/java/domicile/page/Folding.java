package domicile.page;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What makes two writings of the same words equal: Unicode NFC; white space is one blank; soft hyphens and zero-width
 * signs go; quotation marks and dashes have one form; bullets are no words. Numbers, letters, capitals and punctuation
 * stay as they are.
 */
final class Folding {
    private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060-\\u2064\\uFEFF\\uFFFC]");
    private static final Pattern DOUBLE = Pattern.compile("[\\u201C-\\u201F\\u00AB\\u00BB\\u2033]");
    private static final Pattern SINGLE = Pattern.compile("[\\u2018-\\u201B\\u2032\\u2039\\u203A]");
    private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    /** Marks of emphasis that a converter left in the text. */
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*(\\S(?:[^*]*\\S)?)\\*\\*");

    private static final Pattern BULLET = Pattern.compile(
            "(?<=^|[\\s\\u00A0])[\\u2022\\u2023\\u2043\\u25AA\\u25AB\\u25CB\\u25CF\\u25E6\\u25A0\\u2219\\uF0B7\\u27A2](?=[\\s\\u00A0]|$)");
    private static final Pattern SPACE =
            Pattern.compile("[\\s\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\u0085]+");
    /** Ligatures that fonts have for two or three letters. */
    private static final Pattern LIGATURE = Pattern.compile("[\\uFB00-\\uFB06]");

    private Folding() {}

    /** A text with one form for what is written in several. */
    static String fold(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFC);
        folded = UNSEEN.matcher(folded).replaceAll("");
        folded = LIGATURE.matcher(folded).replaceAll(m -> Normalizer.normalize(m.group(), Normalizer.Form.NFKC));
        folded = DOUBLE.matcher(folded).replaceAll("\"");
        folded = SINGLE.matcher(folded).replaceAll("'");
        folded = DASH.matcher(folded).replaceAll("-");
        folded = EMPHASIS.matcher(folded).replaceAll("$1");
        folded = BULLET.matcher(folded).replaceAll(" ");
        return SPACE.matcher(folded).replaceAll(" ").strip();
    }

    /** A folded text without its blanks: formats set them differently between the same words. */
    static String key(String folded) {
        return folded.replace(" ", "");
    }
}
