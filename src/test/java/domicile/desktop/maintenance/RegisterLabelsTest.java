package domicile.desktop.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.desktop.kit.Texts;
import domicile.register.Pack;
import domicile.register.RegisterKey;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.ZeroRetention;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts are called by names that a reader knows, and no two of an offering by the same. */
class RegisterLabelsTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void everyShippedFactHasANameOfItsOwnWithoutTheProgramsWords(String language) {
        Texts texts = new Texts(Locale.of(language));
        for (Offering offering : Pack.shipped().offerings()) {
            Set<String> names = new HashSet<>();
            for (Fact<?> fact : offering.facts()) {
                String byId = RegisterLabels.name(RegisterKey.fact(offering.id(), fact.id()), texts);
                assertThat(names.add(byId)).as(offering.id() + " " + byId).isTrue();
                for (String name : List.of(byId, RegisterLabels.name(fact, texts))) {
                    assertThat(name)
                            .doesNotContain("placement", "attestation", "corporateTie", "INFERENCE", "TYPE_II", "#");
                }
            }
            assertThat(offering.facts().stream().map(f -> RegisterLabels.name(f, texts)))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatDisagreesIsToldApart() {
        Citation citation = new Citation(1, LocalDate.of(2026, 6, 1));
        Fact<?> fact = new Fact<>(new ZeroRetention(ZeroRetention.Zdr.STATELESS), "", "index", List.of(citation));
        assertThat(RegisterLabels.name(fact, ENGLISH)).isEqualTo("Zero data retention (index)");
        assertThat(RegisterLabels.name(RegisterKey.fact("groq", "placement/INFERENCE/us"), ENGLISH))
                .isEqualTo("Inference: us");
        assertThat(RegisterLabels.name(RegisterKey.fact("groq", "corporateTie/AE/mgx"), ENGLISH))
                .isEqualTo("Corporate tie: AE, mgx");
    }
}
