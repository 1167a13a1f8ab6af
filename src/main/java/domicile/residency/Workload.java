package domicile.residency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a buyer needs. An absent field is not asked.
 *
 * @param startsOn the first day that the offering is to be used
 * @param certifications the attestations asked for; only those for which {@link Attestation.Kind#certification()} holds
 * @param dpaRequired whether a DPA is asked for even without personal data
 * @param retentionMaxDays how long prompts may be kept, in days; 0 means not at all
 * @param services ids of the side services that will be used, such as {@code guardrails}
 * @param candidates offering ids; empty means all
 */
public record Workload(
        String name,
        LocalDate startsOn,
        List<DataCategory> dataCategories,
        List<String> modelFamilies,
        Optional<Area> inference,
        Optional<Area> storage,
        Optional<Area> endpointServices,
        List<Attestation.Kind> certifications,
        Optional<Attestation.FedRampLevel> fedRampLevel,
        boolean dpaRequired,
        OptionalInt retentionMaxDays,
        Optional<TrainingPolicy> trainingReuse,
        List<String> services,
        Optional<Area> excludedJurisdictions,
        List<String> candidates,
        List<Evidence> evidence) {

    public Workload {
        dataCategories = List.copyOf(dataCategories);
        modelFamilies = List.copyOf(modelFamilies);
        certifications = List.copyOf(certifications);
        services = List.copyOf(services);
        candidates = List.copyOf(candidates);
        evidence = List.copyOf(evidence);
    }

    /** The area asked for on a layer. */
    public Optional<Area> area(Layer layer) {
        return switch (layer) {
            case INFERENCE -> inference;
            case STORAGE -> storage;
            case ENDPOINT_SERVICES -> endpointServices;
        };
    }

    /** Whether any category of its data is regulated. */
    public boolean regulated() {
        return dataCategories.stream().anyMatch(DataCategory::regulated);
    }

    /** What a buyer allows a provider to do with prompts. */
    public enum TrainingPolicy {
        FORBIDDEN,
        ALLOWED
    }

    /** The kinds of data that a workload handles. */
    public enum DataCategory {
        PUBLIC,
        INTERNAL,
        CONFIDENTIAL,
        PERSONAL,
        SPECIAL_CATEGORY,
        PHI,
        FINANCIAL,
        CHILDREN,
        GOVERNMENT,
        TRADE_SECRET;

        /** Whether a law or a regulator governs it. */
        public boolean regulated() {
            return switch (this) {
                case PERSONAL, SPECIAL_CATEGORY, PHI, FINANCIAL, CHILDREN, GOVERNMENT -> true;
                case PUBLIC, INTERNAL, CONFIDENTIAL, TRADE_SECRET -> false;
            };
        }
    }
}
