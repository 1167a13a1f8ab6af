package domicile.assessment;

import domicile.residency.Attestation;
import domicile.residency.FactValue;
import domicile.residency.Offering;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether a schedule names an offering's product, rather than another of the same vendor. */
final class ProductNames {
    /** Words that a vendor with many products puts in front of all of them: they tell no product from another. */
    private static final Set<String> TELL_NOTHING = Set.of(
            "a",
            "ai",
            "amazon",
            "an",
            "and",
            "api",
            "aws",
            "azure",
            "by",
            "cloud",
            "direct",
            "enterprise",
            "for",
            "from",
            "google",
            "held",
            "in",
            "la",
            "microsoft",
            "of",
            "on",
            "online",
            "or",
            "platform",
            "product",
            "products",
            "service",
            "services",
            "some",
            "standard",
            "the",
            "tier",
            "tiers",
            "under",
            "via",
            "web",
            "with");

    private ProductNames() {}

    /**
     * Whether a product's name, as a schedule gives it, means this offering. An offering sold through a cloud must be named by
     * its lane, as in {@code Amazon Bedrock}: the model's vendor alone names another contract.
     */
    static boolean names(String product, Offering offering) {
        Set<String> said = words(Stream.of(product));
        Set<String> telling = new TreeSet<>(said);
        telling.removeAll(TELL_NOTHING);
        Set<String> own = words(Stream.concat(
                Stream.of(offering.name(), offering.id(), offering.provider()),
                offering.facts(FactValue.ModelFamilies.class).stream().flatMap(f -> f.value().families().stream())));
        if (!offering.operator().equals(offering.provider())) {
            String lane = offering.id().substring(offering.id().lastIndexOf('-') + 1);
            return said.contains(lane)
                    && (telling.contains(lane) || telling.stream().anyMatch(own::contains));
        }
        own.addAll(words(offering.attestations(Attestation.Kind.BAA).stream()
                .map(f -> f.value().scope())));
        return telling.stream().anyMatch(own::contains);
    }

    private static Set<String> words(Stream<String> texts) {
        Set<String> words = new TreeSet<>();
        texts.flatMap(t -> Arrays.stream(t.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .filter(w -> !w.isEmpty())
                .forEach(words::add);
        return words;
    }
}
