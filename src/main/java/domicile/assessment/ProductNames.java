package domicile.assessment;

import domicile.residency.Offering;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the product text of a document says about one offering. A name counts as a whole, after case, accents, white
 * space and punctuation are folded; a list is read item by item; a word that takes something out makes the whole text
 * say nothing.
 */
final class ProductNames {
    private static final String ITEMS = "[,;\\n]";
    private static final String JOINED = "(?i)(?<=\\s)(and|und|et)(?=\\s)";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER_SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final List<String> EXCLUSIONS = exclusions();

    /** What a product text comes to. */
    enum Reading {
        NAMES_IT,
        NAMES_ANOTHER,
        EXCLUDES
    }

    private ProductNames() {}

    /** Whether the text names the offering by one of its products. */
    static Reading read(String text, Offering offering) {
        String folded = " " + fold(text) + " ";
        if (EXCLUSIONS.stream().anyMatch(word -> folded.contains(" " + word + " "))) {
            return Reading.EXCLUDES;
        }
        Set<String> names = names(offering);
        return items(text).stream().anyMatch(names::contains) ? Reading.NAMES_IT : Reading.NAMES_ANOTHER;
    }

    /**
     * The services among these that the text names: alone, or after or before the product as in "Amazon Bedrock
     * Guardrails".
     */
    static Set<String> services(String text, Offering offering, List<String> asked) {
        Set<String> items = items(text);
        Set<String> named = new LinkedHashSet<>();
        for (String service : asked) {
            String folded = fold(service);
            boolean there = items.contains(folded)
                    || names(offering).stream()
                            .anyMatch(n -> items.contains(n + " " + folded)
                                    || items.contains(folded + " for " + n)
                                    || items.contains(folded + " " + n));
            if (there) {
                named.add(service);
            }
        }
        return named;
    }

    /** The items of the text that are none of the offering's products, as they stand there. */
    static List<String> others(String text, Offering offering) {
        Set<String> names = names(offering);
        return Stream.of(text.split(ITEMS))
                .filter(part -> !names.contains(fold(part)))
                .flatMap(part -> Stream.of(part.split(JOINED)))
                .map(String::strip)
                .filter(item -> !item.isEmpty() && !names.contains(fold(item)))
                .toList();
    }

    /**
     * The offering's product names, folded; while it lists none, its name and the names that the first register ships.
     */
    private static Set<String> names(Offering offering) {
        Set<String> names = new LinkedHashSet<>();
        offering.products().forEach(p -> names.add(fold(p)));
        if (offering.products().isEmpty()) {
            names.add(fold(offering.name()));
            domicile.residency.ShippedProducts.of(offering.id()).forEach(p -> names.add(fold(p)));
        }
        return names;
    }

    /** All readings of the text as a list: as a whole, by commas and semicolons, and by "and" inside of these. */
    private static Set<String> items(String text) {
        Set<String> items = new LinkedHashSet<>();
        items.add(fold(text));
        for (String part : text.split(ITEMS)) {
            items.add(fold(part));
            for (String item : part.split(JOINED)) {
                items.add(fold(item));
            }
        }
        return items;
    }

    /** Lower case without accents, with every other sign than letters and digits as one space. */
    static String fold(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFKD);
        return OTHER_SIGNS
                .matcher(MARKS.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static List<String> exclusions() {
        ResourceBundle bundle = ResourceBundle.getBundle("domicile.assessment.Exclusions", Locale.ROOT);
        List<String> all = new ArrayList<>();
        for (String language : bundle.keySet()) {
            for (String word : bundle.getString(language).split(";")) {
                all.add(fold(word));
            }
        }
        return List.copyOf(all);
    }
}
