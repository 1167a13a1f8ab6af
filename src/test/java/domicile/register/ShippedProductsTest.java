package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.residency.Offering;
import domicile.residency.Provider;
import domicile.residency.ShippedProducts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The product names that the program knows without a register are those of the shipped pack, and name products. */
class ShippedProductsTest {
    private static final Pack PACK = Pack.shipped();

    @Test
    void areThoseOfThePack() {
        for (Offering offering : PACK.offerings()) {
            assertThat(ShippedProducts.of(offering.id()))
                    .as(offering.id())
                    .isNotEmpty()
                    .isEqualTo(offering.products());
        }
        assertThat(ShippedProducts.of("made-up")).isEmpty();
    }

    @Test
    void nameNeitherAVendorNorAModelFamily() {
        Set<String> tooWide =
                new HashSet<>(List.of("anthropic", "claude", "gpt", "chatgpt", "gemini", "mistral", "azure"));
        PACK.providers().stream().map(Provider::name).forEach(n -> tooWide.add(n.toLowerCase(Locale.ROOT)));
        assertThat(PACK.offerings())
                .flatMap(Offering::products)
                .noneMatch(name -> tooWide.contains(name.toLowerCase(Locale.ROOT)));
    }

    @Test
    void ofOneVendorTellItsLanesApart() {
        assertThat(ShippedProducts.of("openai-direct")).doesNotContainAnyElementsOf(ShippedProducts.of("openai-azure"));
        assertThat(ShippedProducts.of("anthropic-direct"))
                .doesNotContainAnyElementsOf(ShippedProducts.of("anthropic-bedrock"))
                .doesNotContainAnyElementsOf(ShippedProducts.of("anthropic-vertex"));
        assertThat(ShippedProducts.of("anthropic-bedrock")).contains("Amazon Bedrock");
        assertThat(ShippedProducts.of("openai-azure")).contains("Azure OpenAI Service");
    }

    /** A list in a schedule is read item by item: a name with such a separator could never be found. */
    @Test
    void holdNoSeparatorOfAList() {
        assertThat(PACK.offerings())
                .flatMap(Offering::products)
                .noneMatch(name -> name.matches("(?i).*([,;]|\\b(and|und|et)\\b).*"));
    }
}
