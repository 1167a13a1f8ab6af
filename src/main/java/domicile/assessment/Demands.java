package domicile.assessment;

import domicile.residency.Area;
import domicile.residency.Evidence;
import domicile.residency.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What to demand of a vendor: the ask-list, and the clauses that the order form needs. */
final class Demands {

    private Demands() {}

    /** A question for every requirement that is not met. */
    static List<Ask> askList(Context c, Collection<Finding> findings) {
        return findings.stream()
                .filter(f -> f.status() != Status.MET)
                .filter(f -> f.requirement() != Requirement.SAME_DEPLOYMENT
                        && Undecided.part(f).isEmpty())
                .map(f -> new Ask(f.requirement(), question(c, f), document(f.requirement())))
                .toList();
    }

    private static Sentence question(Context c, Finding finding) {
        Workload w = c.workload();
        Requirement r = finding.requirement();
        String offering = c.offering().name();
        return switch (r) {
            case INFERENCE_LOCATION -> Sentence.of("ask." + r, offering, area(w.inference()));
            case STORAGE_LOCATION -> Sentence.of("ask." + r, offering, area(w.storage()));
            case ENDPOINT_SERVICES_LOCATION -> Sentence.of("ask." + r, offering, area(w.endpointServices()));
            case EXCLUDED_JURISDICTIONS -> Sentence.of("ask." + r, offering, area(w.excludedJurisdictions()));
            case RETENTION ->
                Sentence.of("ask." + r, offering, w.retentionMaxDays().orElse(0));
            case MODEL_AVAILABILITY -> Sentence.of("ask." + r, offering, String.join(", ", w.modelFamilies()));
            case FEDRAMP ->
                Sentence.of(
                        "ask." + r,
                        offering,
                        w.fedRampLevel().map(l -> (Object) l).orElse(""));
            case REGISTER_RECORD ->
                Sentence.of("ask." + r, offering, finding.missingCitation().orElse(finding.reason()));
            case TRAINING_REUSE, HIPAA_BAA, DPA, SAME_DEPLOYMENT, UNDECIDED, NOTHING_ASKED ->
                Sentence.of("ask." + r, offering);
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
                    SCC -> Sentence.of("ask.certification", offering, Sentence.of("kind." + r));
        };
    }

    /** The document that settles a requirement; empty when none of the buyer's does. */
    static Optional<Evidence.Kind> document(Requirement requirement) {
        return switch (requirement) {
            case INFERENCE_LOCATION -> Optional.of(Evidence.Kind.ORDER_FORM_INFERENCE_REGION);
            case STORAGE_LOCATION -> Optional.of(Evidence.Kind.ORDER_FORM_STORAGE_REGION);
            case ENDPOINT_SERVICES_LOCATION -> Optional.of(Evidence.Kind.ENDPOINT_SERVICES_REGION);
            case RETENTION -> Optional.of(Evidence.Kind.ZDR_ADDENDUM);
            case TRAINING_REUSE -> Optional.of(Evidence.Kind.ORDER_FORM_NO_TRAINING);
            case HIPAA_BAA -> Optional.of(Evidence.Kind.BAA_PRODUCT_SCHEDULE);
            case DPA -> Optional.of(Evidence.Kind.DPA_SIGNED);
            case FEDRAMP,
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
                    UNDECIDED,
                    NOTHING_ASKED -> Optional.empty();
        };
    }

    /** A clause for everything that the workload asks and a contract can promise, met or not: what is published may change. */
    static List<Clause> clauses(Context c) {
        Workload w = c.workload();
        List<Clause> clauses = new ArrayList<>();
        w.inference().ifPresent(a -> clauses.add(clause(Requirement.INFERENCE_LOCATION, a)));
        w.storage().ifPresent(a -> clauses.add(clause(Requirement.STORAGE_LOCATION, a)));
        w.endpointServices().ifPresent(a -> clauses.add(clause(Requirement.ENDPOINT_SERVICES_LOCATION, a)));
        w.retentionMaxDays()
                .ifPresent(days -> clauses.add(
                        days == 0
                                ? new Clause(Requirement.RETENTION, Sentence.of("clause.RETENTION.none"))
                                : clause(Requirement.RETENTION, days)));
        if (w.trainingReuse()
                .filter(p -> p == Workload.TrainingPolicy.FORBIDDEN)
                .isPresent()) {
            clauses.add(clause(Requirement.TRAINING_REUSE));
        }
        if (w.dataCategories().contains(Workload.DataCategory.PHI)) {
            clauses.add(clause(Requirement.HIPAA_BAA, c.offering().name()));
        }
        if (w.dpaRequired() || w.dataCategories().contains(Workload.DataCategory.PERSONAL)) {
            clauses.add(clause(Requirement.DPA));
        }
        w.fedRampLevel().ifPresent(level -> clauses.add(clause(Requirement.FEDRAMP, level)));
        w.excludedJurisdictions().ifPresent(a -> clauses.add(clause(Requirement.EXCLUDED_JURISDICTIONS, a)));
        return clauses;
    }

    private static Clause clause(Requirement requirement, Object... args) {
        return new Clause(requirement, Sentence.of("clause." + requirement, args));
    }

    private static Object area(Optional<Area> asked) {
        return asked.isPresent() ? asked.get() : "";
    }
}
