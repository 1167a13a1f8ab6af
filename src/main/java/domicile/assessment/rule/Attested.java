package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.residency.Attestation;
import domicile.residency.Published;
import domicile.residency.PublishedDate;
import java.util.Optional;

/** How anything attested is read: what is common to contracts, certifications and FedRAMP. */
final class Attested {

    private Attested() {}

    /** The last part of the sentence key that says what is published of something that is not held for sure. */
    static String word(Published<Attestation> published) {
        return switch (published) {
            case Published.Silent<Attestation> s -> "silent";
            case Published.Disputed<Attestation> d -> "conflict";
            case Published.Agreed<Attestation> a ->
                switch (a.value().status()) {
                    case HELD, SCOPED -> "held";
                    case NOT_HELD -> "notHeld";
                    case NOT_PUBLISHED -> "notPublished";
                    case VERIFY -> "verify";
                };
        };
    }

    /** What is held, in full or in part, by all sources. */
    static Optional<Attestation> held(Published<Attestation> published) {
        return published.agreed().filter(Attestation::held);
    }

    /** Whether all sources say that it is not held. */
    static boolean denied(Published<Attestation> published) {
        return published.surely(a -> a.status() == Attestation.Status.NOT_HELD);
    }

    /** The date from which it is in force, when that is after the workload's first day. */
    static Optional<PublishedDate> notYet(Attestation attestation, Candidate c) {
        return attestation
                .since()
                .filter(since -> since.latest().isAfter(c.workload().startsOn()));
    }
}
