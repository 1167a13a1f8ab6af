package domicile.assessment;

import domicile.assessment.DocumentNotCounted.Why;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.PublishedDate;
import domicile.residency.Workload;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The documents in hand for one candidate, sorted by whether they count: "Which documents count" of the rules.
 * Documents dated after the assessment are left out.
 *
 * @param counting those that count
 * @param notCounted those that do not, each with the reason
 * @param stale those older than the limit for documents, whether they count or not
 */
public record Documents(
        Offering offering, List<Evidence> counting, List<DocumentNotCounted> notCounted, List<StaleDocument> stale) {

    public Documents {
        counting = List.copyOf(counting);
        notCounted = List.copyOf(notCounted);
        stale = List.copyOf(stale);
    }

    /** Those that a workload brings. */
    static Documents of(Workload workload, Offering offering, LocalDate date, Freshness freshness) {
        return of(workload.evidence(), workload, offering, date, freshness);
    }

    /** Others than the workload brings. Each is judged by itself. */
    static Documents of(
            Collection<Evidence> documents, Workload workload, Offering offering, LocalDate date, Freshness freshness) {
        List<Evidence> counting = new ArrayList<>();
        List<DocumentNotCounted> notCounted = new ArrayList<>();
        List<StaleDocument> stale = new ArrayList<>();
        for (Evidence document : documents) {
            if (!document.offering().equals(offering.id()) || document.date().isAfter(date)) {
                continue;
            }
            long age = ChronoUnit.DAYS.between(document.date(), date);
            boolean old = age > freshness.maxDocumentAgeDays();
            if (old) {
                stale.add(new StaleDocument(document, age));
            }
            Optional<Why> why = why(document, workload, offering)
                    .or(() -> old && freshness.hardLimit() ? Optional.of(Why.STALE) : Optional.empty());
            why.ifPresentOrElse(w -> notCounted.add(new DocumentNotCounted(document, w)), () -> counting.add(document));
        }
        return new Documents(offering, counting, notCounted, stale);
    }

    /** These and others of the same candidate that are judged already. */
    Documents and(Collection<Documents> others) {
        List<Evidence> counting = new ArrayList<>(this.counting);
        List<DocumentNotCounted> notCounted = new ArrayList<>(this.notCounted);
        List<StaleDocument> stale = new ArrayList<>(this.stale);
        for (Documents more : others) {
            counting.addAll(more.counting);
            notCounted.addAll(more.notCounted);
            stale.addAll(more.stale);
        }
        return new Documents(offering, counting, notCounted, stale);
    }

    /** Why a document does not count, whatever its age; empty when it does. */
    private static Optional<Why> why(Evidence e, Workload workload, Offering offering) {
        if (e.from().filter(from -> from.isAfter(workload.startsOn())).isPresent()) {
            return Optional.of(Why.IN_FORCE_LATER);
        }
        if (!e.product().isBlank()) {
            switch (ProductNames.read(e.product(), offering)) {
                case EXCLUDES -> {
                    return Optional.of(Why.EXCLUDES);
                }
                case NAMES_ANOTHER -> {
                    return Optional.of(Why.NAMES_ANOTHER_PRODUCT);
                }
                case NAMES_IT -> {}
            }
        }
        if (e.kind().commitsTo().isPresent() && e.regions().isEmpty()) {
            return Optional.of(Why.NO_REGION);
        }
        if (showsNothing(e, workload, offering)) {
            return Optional.of(Why.SHOWS_NOTHING);
        }
        return shows(e).flatMap(kind -> inForceFrom(offering, kind))
                .filter(e.date()::isBefore)
                .map(since -> Why.OLDER_THAN_COVERAGE);
    }

    /** Whether a document lacks what its kind has to say, or speaks of models alone that the workload does not use. */
    private static boolean showsNothing(Evidence e, Workload workload, Offering offering) {
        boolean otherModels = !e.models().isEmpty()
                && !workload.models().isEmpty()
                && e.models().stream().noneMatch(workload.models()::contains);
        return otherModels
                || switch (e.kind()) {
                    case BAA_PRODUCT_SCHEDULE -> e.product().isBlank();
                    case FEDRAMP_AUTHORIZATION ->
                        e.product().isBlank() || e.level().isEmpty();
                    case OWNERSHIP_DECLARATION -> e.regions().isEmpty();
                    // one that is held for part of the offering only is shown by a document that names the product
                    case SOC2_REPORT, CERTIFICATE ->
                        e.certification().isEmpty()
                                || e.product().isBlank()
                                        && offering.published(e.certification().get())
                                                .surely(a -> a.status() == Attestation.Status.SCOPED);
                    case ORDER_FORM_INFERENCE_REGION,
                            ORDER_FORM_STORAGE_REGION,
                            ENDPOINT_SERVICES_REGION,
                            ZDR_ADDENDUM,
                            VENDOR_BAA,
                            ORDER_FORM_NO_TRAINING,
                            DPA_SIGNED,
                            STORAGE_RESIDENCY_CLAIM -> false;
                };
    }

    /** The attestation that a document is to show; empty for one that shows none. */
    private static Optional<Attestation.Kind> shows(Evidence e) {
        return switch (e.kind()) {
            case BAA_PRODUCT_SCHEDULE -> Optional.of(Attestation.Kind.BAA);
            case DPA_SIGNED -> Optional.of(Attestation.Kind.DPA);
            case FEDRAMP_AUTHORIZATION -> Optional.of(Attestation.Kind.FEDRAMP);
            case SOC2_REPORT, CERTIFICATE -> e.certification();
            case ORDER_FORM_INFERENCE_REGION,
                    ORDER_FORM_STORAGE_REGION,
                    ENDPOINT_SERVICES_REGION,
                    ZDR_ADDENDUM,
                    VENDOR_BAA,
                    ORDER_FORM_NO_TRAINING,
                    STORAGE_RESIDENCY_CLAIM,
                    OWNERSHIP_DECLARATION -> Optional.empty();
        };
    }

    /** The last day from which any source says that it is in force. */
    private static Optional<LocalDate> inForceFrom(Offering offering, Attestation.Kind kind) {
        return offering.published(kind).facts().stream()
                .map(Fact::value)
                .flatMap(a -> a.since().stream())
                .map(PublishedDate::latest)
                .max(Comparator.naturalOrder());
    }

    /** The documents of a kind that count. */
    public List<Evidence> of(Evidence.Kind kind) {
        return counting.stream().filter(e -> e.kind() == kind).toList();
    }

    /** The documents of a kind that do not count for one of these reasons. */
    public List<Evidence> notCounted(Evidence.Kind kind, Why... reasons) {
        return notCounted.stream()
                .filter(n -> n.document().kind() == kind && List.of(reasons).contains(n.why()))
                .map(DocumentNotCounted::document)
                .toList();
    }

    /** Whether there is a document of a kind, one that does not count too. */
    public boolean any(Evidence.Kind kind) {
        return !of(kind).isEmpty()
                || notCounted.stream().anyMatch(n -> n.document().kind() == kind);
    }

    /** The certificates and reports that count for a certification. */
    public List<Evidence> certifying(Attestation.Kind kind) {
        return counting.stream()
                .filter(e -> e.kind() == Evidence.Kind.SOC2_REPORT || e.kind() == Evidence.Kind.CERTIFICATE)
                .filter(e -> e.certification().filter(c -> c == kind).isPresent())
                .toList();
    }

    /** The services among those asked that no document of a kind that counts names. */
    public List<String> unnamed(Evidence.Kind kind, List<String> asked) {
        Set<String> left = new LinkedHashSet<>(asked);
        for (Evidence document : of(kind)) {
            left.removeAll(document.services());
            left.removeAll(ProductNames.services(document.product(), offering, asked));
        }
        return List.copyOf(left);
    }

    /** What the documents' product texts name beside this offering: left aside, and named in the reason. */
    public List<String> leftAside(List<Evidence> documents, List<String> services) {
        return documents.stream()
                .flatMap(d -> ProductNames.others(d.product(), offering).stream()
                        .filter(item ->
                                ProductNames.services(item, offering, services).isEmpty()))
                .distinct()
                .toList();
    }
}
