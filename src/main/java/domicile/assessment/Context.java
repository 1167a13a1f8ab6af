package domicile.assessment;

import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Citation;
import domicile.residency.Containment;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules see of one candidate.
 *
 * @param evidence the documents for this offering that count at the assessment's date
 * @param controls control ids by the requirement that answers them
 */
record Context(
        Workload workload,
        Offering offering,
        Register register,
        LocalDate date,
        Freshness freshness,
        List<Evidence> evidence,
        Map<String, List<String>> controls) {

    static Context of(
            Workload workload,
            Offering offering,
            Register register,
            LocalDate date,
            Freshness freshness,
            Map<String, List<String>> controls) {
        List<Evidence> counts = workload.evidence().stream()
                .filter(e -> e.offering().equals(offering.id()))
                .filter(e -> !e.date().isAfter(date))
                .toList();
        return new Context(workload, offering, register, date, freshness, counts, controls);
    }

    /** The same candidate, were the buyer to hold these documents too. */
    Context with(Collection<Evidence> more) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.addAll(more);
        return new Context(workload, offering, register, date, freshness, List.copyOf(all), controls);
    }

    Optional<Fact<FactValue.ZeroRetention>> zdr() {
        var p = offering.zeroRetention();
        return p.disputed()
                ? Optional.of(new Fact<>(
                        new FactValue.ZeroRetention(FactValue.Zdr.VERIFY),
                        "",
                        p.facts().stream()
                                .flatMap(f -> f.citations().stream())
                                .distinct()
                                .toList()))
                : p.facts().stream().findFirst();
    }

    Optional<Fact<FactValue.Retention>> retention() {
        return offering.retentionOn(workload.startsOn()).facts().stream().findFirst();
    }

    Areas areas() {
        return register.areas();
    }

    List<Evidence> evidence(Evidence.Kind kind) {
        return evidence.stream().filter(e -> e.kind() == kind).toList();
    }

    /** The documents of a kind that commit to places which all lie inside the area. */
    List<Evidence> commitments(Evidence.Kind kind, Area area) {
        return evidence(kind).stream().filter(e -> commitsTo(e, area)).toList();
    }

    boolean commitsTo(Evidence document, Area area) {
        return !document.regions().isEmpty()
                && document.regions().stream().allMatch(p -> areas().within(p, area) == Containment.YES);
    }

    boolean stale(Citation citation) {
        return age(citation) > freshness.maxAgeDays();
    }

    long age(Citation citation) {
        return ChronoUnit.DAYS.between(citation.read(), date);
    }

    /** Distinct citations by source number, then by the day read. */
    static List<Citation> citations(Collection<? extends Fact<? extends FactValue>> facts) {
        return facts.stream()
                .flatMap(f -> f.citations().stream())
                .distinct()
                .sorted(Comparator.comparingInt(Citation::source).thenComparing(Citation::read))
                .toList();
    }

    /** Starts a finding. */
    Draft finding(Requirement requirement, Status status, String reason, Object... args) {
        return new Draft(this, requirement, status, Sentence.of(reason, args));
    }

    /** A finding being put together. */
    static final class Draft {
        private final Context context;
        private final Requirement requirement;
        private final Status status;
        private final Sentence reason;
        private Optional<String> deployment = Optional.empty();
        private List<Citation> citations = List.of();
        private Optional<Sentence> missing = Optional.empty();
        private List<String> documents = List.of();
        private final List<Sentence> lifts = new ArrayList<>();

        private Draft(Context context, Requirement requirement, Status status, Sentence reason) {
            this.context = context;
            this.requirement = requirement;
            this.status = status;
            this.reason = reason;
        }

        Draft at(Optional<String> id) {
            deployment = id;
            return this;
        }

        Draft citing(Collection<? extends Fact<? extends FactValue>> facts) {
            citations = Context.citations(facts);
            return this;
        }

        Draft missing(String what, Object... args) {
            missing = Optional.of(Sentence.of(what, args));
            return this;
        }

        Draft relyingOn(List<Evidence> relied) {
            documents = relied.stream().map(Evidence::title).toList();
            return this;
        }

        Draft lift(String what, Object... args) {
            lifts.add(Sentence.of(what, args));
            return this;
        }

        /**
         * Finishes. With a hard limit on age, a status that rests on a stale citation and on no document of the buyer's is no
         * better than UNVERIFIED.
         */
        Finding done() {
            Status settled = status;
            Sentence said = reason;
            List<Citation> old = citations.stream().filter(context::stale).toList();
            if (context.freshness().hardLimit() && documents.isEmpty() && !old.isEmpty()) {
                settled = status.worst(Status.UNVERIFIED);
                if (settled != status) {
                    said = Sentence.of(
                            "stale.counts", reason, context.freshness().maxAgeDays());
                    lifts.addFirst(Sentence.of("stale.lift"));
                }
            }
            Optional<Sentence> gap = missing.isPresent() || !citations.isEmpty()
                    ? missing
                    : Optional.of(Sentence.of("missing.any", context.offering().name()));
            return new Finding(
                    requirement,
                    settled,
                    said,
                    deployment,
                    citations,
                    citations.isEmpty() ? gap : Optional.empty(),
                    documents,
                    context.controls().getOrDefault(requirement.name(), List.of()),
                    settled == Status.MET ? List.of() : lifts);
        }
    }
}
