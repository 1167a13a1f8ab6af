package domicile.assessment;

import domicile.residency.Workload;
import domicile.residency.Workload.Part;
import java.util.Optional;

/** What the buyer has not decided, as sentences. */
public final class OpenDecisions {
    private static final String KEY = "undecided.";

    private OpenDecisions() {}

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
        Sentence reason = finding.reason();
        while (!reason.args().isEmpty() && reason.args().getFirst() instanceof Sentence first) {
            reason = first;
        }
        String key = reason.key();
        return key.startsWith(KEY) ? Optional.of(Part.valueOf(key.substring(KEY.length()))) : Optional.empty();
    }

    /** Whether a finding is about the buyer's own decision, which no vendor can answer. */
    public static boolean buyers(Finding finding) {
        return finding.requirement() == Requirement.NOTHING_ASKED
                || part(finding).isPresent();
    }
}
