package domicile.desktop.kit;

import domicile.assessment.FailureMode;
import domicile.assessment.Status;
import domicile.assessment.Verdict;
import domicile.residency.Attestation;
import domicile.residency.FactValue;
import domicile.residency.Offering;
import domicile.residency.Published;
import domicile.residency.TrainingReuse;
import domicile.residency.ZeroRetention;
import java.util.function.Function;

/**
 * A status as a symbol, a word and a colour: never by colour alone.
 *
 * @param symbol one character
 * @param word in the reader's language
 * @param style the style class that colours it
 */
public record Mark(String symbol, String word, String style) {
    /** The style class of what is shown to hold. */
    public static final String GOOD = "mark-good";
    /** The style class of what holds in part or can be had. */
    public static final String PART = "mark-part";
    /** The style class of what is shown not to hold. */
    public static final String BAD = "mark-bad";
    /** The style class of what nobody knows. */
    public static final String OPEN = "mark-open";
    /** The style class of what does not matter. */
    public static final String NONE = "mark-none";

    /** The symbol and the word. */
    public String text() {
        return symbol + " " + word;
    }

    /** What the register says about an attestation. */
    public static Mark of(Offering offering, Attestation.Kind kind, Texts texts) {
        return of(offering.published(kind), a -> attestation(a, texts), texts);
    }

    /**
     * What is published: a mark of its own where nobody says anything and where sources disagree, which no value's mark
     * can hide.
     */
    public static <V extends FactValue> Mark of(Published<V> published, Function<V, Mark> agreed, Texts texts) {
        return switch (published) {
            case Published.Silent<V> s -> new Mark("?", texts.get("mark.unknown"), OPEN);
            case Published.Disputed<V> d -> new Mark("!", texts.get("mark.conflict"), OPEN);
            case Published.Agreed<V> a -> agreed.apply(a.value());
        };
    }

    private static Mark attestation(Attestation a, Texts texts) {
        String level = a.level().map(l -> " " + texts.of(l)).orElse("");
        String word = texts.of(a.status()) + level;
        return switch (a.status()) {
            // an agency has to accept 20x first
            case HELD ->
                a.level().filter(l -> !l.revision5()).isPresent()
                        ? new Mark("◐", word, PART)
                        : new Mark("✓", word, GOOD);
            case SCOPED -> new Mark("◐", word, PART);
            case NOT_HELD -> new Mark("✗", word, BAD);
            case NOT_PUBLISHED -> new Mark("–", word, OPEN);
            case VERIFY -> new Mark("?", word, OPEN);
        };
    }

    /** How zero data retention is obtained. */
    public static Mark zdr(Offering offering, Texts texts) {
        return of(offering.zeroRetention(), published -> zdr(published.zdr(), texts), texts);
    }

    private static Mark zdr(ZeroRetention.Zdr z, Texts texts) {
        return switch (z) {
            case STATELESS -> new Mark("✓", texts.of(z), GOOD);
            case DEFAULT, ADDENDUM, APPROVAL, ENTERPRISE, CONFIGURABLE -> new Mark("◐", texts.of(z), PART);
            case VERIFY -> new Mark("?", texts.of(z), OPEN);
            case NOT_OFFERED -> new Mark("✗", texts.of(z), BAD);
        };
    }

    /** What is stated about training on prompts. */
    public static Mark training(Offering offering, Texts texts) {
        return of(offering.published(TrainingReuse.class), t -> training(t.reuse(), texts), texts);
    }

    /** One source's word about training. */
    public static Mark training(TrainingReuse.Reuse reuse, Texts texts) {
        return switch (reuse) {
            case NOT_USED_BY_DEFAULT -> new Mark("✓", texts.of(reuse), GOOD);
            case USED_BY_DEFAULT -> new Mark("✗", texts.of(reuse), BAD);
            case VERIFY -> new Mark("?", texts.of(reuse), OPEN);
        };
    }

    /** A requirement's status. */
    public static Mark of(Status status, Texts texts) {
        return switch (status) {
            case MET -> new Mark("✓", texts.of(status), GOOD);
            case CONDITIONAL -> new Mark("◐", texts.of(status), PART);
            case UNVERIFIED -> new Mark("?", texts.of(status), OPEN);
            case NOT_MET -> new Mark("✗", texts.of(status), BAD);
        };
    }

    /** An offering's verdict. */
    public static Mark of(Verdict verdict, Texts texts) {
        return switch (verdict) {
            case SUITABLE -> new Mark("✓", texts.of(verdict), GOOD);
            case CONDITIONAL -> new Mark("◐", texts.of(verdict), PART);
            case VERIFY_FIRST -> new Mark("?", texts.of(verdict), OPEN);
            case NOT_SUITABLE -> new Mark("✗", texts.of(verdict), BAD);
        };
    }

    /** A failure mode's state. */
    public static Mark of(FailureMode.State state, Texts texts) {
        return switch (state) {
            case FLAGGED -> new Mark("⚑", texts.of(state), BAD);
            case OPEN -> new Mark("?", texts.of(state), OPEN);
            case CLEARED -> new Mark("✓", texts.of(state), GOOD);
            case NOT_APPLICABLE -> new Mark("–", texts.of(state), NONE);
        };
    }
}
