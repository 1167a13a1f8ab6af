package domicile.residency;

/** What one fact of the register says about an offering. */
public sealed interface FactValue
        permits Placement,
                Attestation,
                Retention,
                ZeroRetention,
                TrainingReuse,
                ModelFamilies,
                CorporateTie,
                TrustPortal,
                Headquarters,
                GoverningLaw,
                FactValue.Informative {

    /** A fact that no rule reads and a reader should know: other kinds than those of the rules, without an end. */
    non-sealed interface Informative extends FactValue {}

    /** Its kind, whose fields it has. */
    FactKind<?> factKind();

    /**
     * What the fact is about, unique within an offering but for conflicts: facts with one key and different values
     * disagree, and all of them stay.
     */
    default String key() {
        return factKind().key(this);
    }

    /**
     * What it is about where a narrower fact takes the place of a wider one: such a subject may be wider than its key.
     */
    default String subject() {
        return key();
    }

    /** How much of the offering it speaks for. */
    default AppliesTo appliesTo() {
        return AppliesTo.WHOLE;
    }

    /** The same said of another part of the offering; a value that always speaks for the whole stays as it is. */
    default FactValue applyingTo(AppliesTo part) {
        return this;
    }

    /** Whether both cannot be true of one thing. Never of facts that speak for different models or services. */
    default boolean contradicts(FactValue other) {
        return !equals(other) && key().equals(other.key());
    }

    /** Whether, of two that do not contradict each other, this is the one to rely on because it promises less. */
    default boolean promisesLessThan(FactValue other) {
        return false;
    }
}
