package domicile.scan.code;

/**
 * A word, a string or a sign of a source file.
 *
 * @param text of a string what is between its quotes, with escapes as they stand; of a value without quotes all of it
 * @param offset where it begins
 * @param end where it ends
 */
public record Token(Kind kind, String text, int offset, int end) {
    /** What a token is. */
    public enum Kind {
        WORD,
        STRING,
        /** A string that is a statement by itself. */
        DOCUMENT,
        SIGN,
        LINE_END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean word(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
