package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Requirement;
import domicile.residency.Fact;
import domicile.residency.FrameworkControl;
import domicile.residency.Offering;
import domicile.residency.Source;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pack that is shipped: whole, cited, and free of facts that nobody states. */
class ShippedPackTest {
    private static final Pack PACK = Pack.shipped();

    @Test
    void holdsFourteenOfferingsAndTwentyFourNumberedSources() {
        assertThat(PACK.offerings())
                .extracting(Offering::id)
                .containsExactly(
                        "anthropic-bedrock",
                        "anthropic-direct",
                        "anthropic-vertex",
                        "aws-bedrock",
                        "cerebras",
                        "cohere",
                        "fireworks-ai",
                        "google-vertex",
                        "groq",
                        "mistral-la-plateforme",
                        "openai-azure",
                        "openai-direct",
                        "replicate",
                        "together-ai");
        assertThat(PACK.sources())
                .filteredOn(s -> s.kind() != Source.Kind.COMPILED)
                .hasSize(24);
    }

    @Test
    void everyFactIsCitedWithTheDayItWasRead() {
        assertThat(PACK.offerings())
                .flatMap(Offering::facts)
                .allSatisfy(f -> assertThat(f.citations()).isNotEmpty())
                .flatMap(Fact::citations)
                .allSatisfy(c -> assertThat(c.read()).isBeforeOrEqualTo(PACK.published()));
    }

    @Test
    void theOnlyConflictsAreGroqsSoc2AndOpenAisStorageInEurope() {
        assertThat(PACK.offerings().stream()
                        .flatMap(o -> o.conflicts().keySet().stream().map(k -> o.id() + " " + k)))
                .containsExactly("groq attestation/SOC2_TYPE_II", "openai-direct placement/STORAGE/eu");
    }

    @Test
    void everyRequirementOfAnOfferingAnswersAControlAndEveryControlARequirement() {
        // The other two ask the buyer, not the offering.
        var known = EnumSet.complementOf(EnumSet.of(Requirement.UNDECIDED, Requirement.NOTHING_ASKED)).stream()
                .map(Enum::name)
                .collect(Collectors.toSet());
        var answered = PACK.controls().stream()
                .map(FrameworkControl::requirements)
                .flatMap(java.util.List::stream)
                .collect(Collectors.toSet());
        assertThat(answered).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void theHashDoesNotDependOnTheDay() {
        assertThat(PACK.register(LocalDate.of(2026, 6, 1)).hash())
                .isEqualTo(PACK.register(LocalDate.of(2026, 11, 24)).hash())
                .matches("sha256:[0-9a-f]{64}");
    }
}
