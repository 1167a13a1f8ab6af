package domicile.residency;

import domicile.residency.Attestation.FedRampLevel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which offerings to show. What is unknown does not pass: a filter keeps an offering only if the register says so. The command
 * line's {@code list} and the desktop's facets are this one filter.
 *
 * @param inference some deployment lies inside for sure
 * @param storage nothing is stored, or some storage placement lies inside for sure
 * @param certifications all of them held, in full or in part, without sources that disagree
 * @param fedRamp an authorization of at least this level
 * @param baa a BAA is held
 * @param zdr zero data retention can be had
 * @param noTraining prompts are not used for training by default
 * @param families any of these model families is offered; empty means all
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
                && (!zdr
                        || offering.zeroRetention()
                                .map(f -> f.value().zdr().obtainable())
                                .orElse(false))
                && (!noTraining || notTrainedOn(offering))
                && (families.isEmpty() || families(offering).stream().anyMatch(families::contains))
                && says(offering, areas);
    }

    /** Whether some deployment lies inside an area for sure. */
    public static boolean infersIn(Offering offering, Area area, Areas areas) {
        return anyInside(Layer.INFERENCE, placements(offering, Layer.INFERENCE), area, areas);
    }

    /** Whether nothing is stored, or some storage placement lies inside an area for sure. */
    public static boolean storesIn(Offering offering, Area area, Areas areas) {
        boolean stateless = offering.zeroRetention()
                .map(f -> f.value().zdr() == FactValue.Zdr.STATELESS)
                .orElse(false);
        return stateless || anyInside(Layer.STORAGE, placements(offering, Layer.STORAGE), area, areas);
    }

    private static List<Placement> placements(Offering offering, Layer layer) {
        return offering.placements(layer).stream().map(Fact::value).toList();
    }

    /** Whether one of a layer's placements lies inside an area for sure. Of storage that a buyer selects, one place is enough. */
    public static boolean anyInside(Layer layer, List<Placement> placements, Area area, Areas areas) {
        return placements.stream()
                .anyMatch(p -> areas.within(p, area) == Containment.YES
                        || layer == Layer.STORAGE
                                && p.selection() != Selection.DEFAULT
                                && !p.openEnded()
                                && p.places().stream().anyMatch(place -> areas.within(place, area) == Containment.YES));
    }

    /** Whether an attestation is held, in full or in part, and no source disagrees. */
    public static boolean held(Offering offering, Attestation.Kind kind) {
        return every(
                offering, kind, a -> a.status() == Attestation.Status.HELD || a.status() == Attestation.Status.SCOPED);
    }

    /** Whether an authorization of at least this level is held and no source disagrees. */
    public static boolean authorized(Offering offering, FedRampLevel level) {
        return held(offering, Attestation.Kind.FEDRAMP)
                && every(
                        offering,
                        Attestation.Kind.FEDRAMP,
                        a -> a.level().map(l -> l.compareTo(level) >= 0).orElse(false));
    }

    private static boolean every(Offering offering, Attestation.Kind kind, Predicate<Attestation> test) {
        List<Fact<Attestation>> facts = offering.attestations(kind);
        return !facts.isEmpty() && facts.stream().map(Fact::value).allMatch(test);
    }

    private static boolean notTrainedOn(Offering offering) {
        List<Fact<FactValue.TrainingReuse>> facts = offering.facts(FactValue.TrainingReuse.class);
        return !facts.isEmpty()
                && facts.stream().allMatch(f -> f.value().reuse() == FactValue.Reuse.NOT_USED_BY_DEFAULT);
    }

    /** The model families that an offering names. */
    public static Set<String> families(Offering offering) {
        Set<String> families = new TreeSet<>();
        offering.facts(FactValue.ModelFamilies.class)
                .forEach(f -> families.addAll(f.value().families()));
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
