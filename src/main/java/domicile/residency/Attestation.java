package domicile.residency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A certification, authorization or contract that an offering is covered by.
 *
 * @param kind what it is
 * @param status what is published about it
 * @param holder the provider or operator that holds it; an offering sold through a cloud inherits the operator's
 * @param scope in words, what it is limited to; empty when nothing is said
 * @param level for {@link Kind#FEDRAMP} alone: the impact level; empty when unknown
 * @param deployments the deployments that it is limited to; empty when it is not limited by region
 * @param since from when it is in force; empty when not stated
 * @param outOfScope the ids of services that are out of scope, such as {@code guardrails}
 * @param someServicesOutOfScope whether the page says that some services are out of scope without naming them
 */
public record Attestation(
        Kind kind,
        Status status,
        String holder,
        String scope,
        Optional<FedRampLevel> level,
        List<String> deployments,
        Optional<PublishedDate> since,
        List<String> outOfScope,
        boolean someServicesOutOfScope,
        AppliesTo appliesTo)
        implements FactValue {
    public static final FactKind<Attestation> FACT_KIND = FactKind.narrowable("attestation", Attestation.class, f -> {
        var kind = f.identity(f.needed("kind", FieldType.choice(Kind.class), Attestation::kind));
        var status = f.needed("status", FieldType.choice(Status.class), Attestation::status);
        var holder = f.needed("holder", FieldType.PROVIDER, Attestation::holder);
        var scope = f.maybe("scope", FieldType.LINE, "", Attestation::scope);
        var level = f.maybe("level", FieldType.choice(FedRampLevel.class), Attestation::level);
        var deployments = f.maybe("deployments", FieldType.DEPLOYMENTS, List.of(), Attestation::deployments);
        var since = f.maybe("since", FieldType.PUBLISHED_DATE, Attestation::since);
        var outOfScope = f.maybe("outOfScope", FieldType.IDS, List.of(), Attestation::outOfScope);
        var someOutOfScope =
                f.maybe("someServicesOutOfScope", FieldType.FLAG, false, Attestation::someServicesOutOfScope);
        return in -> {
            if (in.has(level.name()) && in.get(kind) != Kind.FEDRAMP) {
                throw in.refuse(level.name(), FactProblem.LEVEL_WITHOUT_FEDRAMP, in.get(kind));
            }
            return new Attestation(
                    in.get(kind),
                    in.get(status),
                    in.get(holder),
                    in.get(scope),
                    in.get(level),
                    in.get(deployments),
                    in.get(since),
                    in.get(outOfScope),
                    in.get(someOutOfScope),
                    FactKind.appliesTo(in));
        };
    });

    public Attestation {
        deployments = List.copyOf(deployments);
        outOfScope = List.copyOf(outOfScope);
    }

    /** Of the whole offering, with nothing out of scope that is not named. */
    public Attestation(
            Kind kind,
            Status status,
            String holder,
            String scope,
            Optional<FedRampLevel> level,
            List<String> deployments,
            Optional<PublishedDate> since,
            List<String> outOfScope) {
        this(kind, status, holder, scope, level, deployments, since, outOfScope, false, AppliesTo.WHOLE);
    }

    @Override
    public Attestation applyingTo(AppliesTo part) {
        return new Attestation(
                kind, status, holder, scope, level, deployments, since, outOfScope, someServicesOutOfScope, part);
    }

    @Override
    public FactKind<Attestation> factKind() {
        return FACT_KIND;
    }

    @Override
    public String subject() {
        return "attestation/" + kind;
    }

    @Override
    public boolean contradicts(FactValue other) {
        return other instanceof Attestation a
                && (status != a.status || !level.equals(a.level))
                && key().equals(a.key());
    }

    /** Of two dates the later one promises less. */
    @Override
    public boolean promisesLessThan(FactValue other) {
        return other instanceof Attestation a && inForceFrom().isAfter(a.inForceFrom());
    }

    private LocalDate inForceFrom() {
        return since.map(PublishedDate::latest).orElse(LocalDate.MIN);
    }

    /** Whether it is held, in full or in part. */
    public boolean held() {
        return status == Status.HELD || status == Status.SCOPED;
    }

    /** What can be attested. */
    public enum Kind {
        SOC1,
        SOC2_TYPE_I,
        SOC2_TYPE_II,
        SOC3,
        ISO_9001,
        ISO_27001,
        ISO_27017,
        ISO_27018,
        ISO_27701,
        ISO_42001,
        CSA_STAR_2,
        EU_CLOUD_COC,
        FEDRAMP,
        BAA,
        DPA,
        SCC;

        /** Whether a workload may list it among its certifications; the others have requirements of their own. */
        public boolean certification() {
            return this != FEDRAMP && this != BAA && this != DPA;
        }
    }

    /** What is published about an attestation. */
    public enum Status {
        HELD,
        /** Held, for part of the offering only. */
        SCOPED,
        NOT_HELD,
        NOT_PUBLISHED,
        /** The page says: verify it. */
        VERIFY
    }

    /**
     * FedRAMP authorizations: those of Revision 5, lowest first, and those of the 20x programme, which an agency has to
     * accept.
     */
    public enum FedRampLevel {
        LI_SAAS,
        LOW,
        MODERATE,
        HIGH,
        LOW_20X,
        MODERATE_20X;

        /** Whether it is a level of Revision 5: the only ones that a workload asks for and that a document shows. */
        public boolean revision5() {
            return this == height();
        }

        /** The level of Revision 5 of the same height. */
        public FedRampLevel height() {
            return switch (this) {
                case LI_SAAS, LOW, MODERATE, HIGH -> this;
                case LOW_20X -> LOW;
                case MODERATE_20X -> MODERATE;
            };
        }

        /**
         * Whether it is at least as high as a level of Revision 5; whether an agency accepts a 20x one is another
         * question.
         */
        public boolean reaches(FedRampLevel asked) {
            return height().compareTo(asked) >= 0;
        }
    }
}
