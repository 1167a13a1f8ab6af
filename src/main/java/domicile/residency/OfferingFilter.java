package domicile.residency;

import domicile.residency.Attestation.FedRampLevel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which offerings to show. What is unknown does not pass: a filter keeps an offering only if the register says so. The
 * command line's {@code list} and the desktop's facets are this one filter.
 *
 * @param inference some deployment lies inside for sure
 * @param storage nothing is stored, or some storage placement lies inside for sure
 * @param certifications all of them held, in full or in part, without sources that disagree
 * @param fedRamp an authorization of at least this level; one of the 20x programme does not count for a level of
 *     Revision 5
 * @param baa a BAA is held
 * @param zdr zero data retention can be had
 * @param noTraining prompts are not used for training by default
 * @param families any of these model families is offered by all that sources say; empty means all
 * @param text words that all occur in the name, the ids, the places or what the sources say
 */
public record OfferingFilter(
        Optional<Area> inference,
        Optional<Area> storage,
        Set<Attestation.Kind> certifications,
        Optional<FedRampLevel> fedRamp,
        boolean baa,
        boolean zdr,
        boolean noTraining,
        Set<String> families,
        String text) {

    /** Keeps everything. */
    public static final OfferingFilter ALL = new OfferingFilter(
            Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), false, false, false, Set.of(), "");

    public OfferingFilter {
        certifications = Set.copyOf(certifications);
        families = Set.copyOf(families);
    }

    /** The offerings of a register that pass, in its order. */
    public List<Offering> apply(Register register) {
        return register.offerings().stream()
                .filter(o -> matches(o, register.areas()))
                .toList();
    }

    /** Whether an offering passes. */
    public boolean matches(Offering offering, Areas areas) {
        return inference.map(a -> infersIn(offering, a, areas)).orElse(true)
                && storage.map(a -> storesIn(offering, a, areas)).orElse(true)
                && certifications.stream().allMatch(k -> held(offering, k))
                && fedRamp.map(l -> authorized(offering, l)).orElse(true)
                && (!baa || held(offering, Attestation.Kind.BAA))
                && (!zdr || offering.zeroRetention().surely(z -> z.zdr().obtainable()))
                && (!noTraining || notTrainedOn(offering))
                && (families.isEmpty() || families(offering).stream().anyMatch(families::contains))
                && says(offering, areas);
    }

    /** Whether some deployment lies inside an area for sure. */
    public static boolean infersIn(Offering offering, Area area, Areas areas) {
        return anyInside(offering, Layer.INFERENCE, area, areas);
    }

    /** Whether nothing is stored, or some storage placement lies inside an area for sure. */
    public static boolean storesIn(Offering offering, Area area, Areas areas) {
        return stateless(offering) || anyInside(offering, Layer.STORAGE, area, areas);
    }

    /** Whether nothing is stored, by all that is published. */
    public static boolean stateless(Offering offering) {
        return offering.zeroRetention().surely(z -> z.zdr() == ZeroRetention.Zdr.STATELESS);
    }

    private static boolean anyInside(Offering offering, Layer layer, Area area, Areas areas) {
        return anyInside(placements(offering, layer), area, areas);
    }

    /**
     * The placements of a layer that all sources give alike and that a buyer can count on: a data centre alone is none.
     */
    public static List<Placement> placements(Offering offering, Layer layer) {
        return LayerPlacements.of(offering, layer).certain();
    }

    /**
     * Whether one of a layer's placements lies inside an area for sure. Of storage that a buyer selects, one place is
     * enough.
     */
    public static boolean anyInside(List<Placement> placements, Area area, Areas areas) {
        return placements.stream().anyMatch(p -> areas.withinAsSelected(p, area) == Containment.YES);
    }

    /** Whether an attestation is held, in full or in part, and no source disagrees. */
    public static boolean held(Offering offering, Attestation.Kind kind) {
        return offering.published(kind).surely(Attestation::held);
    }

    /**
     * Whether an authorization of at least this level is held and no source disagrees. Revision 5 and 20x do not count
     * for each other: an agency that asks for the one has to accept the other first.
     */
    public static boolean authorized(Offering offering, FedRampLevel level) {
        return offering.published(Attestation.Kind.FEDRAMP)
                .surely(a -> a.held()
                        && a.level()
                                .filter(l -> l.revision5() == level.revision5() && l.reaches(level.height()))
                                .isPresent());
    }

    /** Whether it is published that prompts train no models by default. */
    public static boolean notTrainedOn(Offering offering) {
        return offering.published(TrainingReuse.class)
                .surely(t -> t.reuse() == TrainingReuse.Reuse.NOT_USED_BY_DEFAULT);
    }

    /** The model families that all sources name. */
    public static Set<String> families(Offering offering) {
        List<Fact<ModelFamilies>> said = offering.published(ModelFamilies.class).facts();
        Set<String> families = new TreeSet<>();
        said.forEach(f -> families.addAll(f.value().families()));
        said.forEach(f -> families.retainAll(f.value().families()));
        return families;
    }

    private boolean says(Offering offering, Areas areas) {
        if (text.isBlank()) {
            return true;
        }
        String all = searchable(offering, areas);
        return List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                .allMatch(all::contains);
    }

    /** All that a search looks through, in lower case. */
    public static String searchable(Offering offering, Areas areas) {
        StringBuilder all = new StringBuilder()
                .append(offering.id())
                .append(' ')
                .append(offering.name())
                .append(' ')
                .append(offering.provider())
                .append(' ')
                .append(offering.operator());
        for (Fact<?> fact : offering.facts()) {
            all.append(' ').append(fact.text());
            if (fact.value() instanceof Placement placement) {
                all.append(' ').append(placement.name());
                placement
                        .places()
                        .forEach(p ->
                                all.append(' ').append(p.code()).append(' ').append(areas.name(p)));
            }
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }
}
