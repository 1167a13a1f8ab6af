package domicile.assessment;

import domicile.residency.Attestation;
import java.util.Arrays;
import java.util.Optional;

/** What an assessment asks of an offering, in the order in which findings are listed. */
public enum Requirement {
    INFERENCE_LOCATION,
    STORAGE_LOCATION,
    ENDPOINT_SERVICES_LOCATION,
    RETENTION,
    TRAINING_REUSE,
    HIPAA_BAA,
    DPA,
    FEDRAMP,
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
    SCC,
    EXCLUDED_JURISDICTIONS,
    MODEL_AVAILABILITY,
    REGISTER_RECORD,
    SAME_DEPLOYMENT,
    /** What the buyer has not decided and no other requirement carries. */
    UNDECIDED,
    /** The workload asks nothing. */
    NOTHING_ASKED;

    /**
     * The requirement that asks for a certification; {@link IllegalArgumentException} for one that has rules of its
     * own.
     */
    public static Requirement of(Attestation.Kind certification) {
        return valueOf(certification.name());
    }

    /** The attestation that it asks for by itself; empty where it asks for something else. */
    public Optional<Attestation.Kind> attestation() {
        return Arrays.stream(Attestation.Kind.values())
                .filter(kind -> kind.name().equals(name()))
                .findFirst();
    }

    /** Whose word it bears: that of the attestation that it asks for, else its own. */
    public Enum<?> word() {
        return attestation().<Enum<?>>map(kind -> kind).orElse(this);
    }
}
