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
                FactValue.Informative {

    /** A fact that no rule reads and a reader should know: other kinds than those of the rules, without an end. */
    non-sealed interface Informative extends FactValue {}

    /** Its kind, whose fields it has. */
    FactKind<?> factKind();

    /**
     * What the fact is about, unique within an offering but for conflicts: facts with one key and different values disagree, and
     * all of them stay.
     */
    default String key() {
        return factKind().key(this);
    }

    /** What it is about where a narrower fact takes the place of a wider one: such a subject may be wider than its key. */
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
        private static final FactField<Retention, Integer> DAYS =
                FactField.needed("days", FieldType.whole(36_500), Retention::days);
        private static final FactField<Retention, Optional<PublishedDate>> FROM = FactField.maybe(
                        "from", FieldType.PUBLISHED_DATE, Retention::from)
                .asIdentity();
        private static final FactField<Retention, String> WHAT =
                FactField.needed("what", FieldType.LINE, Retention::what);
        public static final FactKind<Retention> FACT_KIND = FactKind.narrowable(
                "retention",
                Retention.class,
                in -> new Retention(in.get(DAYS), in.get(FROM), in.get(WHAT), FactKind.appliesTo(in)),
                List.of(DAYS, FROM, WHAT));

        @Override
        public FactKind<Retention> factKind() {
            return FACT_KIND;
        }

        @Override
        public String subject() {
            return FACT_KIND.id();
        }

        /** Of the whole offering. */
        public Retention(int days, Optional<PublishedDate> from, String what) {
            this(days, from, what, AppliesTo.WHOLE);
        }

        @Override
        public Retention applyingTo(AppliesTo part) {
            return new Retention(days, from, what, part);
        }

        @Override
        public boolean contradicts(FactValue other) {
            return other instanceof Retention r && key().equals(r.key()) && days != r.days;
        }
    }

    /** Whether zero data retention can be had, and how. */
    record ZeroRetention(Zdr zdr, AppliesTo appliesTo) implements FactValue {
        private static final FactField<ZeroRetention, Zdr> ZDR =
                FactField.needed("zdr", FieldType.choice(Zdr.class), ZeroRetention::zdr);
        public static final FactKind<ZeroRetention> FACT_KIND = FactKind.narrowable(
                "zdr", ZeroRetention.class, in -> new ZeroRetention(in.get(ZDR), FactKind.appliesTo(in)), List.of(ZDR));

        @Override
        public FactKind<ZeroRetention> factKind() {
            return FACT_KIND;
        }

        @Override
        public String subject() {
            return FACT_KIND.id();
        }

        /** Of the whole offering. */
        public ZeroRetention(Zdr zdr) {
            this(zdr, AppliesTo.WHOLE);
        }

        @Override
        public ZeroRetention applyingTo(AppliesTo part) {
            return new ZeroRetention(zdr, part);
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
        private static final FactField<TrainingReuse, Reuse> REUSE =
                FactField.needed("reuse", FieldType.choice(Reuse.class), TrainingReuse::reuse);
        public static final FactKind<TrainingReuse> FACT_KIND = FactKind.of(
                "trainingReuse", TrainingReuse.class, in -> new TrainingReuse(in.get(REUSE)), List.of(REUSE));

        @Override
        public FactKind<TrainingReuse> factKind() {
            return FACT_KIND;
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
        private static final FactField<ModelFamilies, List<String>> FAMILIES =
                FactField.needed("families", FieldType.IDS, ModelFamilies::families);
        private static final FactField<ModelFamilies, Boolean> OPEN_ENDED =
                FactField.maybe("openEnded", FieldType.FLAG, false, ModelFamilies::openEnded);
        public static final FactKind<ModelFamilies> FACT_KIND = FactKind.of(
                "modelFamilies",
                ModelFamilies.class,
                in -> new ModelFamilies(in.get(FAMILIES), in.get(OPEN_ENDED)),
                List.of(FAMILIES, OPEN_ENDED));

        @Override
        public FactKind<ModelFamilies> factKind() {
            return FACT_KIND;
        }

        public ModelFamilies {
            families = List.copyOf(families);
        }
    }

    /**
     * An owner, investor or framework partner whose jurisdiction matters.
     *
     * @param country ISO 3166-1 alpha-2 code of the jurisdiction
     * @param relation how the party stands to the provider
     */
    record CorporateTie(String party, String country, Relation relation) implements FactValue {
        private static final FactField<CorporateTie, String> PARTY =
                FactField.needed("party", FieldType.LINE, CorporateTie::party).asIdentity();
        private static final FactField<CorporateTie, String> COUNTRY = FactField.needed(
                        "country", FieldType.COUNTRY, CorporateTie::country)
                .asIdentity();
        private static final FactField<CorporateTie, Relation> RELATION =
                FactField.needed("relation", FieldType.choice(Relation.class), CorporateTie::relation);
        public static final FactKind<CorporateTie> FACT_KIND = FactKind.of(
                "corporateTie",
                CorporateTie.class,
                in -> new CorporateTie(in.get(PARTY), in.get(COUNTRY), in.get(RELATION)),
                List.of(PARTY, COUNTRY, RELATION));

        @Override
        public FactKind<CorporateTie> factKind() {
            return FACT_KIND;
        }

        @Override
        public String key() {
            return "corporateTie/" + country + "/" + party;
        }
    }

    /** How a party of a corporate tie stands to the provider. */
    enum Relation {
        INVESTOR,
        PARTNER,
        OWNER,
        FRAMEWORK_PARTNER
    }

    /** The canonical page that the provider's certifications are read from. */
    record TrustPortal(String url) implements FactValue {
        private static final FactField<TrustPortal, String> URL =
                FactField.needed("url", FieldType.ADDRESS, TrustPortal::url);
        public static final FactKind<TrustPortal> FACT_KIND =
                FactKind.of("trustPortal", TrustPortal.class, in -> new TrustPortal(in.get(URL)), List.of(URL));

        @Override
        public FactKind<TrustPortal> factKind() {
            return FACT_KIND;
        }
    }

    /** Where the provider has its seat. */
    record Headquarters(String country, String city) implements FactValue {
        private static final FactField<Headquarters, String> COUNTRY =
                FactField.needed("country", FieldType.COUNTRY, Headquarters::country);
        private static final FactField<Headquarters, String> CITY =
                FactField.needed("city", FieldType.LINE, Headquarters::city);
        public static final FactKind<Headquarters> FACT_KIND = FactKind.of(
                "headquarters",
                Headquarters.class,
                in -> new Headquarters(in.get(COUNTRY), in.get(CITY)),
                List.of(COUNTRY, CITY));

        @Override
        public FactKind<Headquarters> factKind() {
            return FACT_KIND;
        }

        @Override
        public boolean contradicts(FactValue other) {
            return other instanceof Headquarters h && !country.equals(h.country);
        }
    }

    /** The law that the provider operates under. */
    record GoverningLaw(String country) implements FactValue {
        private static final FactField<GoverningLaw, String> COUNTRY =
                FactField.needed("country", FieldType.COUNTRY, GoverningLaw::country);
        public static final FactKind<GoverningLaw> FACT_KIND = FactKind.of(
                "governingLaw", GoverningLaw.class, in -> new GoverningLaw(in.get(COUNTRY)), List.of(COUNTRY));

        @Override
        public FactKind<GoverningLaw> factKind() {
            return FACT_KIND;
        }
    }

    /** Something that no other kind holds. The fact's own text says it. */
    record Note(String topic) implements Informative {
        private static final FactField<Note, String> TOPIC =
                FactField.needed("topic", FieldType.LINE, Note::topic).asIdentity();
        public static final FactKind<Note> FACT_KIND = FactKind.of(
                        "note", Note.class, in -> new Note(in.get(TOPIC)), List.of(TOPIC))
                .asWords();

        @Override
        public FactKind<Note> factKind() {
            return FACT_KIND;
        }
    }
}
