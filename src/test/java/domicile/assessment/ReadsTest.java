package domicile.assessment;

import static domicile.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.rule.Outcome;
import domicile.assessment.rule.Reads;
import domicile.assessment.rule.Rule;
import domicile.assessment.rule.Rules;
import domicile.residency.Fact;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Placement;
import domicile.residency.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a rule says that it looks at is all that it looks at. */
class ReadsTest {
    private static final int TRIES = 2_000;

    @Test
    void nothingElseChangesWhatARuleComesTo() {
        forAll(TRIES, random -> {
            AnyCase given = new AnyCase(random);
            Offering offering = given.offeringWithNarrowerFacts();
            Workload workload =
                    AnyCase.with(given.workload(given.evidence()), given.evidence(), given.undecided(), List.of());
            Optional<String> model = offering.modelsOfNarrowerFacts().stream().findFirst();
            Optional<String> service =
                    offering.servicesOfNarrowerFacts().stream().findFirst();
            for (Rule rule : Rules.asked(workload)) {
                Reads reads = rule.reads();
                Candidate all = candidate(workload, offering).usedAs(model, service);
                Candidate some = candidate(
                                workload.withEvidence(workload.evidence().stream()
                                        .filter(d -> reads.documents().contains(d.kind()))
                                        .toList()),
                                offering.withFacts(offering.facts().stream()
                                        .filter(f -> reads.facts().test(f.value()))
                                        .toList()))
                        .usedAs(model, service);
                Outcome overall = rule.decide(all).settled(all);
                assertThat(rule.decide(some).settled(some)).as("%s", rule).isEqualTo(overall);
                for (Fact<Placement> deployment : all.available(Layer.INFERENCE)) {
                    assertThat(rule.at(some, deployment.value(), overall))
                            .as("%s in %s", rule, deployment.value())
                            .isEqualTo(rule.at(all, deployment.value(), overall));
                }
            }
        });
    }

    private static Candidate candidate(Workload workload, Offering offering) {
        return Candidate.of(workload, offering, AnyCase.register(offering), Given.DATE, Freshness.DEFAULT, Map.of());
    }
}
