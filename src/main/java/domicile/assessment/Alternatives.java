package domicile.assessment;

import domicile.assessment.rule.Judged;
import domicile.assessment.rule.Outcome;
import domicile.assessment.rule.Rule;
import domicile.assessment.rule.Rules;
import domicile.residency.Area;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Offering;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

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
     * @param judged the candidate
     * @param verdict the candidate's own verdict
     * @param findings the candidate's findings
     * @param others what any offering of the register comes to for this workload
     */
    static List<Alternative> all(
            Evaluation judged,
            Verdict verdict,
            Map<Requirement, Finding> findings,
            Map<String, List<Offering>> byFamily,
            Function<Offering, Map<Requirement, Finding>> others) {
        if (verdict == Verdict.SUITABLE) {
            return List.of();
        }
        List<Alternative> all = new ArrayList<>();
        Candidate c = judged.c();
        supplied(judged, verdict, findings).ifPresent(all::add);
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

    /** The documents that might be supplied, each as it would count. */
    private record Supplies(Candidate c, Map<Evidence, Documents> counted) {
        static Supplies of(Candidate c, Collection<List<Evidence>> options) {
            Map<Evidence, Documents> counted = new IdentityHashMap<>();
            options.forEach(one -> one.forEach(d -> counted.computeIfAbsent(d, c::judged)));
            return new Supplies(c, counted);
        }

        /** Some state of the candidate, holding these documents and those that are in hand. */
        Candidate holding(Candidate state, List<Evidence> documents) {
            List<Documents> more = documents.stream()
                    .flatMap(d -> Stream.ofNullable(counted.get(d)))
                    .toList();
            return state.holding(
                    c.workload().withMoreEvidence(documents), c.documents().and(more));
        }
    }

    /** A set of changes to one candidate, and what it comes to with it. */
    private record Supply(
            Supplies from,
            List<Evidence> documents,
            Set<String> read,
            Evaluation judged,
            Map<Requirement, Outcome> outcomes) {
        Supply(Supplies from, List<Evidence> documents, Set<String> read, Evaluation judged) {
            this(from, documents, read, judged, judged.outcomes());
        }

        static Supply of(Evaluation now, Supplies from, List<Evidence> documents, Set<String> read) {
            Candidate changed = from.holding(now.c().knowing(read), documents);
            List<FactValue> facts = now.c().listed().facts().stream()
                    .filter(f -> read.contains(f.id()))
                    .<FactValue>map(Fact::value)
                    .toList();
            return new Supply(
                    from,
                    documents,
                    read,
                    now.after(
                            changed,
                            r -> documents.stream().anyMatch(d -> r.documents().contains(d.kind()))
                                    || facts.stream().anyMatch(r.facts())));
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

        /** Other documents, which differ in those of one kind. */
        Supply with(List<Evidence> others, Evidence.Kind kind) {
            return new Supply(
                    from,
                    others,
                    read,
                    judged.after(
                            from.holding(judged.c(), others), r -> r.documents().contains(kind)));
        }

        Supply without(Evidence document) {
            return with(documents.stream().filter(d -> d != document).toList(), document.kind());
        }

        Supply without(Fact<?> fact) {
            Set<String> fewer = new LinkedHashSet<>(read);
            fewer.remove(fact.id());
            return new Supply(
                    from,
                    documents,
                    fewer,
                    judged.after(
                            from.holding(from.c().knowing(fewer), documents),
                            r -> r.facts().test(fact.value())));
        }
    }

    /** The fewest documents and pages that reach the best verdict that such can reach; empty when none helps. */
    private static Optional<Alternative> supplied(
            Evaluation judged, Verdict verdict, Map<Requirement, Finding> findings) {
        Candidate c = judged.c();
        Map<Evidence.Kind, List<Evidence>> options = options(c, findings);
        List<Fact<?>> secondHand = secondHand(judged);
        Set<String> ids = new LinkedHashSet<>();
        secondHand.forEach(f -> ids.add(f.id()));
        Supply best = Supply.of(
                judged,
                Supplies.of(c, options.values()),
                options.values().stream().map(List::getFirst).toList(),
                ids);
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
                Supply with = best.with(other, option.kind());
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
        for (Fact<?> fact : secondHand) {
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
    private static List<Fact<?>> secondHand(Evaluation judged) {
        Candidate c = judged.c();
        Map<String, Fact<?>> facts = new LinkedHashMap<>();
        for (Judged use : judged.uses()) {
            for (Outcome outcome : use.outcomes().values()) {
                if (outcome.status() == Status.MET) {
                    continue;
                }
                outcome.things().stream()
                        .flatMap(List::stream)
                        .filter(f -> !c.firstHand(f) || c.discounted(f))
                        .forEach(f -> c.listed(List.of(f)).forEach(known -> facts.putIfAbsent(known.id(), known)));
            }
        }
        return List.copyOf(facts.values());
    }

    static Sentence says(Candidate c, Evidence document) {
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
