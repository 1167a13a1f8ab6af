package domicile.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.questionnaire.WorkloadFile;
import domicile.register.Pack;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.Note;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Retention;
import domicile.residency.Workload;
import domicile.residency.ZeroRetention;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which assessments a change of the register breaks, and which facts they lean on. */
class ImpactTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Register REGISTER = Pack.shipped().register(DAY);
    private static final Workload HEALTH = WorkloadFile.read(Path.of("data/examples/us-health.json"), REGISTER);

    private static Register with(UnaryOperator<Fact<?>> change) {
        return replaced(REGISTER.offerings().stream()
                .map(o -> new Offering(
                        o.id(),
                        o.name(),
                        o.provider(),
                        o.operator(),
                        o.facts().stream().<Fact<?>>map(change::apply).toList()))
                .toList());
    }

    private static Register replaced(List<Offering> offerings) {
        return new Register(
                DAY,
                r -> "changed",
                REGISTER.providers(),
                offerings,
                REGISTER.sources(),
                REGISTER.areas(),
                REGISTER.controls(),
                List.of());
    }

    private static Impact of(Register after) {
        return Impact.between(HEALTH, REGISTER, after, DAY, Freshness.DEFAULT);
    }

    @Test
    void theSameRegisterChangesNothing() {
        assertThat(of(REGISTER).any()).isFalse();
    }

    @Test
    void aPageReadAgainChangesNothing() {
        assertThat(of(with(f -> new Fact<>(
                                f.value(),
                                f.text(),
                                f.variant(),
                                f.citations().stream()
                                        .map(c -> new Citation(c.source(), DAY))
                                        .toList())))
                        .any())
                .isFalse();
    }

    @Test
    void namesTheRequirementBeforeAndAfter() {
        Register after = with(f -> f.value() instanceof ZeroRetention z && z.zdr() == ZeroRetention.Zdr.STATELESS
                ? new Fact<>(new ZeroRetention(ZeroRetention.Zdr.NOT_OFFERED), f.text(), f.citations())
                : f.value() instanceof Retention r && r.days() == 0
                        ? new Fact<>(new Retention(30, r.from(), r.what()), f.text(), f.citations())
                        : f);
        Impact impact = of(after);
        assertThat(impact.offerings())
                .extracting(Impact.OfferingChange::offering)
                .contains("anthropic-bedrock", "aws-bedrock");
        assertThat(impact.offerings().getFirst().findings())
                .filteredOn(c -> c.requirement() == Requirement.RETENTION)
                .singleElement()
                .satisfies(c -> {
                    // second-hand: the compiled page alone says that nothing is kept
                    assertThat(c.before().orElseThrow().status()).isEqualTo(Status.CONDITIONAL);
                    assertThat(c.after().orElseThrow().status()).isEqualTo(Status.NOT_MET);
                });
    }

    @Test
    void aCandidateThatIsGoneIsToldAndNeverReplacedByAllOthers() {
        Workload one = HEALTH.withCandidates(List.of("groq"));
        Register without = replaced(REGISTER.offerings().stream()
                .filter(o -> !o.id().equals("groq"))
                .toList());
        assertThat(Impact.between(one, REGISTER, without, DAY, Freshness.DEFAULT)
                        .offerings())
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.offering()).isEqualTo("groq");
                    assertThat(o.after()).isEqualTo(Optional.empty());
                });
    }

    @Test
    void anAssessmentLeansOnTheFactsThatDecideIt() {
        var leaning = FactDependency.facts(HEALTH.withCandidates(List.of("aws-bedrock")), REGISTER, DAY);
        assertThat(leaning)
                .contains(
                        new FactDependency.FactOf("aws-bedrock", "attestation/BAA"),
                        new FactDependency.FactOf("aws-bedrock", "retention/"))
                .allMatch(f -> f.offering().equals("aws-bedrock"));
        assertThat(leaning.stream().map(FactDependency.FactOf::fact))
                .noneMatch(f -> f.startsWith("note/") || f.equals("attestation/CSA_STAR_2"));
    }

    @Test
    void whatMostAssessmentsLeanOnIsDueFirst() {
        Register oneOld = with(f -> f.value() instanceof Note
                ? f
                : new Fact<>(
                        f.value(),
                        f.text(),
                        f.variant(),
                        List.of(new Citation(f.citations().getFirst().source(), LocalDate.of(2026, 1, 1)))));
        List<FactDependency.Due> due =
                FactDependency.due(oneOld, DAY, 90, List.of(HEALTH.withCandidates(List.of("groq"))));
        assertThat(due)
                .isNotEmpty()
                .allMatch(d -> d.ageDays() == 180 && !(d.fact().value() instanceof Note));
        assertThat(due.getFirst().assessments()).isEqualTo(1);
        assertThat(due.getLast().assessments()).isZero();
        assertThat(FactDependency.due(oneOld, DAY, 180, List.of())).isEmpty();
        assertThat(Stream.of(due.getFirst().of().offering())).containsExactly("groq");
    }
}
