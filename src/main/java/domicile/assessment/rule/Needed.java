package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Place;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Documents as they would have to read to settle a requirement of one candidate. */
final class Needed {

    private Needed() {}

    /** The name by which a document has to call the offering. */
    static String product(Candidate c) {
        return c.listed().products().isEmpty()
                ? c.name()
                : c.listed().products().getFirst();
    }

    static Evidence document(Candidate c, Evidence.Kind kind) {
        return document(
                c, kind, List.of(), "", Optional.empty(), Optional.empty(), OptionalInt.empty(), List.of(), List.of());
    }

    static Evidence committing(Candidate c, Evidence.Kind kind, List<Place> regions) {
        return document(
                c, kind, regions, "", Optional.empty(), Optional.empty(), OptionalInt.empty(), List.of(), List.of());
    }

    static Evidence document(
            Candidate c,
            Evidence.Kind kind,
            List<Place> regions,
            String product,
            Optional<Attestation.Kind> certification,
            Optional<Attestation.FedRampLevel> level,
            OptionalInt days,
            List<String> models,
            List<String> services) {
        return new Evidence(
                c.offering().id(),
                kind,
                c.date(),
                Optional.empty(),
                regions,
                product,
                certification,
                level,
                days,
                models,
                services,
                "",
                Evidence.Passage.NONE);
    }
}
