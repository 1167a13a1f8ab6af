package domicile.assessment;

import domicile.residency.Evidence;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a document does not fit what is asked, before it is kept: whoever confirms a clause is told.
 *
 * @param notCounted why the rules would leave it out
 * @param misfits what else does not fit
 */
public record EvidenceFit(Optional<DocumentNotCounted.Why> notCounted, Set<Misfit> misfits) {

    /** What does not fit. */
    public enum Misfit {
        /** The offering is none of the candidates. */
        NOT_A_CANDIDATE,
        /** A document of a day after the assessment does not count. */
        DATED_LATER,
        /** It is older than documents may be. */
        STALE,
        /** A place that it commits to is outside what is asked. */
        PLACE_OUTSIDE,
        /** Nobody can tell whether its places are inside what is asked. */
        PLACE_UNSURE,
        /** It leaves more days of retention than are asked. */
        DAYS_OVER_LIMIT
    }

    public EvidenceFit {
        misfits = Set.copyOf(misfits);
    }

    /** Whether nothing speaks against it. */
    public boolean fits() {
        return notCounted.isEmpty() && misfits.isEmpty();
    }

    /**
     * Compares a document with a workload.
     *
     * @param date the day that the assessment is made for
     */
    public static EvidenceFit of(
            Evidence document, Workload workload, Register register, LocalDate date, Freshness freshness) {
        Set<Misfit> misfits = EnumSet.noneOf(Misfit.class);
        if (!workload.candidates().isEmpty() && !workload.candidates().contains(document.offering())) {
            misfits.add(Misfit.NOT_A_CANDIDATE);
        }
        if (document.date().isAfter(date)) {
            misfits.add(Misfit.DATED_LATER);
        }
        document.kind()
                .commitsTo()
                .flatMap(workload::area)
                .flatMap(area -> document.regions().stream()
                        .map(place -> register.areas().within(place, area))
                        .min(Comparator.naturalOrder()))
                .ifPresent(answer -> {
                    switch (answer) {
                        case NO -> misfits.add(Misfit.PLACE_OUTSIDE);
                        case MAYBE -> misfits.add(Misfit.PLACE_UNSURE);
                        case YES -> {}
                    }
                });
        if (document.days().isPresent()
                && workload.retentionMaxDays().isPresent()
                && document.days().getAsInt() > workload.retentionMaxDays().getAsInt()) {
            misfits.add(Misfit.DAYS_OVER_LIMIT);
        }
        Optional<Documents> sorted = register.offering(document.offering())
                .map(offering -> Documents.of(workload.withEvidence(List.of(document)), offering, date, freshness));
        if (sorted.filter(d -> !d.stale().isEmpty()).isPresent()) {
            misfits.add(Misfit.STALE);
        }
        return new EvidenceFit(
                sorted.flatMap(d -> d.notCounted().stream().findFirst()).map(DocumentNotCounted::why), misfits);
    }
}
