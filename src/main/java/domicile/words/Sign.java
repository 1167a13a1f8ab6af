package domicile.words;

/** What a status is drawn as, wherever it stands: a character, and the tone in which that is coloured. */
public enum Sign {
    GOOD("✓", Tone.GOOD),
    PART("◐", Tone.PART),
    BAD("✗", Tone.BAD),
    FLAG("⚑", Tone.BAD),
    UNKNOWN("?", Tone.OPEN),
    /** Sources disagree. */
    CONFLICT("!", Tone.OPEN),
    /** Nobody publishes it. */
    SILENT("–", Tone.OPEN),
    /** It does not matter. */
    NONE("–", Tone.NONE);

    /** What a colour says. */
    public enum Tone {
        GOOD,
        PART,
        BAD,
        /** Nobody knows. */
        OPEN,
        NONE
    }

    private final String symbol;
    private final Tone tone;

    Sign(String symbol, Tone tone) {
        this.symbol = symbol;
        this.tone = tone;
    }

    /** One character. */
    public String symbol() {
        return symbol;
    }

    public Tone tone() {
        return tone;
    }
}
