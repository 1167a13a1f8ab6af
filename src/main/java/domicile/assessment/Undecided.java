package domicile.assessment;

import domicile.residency.Workload;
import domicile.residency.Workload.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the buyer has not decided. Whoever skipped a question, or answered that nobody knows, has asked for nothing that a rule could
 * check: without these findings such a workload would pass by default.
 */
public final class Undecided {

    private static final String KEY = "undecided.";

    private Undecided() {}

    /** Adds a finding for everything undecided, and lowers what was found under an assumption to UNVERIFIED. */
    static void apply(Context c, Map<Requirement, Finding> findings) {
        for (Part part : c.workload().undecided()) {
            for (Requirement requirement : requirements(part)) {
                Optional<Finding> found = Optional.ofNullable(findings.get(requirement));
                boolean lowers = found.map(f -> f.status().compareTo(Status.UNVERIFIED) > 0)
                        .orElse(asks(part));
                if (lowers) {
                    findings.put(requirement, finding(c, requirement, part, found));
                }
            }
        }
    }

    private static Finding finding(Context c, Requirement requirement, Part part, Optional<Finding> found) {
        Sentence missing = Sentence.of("undecided.missing");
        return new Finding(
                requirement,
                Status.UNVERIFIED,
                reason(part),
                Optional.empty(),
                found.map(Finding::citations).orElse(List.of()),
                found.filter(f -> !f.citations().isEmpty()).isPresent() ? Optional.empty() : Optional.of(missing),
                found.map(Finding::documents).orElse(List.of()),
                c.controls().getOrDefault(requirement.name(), List.of()),
                List.of(Sentence.of("undecided.lift")));
    }

    /** Why a failure mode is open that nothing decided would make apply; empty when all that it rests on is decided. */
    static Optional<Sentence> reason(Workload workload, Part... parts) {
        for (Part part : parts) {
            if (workload.undecided().contains(part)) {
                return Optional.of(reason(part));
            }
        }
        return Optional.empty();
    }

    /** That a part is undecided, as a sentence. */
    public static Sentence reason(Part part) {
        return Sentence.of(KEY + part);
    }

    /** The part that the buyer has to decide before a finding can say more; empty for every other finding. */
    public static Optional<Part> part(Finding finding) {
        String key = finding.reason().key();
        return key.startsWith(KEY) ? Optional.of(Part.valueOf(key.substring(KEY.length()))) : Optional.empty();
    }

    /** Whether deciding it may ask for something that is not asked yet; the others only bear on what is. */
    private static boolean asks(Part part) {
        return switch (part) {
            case STARTS_ON, SERVICES -> false;
            case DATA_CATEGORIES,
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
                    EXCLUDED_JURISDICTIONS -> true;
        };
    }

    private static List<Requirement> requirements(Part part) {
        return switch (part) {
            case STARTS_ON -> List.of(Requirement.RETENTION, Requirement.HIPAA_BAA);
            case DATA_CATEGORIES -> List.of(Requirement.HIPAA_BAA, Requirement.DPA, Requirement.REGISTER_RECORD);
            case MODEL_FAMILIES -> List.of(Requirement.MODEL_AVAILABILITY);
            case MODELS -> List.of(Requirement.MODEL_AVAILABILITY);
            case INFERENCE -> List.of(Requirement.INFERENCE_LOCATION);
            case STORAGE -> List.of(Requirement.STORAGE_LOCATION);
            case ENDPOINT_SERVICES -> List.of(Requirement.ENDPOINT_SERVICES_LOCATION);
            // which of them is not known: the one that is asked for most stands for all
            case CERTIFICATIONS -> List.of(Requirement.SOC2_TYPE_II);
            case FEDRAMP_LEVEL -> List.of(Requirement.FEDRAMP);
            case DPA_REQUIRED -> List.of(Requirement.DPA);
            case RETENTION_MAX_DAYS -> List.of(Requirement.RETENTION);
            case TRAINING_REUSE -> List.of(Requirement.TRAINING_REUSE);
            case SERVICES -> List.of(Requirement.HIPAA_BAA);
            case EXCLUDED_JURISDICTIONS -> List.of(Requirement.EXCLUDED_JURISDICTIONS);
        };
    }
}
