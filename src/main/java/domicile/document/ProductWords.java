package domicile.document;

import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.ShippedProducts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the products of the register that a text names, by all names that a contract may use for them. */
final class ProductWords {

    /** A product as it is written, and where. */
    record Found(String name, int from, int to) {}

    private final Map<String, Name> patterns = new LinkedHashMap<>();
    private final Map<String, Set<String>> offerings = new LinkedHashMap<>();

    /**
     * A name.
     *
     * @param first its first word in small letters, looked for first since that is fast
     */
    private record Name(Pattern pattern, String first) {
        Name(String name) {
            this(
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + Pattern.quote(name).replace(" ", "\\E\\s+\\Q")
                                    + "(?![\\p{L}\\p{N}])",
                            name.contains(" ") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0),
                    Phrases.lower(name).split(" ")[0]);
        }

        Matcher in(String text) {
            return pattern.matcher(text);
        }
    }

    ProductWords(Register register) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (Offering offering : register.offerings()) {
            List<String> called = new ArrayList<>(offering.products());
            if (called.isEmpty()) {
                called.addAll(ShippedProducts.of(offering.id()));
            }
            called.forEach(name ->
                    names.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(offering.id()));
        }
        names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .forEach(name -> {
                    patterns.put(name, new Name(name));
                    offerings.put(name, names.getOrDefault(name, Set.of()));
                });
    }

    /** The products of a text, in its order. */
    List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        String lower = Phrases.lower(text);
        patterns.values().stream().filter(name -> lower.contains(name.first())).forEach(name -> {
            Matcher at = name.in(text);
            while (at.find()) {
                int from = at.start();
                int to = at.end();
                if (found.stream().allMatch(f -> to <= f.from() || from >= f.to())) {
                    found.add(new Found(at.group(), from, to));
                }
            }
        });
        found.sort(Comparator.comparingInt(Found::from));
        return found;
    }

    /** Whether a text names a product of an offering. */
    boolean names(String text, String offering) {
        return patterns.entrySet().stream()
                .anyMatch(e -> offerings.getOrDefault(e.getKey(), Set.of()).contains(offering)
                        && e.getValue().in(text).find());
    }
}
