package domicile.residency;

import java.util.List;
import java.util.Optional;

/** What one fact of the register says about an offering. */
public sealed interface FactValue
        permits Placement,
                Attestation,
                FactValue.Retention,
                FactValue.ZeroRetention,
                FactValue.TrainingReuse,
                FactValue.ModelFamilies,
                FactValue.CorporateTie,
                FactValue.TrustPortal,
                FactValue.Headquarters,
                FactValue.GoverningLaw,
                FactValue.Note {

    /**
     * What the fact is about, unique within an offering but for conflicts: facts with one key and different values disagree, and
     * all of them stay.
     */
    String key();

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
        return key().equals(other.key()) && !equals(other);
    }

    /** Whether, of two that do not contradict each other, this is the one to rely on because it promises less. */
    default boolean promisesLessThan(FactValue other) {
        return false;
    }

    /**
     * For how long prompts and outputs are kept by default.
     *
     * @param days days, 0 when nothing is written
     * @param from the first day that this default is in force; empty when it always was
     * @param what what is kept, such as {@code API logs}
     */
    record Retention(int days, Optional<PublishedDate> from, String what, AppliesTo appliesTo) implements FactValue {

        /** Of the whole offering. */
        public Retention(int days, Optional<PublishedDate> from, String what) {
            this(days, from, what, AppliesTo.WHOLE);
        }

        @Override
        public Retention applyingTo(AppliesTo part) {
            return new Retention(days, from, what, part);
        }

        @Override
        public String key() {
            return "retention/" + from.map(PublishedDate::text).orElse("") + appliesTo.suffix();
        }

        @Override
        public boolean contradicts(FactValue other) {
            return other instanceof Retention r && key().equals(r.key()) && days != r.days;
        }
    }

    /** Whether zero data retention can be had, and how. */
    record ZeroRetention(Zdr zdr, AppliesTo appliesTo) implements FactValue {

        /** Of the whole offering. */
        public ZeroRetention(Zdr zdr) {
            this(zdr, AppliesTo.WHOLE);
        }

        @Override
        public ZeroRetention applyingTo(AppliesTo part) {
            return new ZeroRetention(zdr, part);
        }

        @Override
        public String key() {
            return "zdr" + appliesTo.suffix();
        }
    }

    /** How zero data retention is obtained. */
    enum Zdr {
        STATELESS,
        DEFAULT,
        ADDENDUM,
        APPROVAL,
        ENTERPRISE,
        CONFIGURABLE,
        VERIFY,
        NOT_OFFERED;

        /** Whether a buyer can obtain it, or has it: anything but {@link #VERIFY} and {@link #NOT_OFFERED}. */
        public boolean obtainable() {
            return switch (this) {
                case STATELESS, DEFAULT, ADDENDUM, APPROVAL, ENTERPRISE, CONFIGURABLE -> true;
                case VERIFY, NOT_OFFERED -> false;
            };
        }
    }

    /** Whether customers' prompts train base models. */
    record TrainingReuse(Reuse reuse) implements FactValue {
        @Override
        public String key() {
            return "trainingReuse";
        }
    }

    /** What a provider states about training on customers' prompts. */
    enum Reuse {
        NOT_USED_BY_DEFAULT,
        USED_BY_DEFAULT,
        VERIFY
    }

    /**
     * The model families that an offering serves.
     *
     * @param families lower-case ids, such as {@code claude}
     * @param openEnded whether others are served that are not named
     */
    record ModelFamilies(List<String> families, boolean openEnded) implements FactValue {
        public ModelFamilies {
            families = List.copyOf(families);
        }

        @Override
        public String key() {
            return "modelFamilies";
        }
    }

    /**
     * An owner, investor or framework partner whose jurisdiction matters.
     *
     * @param country ISO 3166-1 alpha-2 code of the jurisdiction
     * @param relation such as {@code INVESTOR}
     */
    record CorporateTie(String party, String country, String relation) implements FactValue {
        @Override
        public String key() {
            return "corporateTie/" + country + "/" + party;
        }
    }

    /** The canonical page that the provider's certifications are read from. */
    record TrustPortal(String url) implements FactValue {
        @Override
        public String key() {
            return "trustPortal";
        }
    }

    /** Where the provider has its seat. */
    record Headquarters(String country, String city) implements FactValue {
        @Override
        public String key() {
            return "headquarters";
        }

        @Override
        public boolean contradicts(FactValue other) {
            return other instanceof Headquarters h && !country.equals(h.country);
        }
    }

    /** The law that the provider operates under. */
    record GoverningLaw(String country) implements FactValue {
        @Override
        public String key() {
            return "governingLaw";
        }
    }

    /** Something that no rule reads and a reader should know. The fact's own text says it. */
    record Note(String topic) implements FactValue {
        @Override
        public String key() {
            return "note/" + topic;
        }
    }
}
