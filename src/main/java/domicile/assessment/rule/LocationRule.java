package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Finding;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.residency.Area;
import domicile.residency.Evidence;
import domicile.residency.Layer;
import domicile.residency.Workload;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules about where a layer lies have in common: the area that a workload asks for on it, and the document
 * that commits it.
 */
sealed interface LocationRule extends Rule
        permits InferenceLocationRule, StorageLocationRule, EndpointServicesLocationRule {

    /** The layer that it is about. */
    Layer layer();

    @Override
    default Requirement id() {
        return switch (layer()) {
            case INFERENCE -> Requirement.INFERENCE_LOCATION;
            case STORAGE -> Requirement.STORAGE_LOCATION;
            case ENDPOINT_SERVICES -> Requirement.ENDPOINT_SERVICES_LOCATION;
        };
    }

    @Override
    default boolean asked(Workload workload) {
        return workload.area(layer()).isPresent();
    }

    /** The area that is asked for. */
    default Area area(Candidate c) {
        return c.workload().area(layer()).orElseThrow();
    }

    @Override
    default boolean regionScoped() {
        return true;
    }

    @Override
    default Set<Workload.Part> carries() {
        return Set.of(
                switch (layer()) {
                    case INFERENCE -> Workload.Part.INFERENCE;
                    case STORAGE -> Workload.Part.STORAGE;
                    case ENDPOINT_SERVICES -> Workload.Part.ENDPOINT_SERVICES;
                });
    }

    @Override
    default Optional<Evidence.Kind> provedBy() {
        return Arrays.stream(Evidence.Kind.values())
                .filter(kind -> kind.commitsTo().filter(layer()::equals).isPresent())
                .findFirst();
    }

    @Override
    default Sentence ask(Candidate c, Finding finding) {
        return Sentence.of("ask." + id(), c.name(), area(c));
    }

    @Override
    default Optional<Sentence> clause(Candidate c) {
        return Optional.of(Sentence.of("clause." + id(), area(c)));
    }
}
