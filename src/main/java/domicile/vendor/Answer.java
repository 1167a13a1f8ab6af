package domicile.vendor;

import java.util.Optional;

/**
 * What a vendor answered to one control of a published questionnaire. It is the vendor's word: no rule reads it, so
 * that no status rests on it.
 *
 * @param control with the framework and its version, such as {@code CAIQ-4.1.0:DSP-19.1}
 * @param said what stands in the answer's cell, or in the first remark's where that is blank; blank when both are
 * @param remark what the vendor adds; empty when there is nothing besides {@code said}
 * @param responsibility who is responsible, as the vendor says it
 * @param hidden whether its sheet, row or column is hidden in the file
 */
public record Answer(
        String control,
        Polarity polarity,
        Words said,
        Optional<Words> remark,
        Optional<Words> responsibility,
        boolean hidden) {

    /** Whether the vendor has left it open. */
    public boolean open() {
        return polarity == Polarity.OPEN;
    }

    /** Whether it says the same, wherever it stands. */
    boolean sameWords(Answer other) {
        return polarity == other.polarity
                && said.text().equals(other.said.text())
                && remark.map(Words::text).equals(other.remark.map(Words::text))
                && responsibility.map(Words::text).equals(other.responsibility.map(Words::text));
    }

    /**
     * The vendor's own words and where they stand.
     *
     * @param cell such as {@code CAIQ!C12}; of merged cells the first
     */
    public record Words(String cell, String text) {}

    /** What an answer comes to. */
    public enum Polarity {
        YES,
        NO,
        /** Yes in part, or yes with words that limit it. */
        PARTLY,
        NOT_APPLICABLE,
        /** Words that are none of these. */
        TEXT,
        /** Nothing was answered, or only that it will be. */
        OPEN
    }
}
