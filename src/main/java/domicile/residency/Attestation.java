package domicile.residency;

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
 */
public record Attestation(
        Kind kind,
        Status status,
        String holder,
        String scope,
        Optional<FedRampLevel> level,
        List<String> deployments,
        Optional<PublishedDate> since,
        List<String> outOfScope)
        implements FactValue {

    public Attestation {
        deployments = List.copyOf(deployments);
        outOfScope = List.copyOf(outOfScope);
    }

    @Override
    public String key() {
        return "attestation/" + kind;
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
            return switch (this) {
                case FEDRAMP, BAA, DPA -> false;
                case SOC1,
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
                        SCC -> true;
            };
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

    /** FedRAMP impact levels, lowest first. */
    public enum FedRampLevel {
        LI_SAAS,
        LOW,
        MODERATE,
        HIGH
    }
}
