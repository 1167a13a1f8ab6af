package domicile.page;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What makes two writings of the same words equal: Unicode NFC; white space is one blank; soft hyphens and zero-width
 * signs go; quotation marks and dashes have one form; bullets are no words. Numbers, letters, capitals and punctuation
 * stay as they are.
 */
final class Folding {
    private static final String UNSEEN =
            "\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\u2061\u2062\u2063\u2064\uFEFF\uFFFC";
    private static final String DOUBLE = "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033";
    private static final String SINGLE = "\u2018\u2019\u201A\u201B\u2032\u2039\u203A";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
    private static final String BULLETS = "\u2022\u2023\u2043\u25AA\u25AB\u25CB\u25CF\u25E6\u25A0\u2219\uF0B7\u27A2";
    /** Marks of emphasis that a converter left in the text. */
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*(\\S(?:[^*]*\\S)?)\\*\\*");

    private Folding() {}

    /** A text with one form for what is written in several. */
    static String fold(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (blank(c) || bullet(composed, i)) {
                if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                    folded.append(' ');
                }
            } else if (c < 0x80) {
                folded.append(c);
            } else if (UNSEEN.indexOf(c) < 0) {
                folded.append(shape(c));
            }
        }
        String said = folded.toString().strip();
        return said.contains("**") ? EMPHASIS.matcher(said).replaceAll("$1") : said;
    }

    /** The one form of a quotation mark, a dash or a ligature; any other letter as it is. */
    private static String shape(char c) {
        if (DOUBLE.indexOf(c) >= 0) {
            return "\"";
        }
        if (SINGLE.indexOf(c) >= 0) {
            return "'";
        }
        if (DASHES.indexOf(c) >= 0) {
            return "-";
        }
        return c >= '\uFB00' && c <= '\uFB06'
                ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)
                : String.valueOf(c);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    private static boolean bullet(String text, int at) {
        return BULLETS.indexOf(text.charAt(at)) >= 0
                && (at == 0 || blank(text.charAt(at - 1)))
                && (at + 1 == text.length() || blank(text.charAt(at + 1)));
    }

    /** A folded text without its blanks: formats set them differently between the same words. */
    static String key(String folded) {
        return folded.replace(" ", "");
    }
}
