package domicile.assessment;

import static domicile.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.rule.Judged;
import domicile.assessment.rule.Outcome;
import domicile.assessment.rule.Rule;
import domicile.assessment.rule.Rules;
import domicile.register.Pack;
import domicile.residency.Citation;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ways that are judged by the rules alone that look at a change are the ways that judging everything anew finds, which
 * is what the oracle here does: slow, and plain.
 */
class AlternativesOneByOneTest {
    private static final int TRIES = 200;
    private static final LocalDate DATE = Given.DATE;
    private static final Register SHIPPED = Pack.shipped().register(DATE);

    @Test
    void ofAnyOffering() {
        forAll(TRIES, random -> {
            AnyCase given = new AnyCase(random);
            Offering offering = given.offeringWithNarrowerFacts();
            check(random, given, AnyCase.register(offering), offering);
        });
    }

    @Test
    void ofTheShippedOnes() {
        forAll(TRIES, random -> {
            AnyCase given = new AnyCase(random);
            check(random, given, SHIPPED, given.any(SHIPPED.offerings()));
        });
    }

    private static void check(Random random, AnyCase given, Register register, Offering offering) {
        List<Evidence> documents =
                given.evidence().stream().map(e -> of(offering.id(), e)).toList();
        Workload any = given.workload(documents).withCandidates(List.of(offering.id()));
        Workload workload = AnyCase.with(
                any, documents, random.nextInt(4) == 0 ? given.undecided() : Set.of(), models(given, random, offering));
        Freshness limit = random.nextInt(3) == 0 ? new Freshness(3, 30, true) : Freshness.DEFAULT;
        Freshness freshness = random.nextInt(5) == 0 ? limit.requiringQuotes() : limit;
        List<Alternative> found = Assessor.assess(workload, register, DATE, freshness)
                .offerings()
                .getFirst()
                .alternatives();
        Candidate c = Candidate.of(workload, offering, register, DATE, freshness, Map.of());
        assertThat(found.stream()
                        .filter(a -> a.offering().equals(offering.id()))
                        .findFirst())
                .isEqualTo(new OneByOne(c).supplied());
    }

    private static List<String> models(AnyCase given, Random random, Offering offering) {
        List<String> known = offering.modelsOfNarrowerFacts();
        return known.isEmpty() || random.nextBoolean() ? List.of() : given.some(known, 2);
    }

    private static Evidence of(String offering, Evidence e) {
        return new Evidence(
                offering,
                e.kind(),
                e.date(),
                e.from(),
                e.regions(),
                e.product(),
                e.certification(),
                e.level(),
                e.days(),
                e.models(),
                e.services(),
                e.document(),
                e.passage());
    }

    /**
     * The oracle: every set of changes is judged from the start, one document and one fact left out after the other.
     */
    private record OneByOne(Candidate c) {
        private static final int PAGE_TO_READ = -1;

        private record Supply(List<Evidence> documents, Set<String> read, Map<Requirement, Outcome> outcomes) {
            Verdict reaches() {
                return Verdict.of(Status.worstOf(outcomes.values().stream().map(Outcome::status)));
            }

            Verdict ceiling() {
                return Verdict.of(Status.worstOf(outcomes.entrySet().stream()
                        .filter(e -> !Rules.PLACED.contains(e.getKey()))
                        .map(e -> e.getValue().status())));
            }
        }

        private Supply with(List<Evidence> documents, Set<String> read) {
            List<Fact<?>> facts = new ArrayList<>();
            for (Fact<?> fact : c.listed().facts()) {
                facts.add(
                        read.contains(fact.id())
                                ? new Fact<FactValue>(
                                        fact.value(),
                                        fact.text(),
                                        fact.variant(),
                                        List.of(new Citation(PAGE_TO_READ, c.date())))
                                : fact);
            }
            return new Supply(
                    documents,
                    read,
                    Evaluation.of(Candidate.of(
                                    c.workload().withMoreEvidence(documents),
                                    c.listed().withFacts(facts),
                                    c.register(),
                                    c.date(),
                                    c.freshness(),
                                    Map.of()))
                            .outcomes());
        }

        private Supply without(Supply supply, Evidence document) {
            return with(supply.documents().stream().filter(d -> d != document).toList(), supply.read());
        }

        private Supply without(Supply supply, String fact) {
            Set<String> fewer = new LinkedHashSet<>(supply.read());
            fewer.remove(fact);
            return with(supply.documents(), fewer);
        }

        Optional<Alternative> supplied() {
            Map<Requirement, Finding> findings = Evaluation.findings(c);
            Verdict verdict = Evaluation.verdict(findings.values());
            Map<Evidence.Kind, List<Evidence>> options = options(findings);
            Supply best = with(options.values().stream().map(List::getFirst).toList(), secondHand());
            Verdict ceiling = best.ceiling();
            if (verdict == Verdict.SUITABLE || ceiling.compareTo(verdict) <= 0) {
                return Optional.empty();
            }
            for (Evidence option :
                    options.values().stream().flatMap(o -> o.stream().skip(1)).toList()) {
                if (best.reaches() != ceiling) {
                    Supply other = with(
                            best.documents().stream()
                                    .map(d -> d.kind() == option.kind() ? option : d)
                                    .toList(),
                            best.read());
                    best = other.reaches().compareTo(best.reaches()) > 0 ? other : best;
                }
            }
            for (Evidence document : best.reaches() == ceiling ? List.<Evidence>of() : best.documents()) {
                Supply without = without(best, document);
                best = without.reaches().compareTo(best.reaches()) > 0 ? without : best;
            }
            if (best.reaches().compareTo(verdict) <= 0) {
                return Optional.empty();
            }
            Supply fewest = best;
            for (Evidence document : best.documents()) {
                Supply without = without(fewest, document);
                fewest = without.reaches().compareTo(best.reaches()) >= 0 ? without : fewest;
            }
            for (String fact : best.read()) {
                Supply without = without(fewest, fact);
                fewest = without.reaches().compareTo(best.reaches()) >= 0 ? without : fewest;
            }
            return Optional.of(new Alternative(
                    c.offering().id(),
                    deployment(Rules.findings(c, fewest.outcomes())),
                    fewest.documents().stream()
                            .map(d -> new Need(d, Alternatives.says(c, d)))
                            .toList(),
                    List.copyOf(fewest.read()),
                    fewest.reaches()));
        }

        private static Optional<String> deployment(Map<Requirement, Finding> findings) {
            return Stream.of(Requirement.SAME_DEPLOYMENT, Requirement.INFERENCE_LOCATION)
                    .flatMap(r -> Stream.ofNullable(findings.get(r)))
                    .flatMap(f -> f.deployment().stream())
                    .findFirst();
        }

        private Map<Evidence.Kind, List<Evidence>> options(Map<Requirement, Finding> findings) {
            Finding same = findings.get(Requirement.SAME_DEPLOYMENT);
            Map<Evidence.Kind, List<Evidence>> options = new LinkedHashMap<>();
            for (Rule rule : Rules.asked(c.workload())) {
                Finding finding = findings.get(rule.id());
                boolean open = finding != null && finding.status() != Status.MET;
                if (open || rule.regionScoped() && same != null && same.status() != Status.MET) {
                    for (Evidence d : rule.settledBy(c)) {
                        List<Evidence> one = options.computeIfAbsent(d.kind(), k -> new ArrayList<>());
                        if (!one.contains(d)) {
                            one.add(d);
                        }
                    }
                }
            }
            return options;
        }

        private Set<String> secondHand() {
            Set<String> ids = new LinkedHashSet<>();
            for (Candidate use : Evaluation.uses(c)) {
                Judged.of(use).outcomes().values().stream()
                        .filter(o -> o.status() != Status.MET)
                        .flatMap(o -> o.facts().stream())
                        .filter(f -> !c.firstHand(f) || c.discounted(f))
                        .forEach(f -> c.listed(List.of(f)).forEach(known -> ids.add(known.id())));
            }
            return ids;
        }
    }
}
