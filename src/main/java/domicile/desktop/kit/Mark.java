package domicile.desktop.kit;

import domicile.assessment.FailureMode;
import domicile.assessment.Signs;
import domicile.assessment.Status;
import domicile.assessment.UsageStatus;
import domicile.assessment.Verdict;
import domicile.residency.Attestation;
import domicile.residency.FactValue;
import domicile.residency.Offering;
import domicile.residency.Published;
import domicile.residency.TrainingReuse;
import domicile.words.Sign;
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
            case Published.Silent<V> s -> of(Sign.UNKNOWN, texts.get("mark.unknown"));
            case Published.Disputed<V> d -> of(Sign.CONFLICT, texts.get("mark.conflict"));
            case Published.Agreed<V> a -> agreed.apply(a.value());
        };
    }

    private static Mark of(Sign sign, String word) {
        return new Mark(sign.symbol(), word, style(sign.tone()));
    }

    private static String style(Sign.Tone tone) {
        return switch (tone) {
            case GOOD -> GOOD;
            case PART -> PART;
            case BAD -> BAD;
            case OPEN -> OPEN;
            case NONE -> NONE;
        };
    }

    private static Mark attestation(Attestation a, Texts texts) {
        String level = a.level().map(l -> " " + texts.of(l)).orElse("");
        return of(Signs.of(a), texts.of(a.status()) + level);
    }

    /** How zero data retention is obtained. */
    public static Mark zdr(Offering offering, Texts texts) {
        return of(offering.zeroRetention(), z -> of(Signs.of(z.zdr()), texts.of(z.zdr())), texts);
    }

    /** What is stated about training on prompts. */
    public static Mark training(Offering offering, Texts texts) {
        return of(offering.published(TrainingReuse.class), t -> training(t.reuse(), texts), texts);
    }

    /** One source's word about training. */
    public static Mark training(TrainingReuse.Reuse reuse, Texts texts) {
        return of(Signs.of(reuse), texts.of(reuse));
    }

    /** A requirement's status. */
    public static Mark of(Status status, Texts texts) {
        return of(Signs.of(status), texts.of(status));
    }

    /** What a place in a project comes to. */
    public static Mark of(UsageStatus status, Texts texts) {
        return of(Signs.of(status), texts.of(status));
    }

    /** An offering's verdict. */
    public static Mark of(Verdict verdict, Texts texts) {
        return of(Signs.of(verdict), texts.of(verdict));
    }

    /** A failure mode's state. */
    public static Mark of(FailureMode.State state, Texts texts) {
        return of(Signs.of(state), texts.of(state));
    }
}
