package domicile.vendor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a vendor answered to one control of a published questionnaire. It is the vendor's word: no rule reads it, so
 * that no status rests on it.
 *
 * @param control with the framework and its version, such as {@code CAIQ-4.1.0:DSP-19.1}
 * @param requirements the ids of those that the control is about
 * @param said what stands in the answer's cell, or in the first remark's where that is blank; blank when both are
 * @param remark what the vendor adds; empty when there is nothing besides {@code said}
 * @param responsibility who is responsible, as the vendor says it
 * @param hidden whether its sheet, row or column is hidden in the file
 */
public record Answer(
        String control,
        List<String> requirements,
        Polarity polarity,
        Words said,
        Optional<Words> remark,
        Optional<Words> responsibility,
        boolean hidden) {
    public Answer {
        requirements = List.copyOf(requirements);
    }

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

    /** What it says for sure: true of a yes, false of a no, empty of everything else and where words limit it. */
    Optional<Boolean> plain() {
        return (polarity == Polarity.YES || polarity == Polarity.NO)
                        && remark.filter(r -> AnswerWords.limit(r.text())).isEmpty()
                ? Optional.of(polarity == Polarity.YES)
                : Optional.empty();
    }

    /** Whether it says what the control is about: in words, or by a yes or no that is itself a claim. */
    public boolean says() {
        return polarity == Polarity.TEXT
                || polarity == Polarity.PARTLY
                || remark.isPresent()
                || plain().isPresent() && Claim.of(control).isPresent();
    }

    /** What stands there, the remark too, each with its cell. */
    public List<Words> words() {
        return Stream.of(Optional.of(said).filter(w -> !w.text().isBlank()), remark, responsibility)
                .flatMap(Optional::stream)
                .toList();
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
