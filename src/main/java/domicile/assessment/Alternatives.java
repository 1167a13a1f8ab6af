package domicile.assessment;

import domicile.assessment.rule.Outcome;
import domicile.assessment.rule.Rule;
import domicile.assessment.rule.Rules;
import domicile.residency.Area;
import domicile.residency.Evidence;
import domicile.residency.Offering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The smallest sets of changes that lift a candidate: documents to obtain and pages to read for the same offering, or
 * another offering of the same model family as it stands. What a set reaches is assessed as if it had been supplied, by
 * the same rules.
 */
final class Alternatives {
    /** How many other offerings are named at most. */
    static final int MOST = 5;

    private Alternatives() {}

    /**
     * @param verdict the candidate's own verdict
     * @param findings the candidate's findings
     * @param others what any offering of the register comes to for this workload
     */
    static List<Alternative> all(
            Candidate c,
            Verdict verdict,
            Map<Requirement, Finding> findings,
            Map<String, List<Offering>> byFamily,
            Function<Offering, Map<Requirement, Finding>> others) {
        if (verdict == Verdict.SUITABLE) {
            return List.of();
        }
        List<Alternative> all = new ArrayList<>();
        supplied(c, verdict, findings).ifPresent(all::add);
        Set<Offering> lanes = new LinkedHashSet<>();
        FailureModes.families(c.offering()).forEach(family -> lanes.addAll(byFamily.getOrDefault(family, List.of())));
        lanes.stream()
                .filter(o -> !o.id().equals(c.offering().id()))
                .map(o -> lane(o, others.apply(o)))
                .filter(a -> a.reaches().compareTo(verdict) > 0)
                .sorted(Comparator.comparing(Alternative::reaches).reversed().thenComparing(Alternative::offering))
                .limit(MOST)
                .forEach(all::add);
        return all;
    }

    private static Alternative lane(Offering other, Map<Requirement, Finding> findings) {
        return new Alternative(
                other.id(), deployment(findings), List.of(), List.of(), Evaluation.verdict(findings.values()));
    }

    private static Optional<String> deployment(Map<Requirement, Finding> findings) {
        return Optional.ofNullable(findings.get(Requirement.SAME_DEPLOYMENT))
                .flatMap(Finding::deployment)
                .or(() -> Optional.ofNullable(findings.get(Requirement.INFERENCE_LOCATION))
                        .flatMap(Finding::deployment));
    }

    /** A set of changes to one candidate, and what it comes to with it. */
    private record Supply(Candidate c, List<Evidence> documents, Set<String> read, Map<Requirement, Outcome> outcomes) {
        static Supply of(Candidate c, List<Evidence> documents, Set<String> read) {
            return new Supply(c, documents, read, Evaluation.outcomes(c.were(documents, read)));
        }

        Verdict reaches() {
            return Verdict.of(Status.worstOf(outcomes.values().stream().map(Outcome::status)));
        }

        /** What no other choice of places can exceed: the verdict of what does not depend on them. */
        Verdict ceiling() {
            return Verdict.of(Status.worstOf(outcomes.entrySet().stream()
                    .filter(e -> !Rules.PLACED.contains(e.getKey()))
                    .map(e -> e.getValue().status())));
        }

        Supply without(Evidence document) {
            return of(c, documents.stream().filter(d -> d != document).toList(), read);
        }

        Supply without(String fact) {
            Set<String> fewer = new LinkedHashSet<>(read);
            fewer.remove(fact);
            return of(c, documents, fewer);
        }
    }

    /** The fewest documents and pages that reach the best verdict that such can reach; empty when none helps. */
    private static Optional<Alternative> supplied(Candidate c, Verdict verdict, Map<Requirement, Finding> findings) {
        Map<Evidence.Kind, List<Evidence>> options = options(c, findings);
        Supply best = Supply.of(c, options.values().stream().map(List::getFirst).toList(), secondHand(c));
        Verdict ceiling = best.ceiling();
        if (ceiling.compareTo(verdict) <= 0) {
            return Optional.empty();
        }
        for (List<Evidence> one : options.values()) {
            for (Evidence option : one.subList(1, one.size())) {
                if (best.reaches() == ceiling) {
                    break;
                }
                List<Evidence> other = best.documents().stream()
                        .map(d -> d.kind() == option.kind() ? option : d)
                        .toList();
                Supply with = Supply.of(c, other, best.read());
                if (with.reaches().compareTo(best.reaches()) > 0) {
                    best = with;
                }
            }
        }
        // a kind of document may do harm, as an order form for another deployment does
        for (Evidence document : best.reaches() == ceiling ? List.<Evidence>of() : best.documents()) {
            Supply without = best.without(document);
            best = without.reaches().compareTo(best.reaches()) > 0 ? without : best;
        }
        if (best.reaches().compareTo(verdict) <= 0) {
            return Optional.empty();
        }
        Supply fewest = best;
        for (Evidence document : best.documents()) {
            Supply without = fewest.without(document);
            fewest = without.reaches().compareTo(best.reaches()) >= 0 ? without : fewest;
        }
        for (String fact : best.read()) {
            Supply without = fewest.without(fact);
            fewest = without.reaches().compareTo(best.reaches()) >= 0 ? without : fewest;
        }
        return Optional.of(new Alternative(
                c.offering().id(),
                deployment(Rules.findings(c, fewest.outcomes())),
                fewest.documents().stream().map(d -> new Need(d, says(c, d))).toList(),
                List.copyOf(fewest.read()),
                fewest.reaches()));
    }

    /** For each kind of document that could help, the ways in which it could read. */
    private static Map<Evidence.Kind, List<Evidence>> options(Candidate c, Map<Requirement, Finding> findings) {
        boolean together = Optional.ofNullable(findings.get(Requirement.SAME_DEPLOYMENT))
                .filter(f -> f.status() != Status.MET)
                .isPresent();
        Map<Evidence.Kind, List<Evidence>> options = new LinkedHashMap<>();
        for (Rule rule : Rules.asked(c.workload())) {
            Finding finding = findings.get(rule.id());
            boolean open = finding != null && finding.status() != Status.MET;
            if (open || together && rule.regionScoped()) {
                rule.settledBy(c).forEach(d -> {
                    List<Evidence> one = options.computeIfAbsent(d.kind(), k -> new ArrayList<>());
                    if (!one.contains(d)) {
                        one.add(d);
                    }
                });
            }
        }
        return options;
    }

    /** The facts that something not met rests on and that are second-hand, or count as unverified. */
    private static Set<String> secondHand(Candidate c) {
        Set<String> ids = new LinkedHashSet<>();
        for (Candidate use : Evaluation.uses(c)) {
            for (Outcome outcome : Rules.outcomes(use).values()) {
                if (outcome.status() == Status.MET) {
                    continue;
                }
                outcome.things().stream()
                        .flatMap(List::stream)
                        .filter(f -> !c.firstHand(f) || c.discounted(f))
                        .forEach(f -> c.listed(List.of(f)).forEach(known -> ids.add(known.id())));
            }
        }
        return ids;
    }

    private static Sentence says(Candidate c, Evidence document) {
        Object what = switch (document.kind()) {
            case ORDER_FORM_INFERENCE_REGION,
                    ORDER_FORM_STORAGE_REGION,
                    ENDPOINT_SERVICES_REGION,
                    OWNERSHIP_DECLARATION -> new Area(document.regions());
            case CERTIFICATE, SOC2_REPORT ->
                document.certification().map(kind -> (Object) kind).orElse("");
            case FEDRAMP_AUTHORIZATION ->
                document.level().map(level -> (Object) level).orElse("");
            case ZDR_ADDENDUM -> document.days().isPresent() ? document.days().getAsInt() : 0;
            case BAA_PRODUCT_SCHEDULE -> String.join(", ", document.services());
            case VENDOR_BAA, ORDER_FORM_NO_TRAINING, DPA_SIGNED, STORAGE_RESIDENCY_CLAIM -> "";
        };
        boolean services = document.kind() == Evidence.Kind.BAA_PRODUCT_SCHEDULE
                && !document.services().isEmpty();
        return Sentence.of(
                "document." + document.kind() + (services ? ".services" : ""),
                document.product().isEmpty() ? c.name() : document.product(),
                what);
    }
}
