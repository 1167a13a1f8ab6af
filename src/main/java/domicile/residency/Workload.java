package domicile.residency;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a buyer needs. An absent field is not asked.
 *
 * @param startsOn the first day that the offering is to be used
 * @param certifications the attestations asked for; only those for which {@link Attestation.Kind#certification()} holds
 * @param dpaRequired whether a DPA is asked for even without personal data
 * @param retentionMaxDays how long prompts may be kept, in days; 0 means not at all
 * @param services the features beside the plain model call that will be used, such as {@code guardrails}; a list
 *     without any is the plain model call, none at all is not said
 * @param models ids of the models that will be used, as the register lists them; empty is not said
 * @param candidates offering ids; empty means all
 * @param undecided the parts about which the buyer has not decided: they ask for nothing that could be checked, and
 *     pass nothing
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
        Optional<List<String>> services,
        Optional<Area> excludedJurisdictions,
        List<String> candidates,
        List<Evidence> evidence,
        Set<Part> undecided,
        List<String> models) {

    /** A workload about which everything is decided. */
    public Workload(
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
            Optional<List<String>> services,
            Optional<Area> excludedJurisdictions,
            List<String> candidates,
            List<Evidence> evidence) {
        this(
                name,
                startsOn,
                dataCategories,
                modelFamilies,
                inference,
                storage,
                endpointServices,
                certifications,
                fedRampLevel,
                dpaRequired,
                retentionMaxDays,
                trainingReuse,
                services,
                excludedJurisdictions,
                candidates,
                evidence,
                Set.of(),
                List.of());
    }

    public Workload {
        // as it reads back from a file: what was typed after it is no part of a name
        name = name.strip();
        dataCategories = List.copyOf(dataCategories);
        modelFamilies = List.copyOf(modelFamilies);
        certifications = List.copyOf(certifications);
        services = services.map(List::copyOf);
        models = List.copyOf(models);
        candidates = List.copyOf(candidates);
        evidence = List.copyOf(evidence);
        undecided = Collections.unmodifiableSet(
                undecided.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(undecided));
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

    /** The same needs, of other candidates. */
    public Workload withCandidates(List<String> others) {
        return with(startsOn, others, evidence);
    }

    /** The same needs, with these documents in hand. */
    public Workload withEvidence(List<Evidence> documents) {
        return with(startsOn, candidates, documents);
    }

    /** The same needs, with more documents in hand. */
    public Workload withMoreEvidence(List<Evidence> more) {
        return withEvidence(Stream.concat(evidence.stream(), more.stream()).toList());
    }

    /** The same needs from another day on. */
    public Workload startingOn(LocalDate day) {
        return with(day, candidates, evidence);
    }

    private Workload with(LocalDate start, List<String> others, List<Evidence> documents) {
        return new Workload(
                name,
                start,
                dataCategories,
                modelFamilies,
                inference,
                storage,
                endpointServices,
                certifications,
                fedRampLevel,
                dpaRequired,
                retentionMaxDays,
                trainingReuse,
                services,
                excludedJurisdictions,
                others,
                documents,
                undecided,
                models);
    }

    /** Whether personal data of any kind is handled. */
    public boolean personal() {
        return dataCategories.stream().anyMatch(DataCategory::personal);
    }

    /** The parts that a verdict rests on. */
    public enum Part {
        STARTS_ON,
        DATA_CATEGORIES,
        MODEL_FAMILIES,
        MODELS,
        INFERENCE,
        STORAGE,
        ENDPOINT_SERVICES,
        CERTIFICATIONS,
        FEDRAMP_LEVEL,
        DPA_REQUIRED,
        RETENTION_MAX_DAYS,
        TRAINING_REUSE,
        SERVICES,
        EXCLUDED_JURISDICTIONS
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

        /** Whether it is about people, so that a DPA is needed. */
        public boolean personal() {
            return switch (this) {
                case PERSONAL, SPECIAL_CATEGORY, CHILDREN -> true;
                case PUBLIC, INTERNAL, CONFIDENTIAL, PHI, FINANCIAL, GOVERNMENT, TRADE_SECRET -> false;
            };
        }

        /** Whether a law or a regulator governs it. */
        public boolean regulated() {
            return switch (this) {
                case PERSONAL, SPECIAL_CATEGORY, PHI, FINANCIAL, CHILDREN, GOVERNMENT -> true;
                case PUBLIC, INTERNAL, CONFIDENTIAL, TRADE_SECRET -> false;
            };
        }
    }
}
