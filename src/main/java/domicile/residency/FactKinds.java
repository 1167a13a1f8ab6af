package domicile.residency;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kinds of facts that a register holds.
 *
 * @param all in the order in which they are listed
 */
public record FactKinds(List<FactKind<?>> all) {
    /** Those of Domicile. */
    public static final FactKinds SHIPPED = new FactKinds(List.of(
            Placement.FACT_KIND,
            Attestation.FACT_KIND,
            Retention.FACT_KIND,
            ZeroRetention.FACT_KIND,
            TrainingReuse.FACT_KIND,
            ModelFamilies.FACT_KIND,
            CorporateTie.FACT_KIND,
            TrustPortal.FACT_KIND,
            Headquarters.FACT_KIND,
            GoverningLaw.FACT_KIND,
            Note.FACT_KIND));

    public FactKinds {
        all = List.copyOf(all);
    }

    /** These and another one. */
    public FactKinds with(FactKind<?> another) {
        return new FactKinds(Stream.concat(all.stream(), Stream.of(another)).toList());
    }

    /** The kind that a pack calls so. */
    public Optional<FactKind<?>> find(String kind) {
        return all.stream().filter(k -> k.id().equals(kind)).findFirst();
    }

    /** The kind of a fact by the fact's id; empty when it can be the id of none. */
    public Optional<FactKind<?>> ofFact(String id) {
        int end = 0;
        while (end < id.length() && "/@#".indexOf(id.charAt(end)) < 0) {
            end++;
        }
        boolean identified = end < id.length() && id.charAt(end) == '/';
        return find(id.substring(0, end)).filter(k -> identified == k.identified());
    }

    /** What packs call them, for messages. */
    public String ids() {
        return all.stream().map(FactKind::id).collect(Collectors.joining(", "));
    }

    /** A word of their bundles; empty when there is none. */
    public Optional<String> word(String key, Locale language) {
        return all.stream()
                .map(FactKind::words)
                .distinct()
                .flatMap(words -> FactKind.word(words, key, language).stream())
                .findFirst();
    }
}
