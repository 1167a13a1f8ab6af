package domicile.assessment;

import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.Containment;
import domicile.residency.Fact;
import domicile.residency.Layer;
import domicile.residency.LayerPlacements;
import domicile.residency.Offering;
import domicile.residency.OfferingFilter;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Published;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The first three failure modes before any workload is asked: what published facts could be taken to say, and do not. A
 * filter makes some of them matter; the detail of an offering names them all.
 */
public final class Traps {
    /**
     * What a filter asks that a trap is about.
     *
     * @param storage where data has to be at rest
     * @param inference whether it also asks where inference runs: the filter then answers that by itself
     * @param place whether it asks for a place in any layer
     * @param soc2 whether it asks for a SOC 2 report
     * @param baa whether it asks for a BAA
     */
    public record Asked(Optional<Area> storage, boolean inference, boolean place, boolean soc2, boolean baa) {
        private Optional<Area> storageAlone() {
            return storage.filter(area -> !inference);
        }

        private boolean soc2Place() {
            return soc2 && place;
        }
    }

    /** One trap of one offering, with the citations of the facts that it is about. */
    public record Trap(FailureMode mode, Sentence says, List<Citation> citations) {
        public Trap {
            citations = List.copyOf(citations);
        }
    }

    /**
     * One trap of a filter as a whole.
     *
     * @param named the offerings that it is about; none where it is about all that pass
     */
    public record Warning(FailureMode mode, Sentence says, List<Offering> named) {
        public Warning {
            named = List.copyOf(named);
        }
    }

    /** Whether inference can be kept where data is at rest. */
    private enum Inference {
        INSIDE,
        OUTSIDE,
        DISPUTED,
        UNSURE,
        SILENT
    }

    private final Areas areas;
    /** What was found of each offering by its id: somebody who types filters the same ones at every letter. */
    private final Map<Area, Map<String, Inference>> known = new ConcurrentHashMap<>();

    /** Few lists of placements are unlike each other, however many offerings there are. */
    private final Map<Area, Map<List<Placement>, Inference>> alike = new ConcurrentHashMap<>();

    /** The traps of a register's offerings; any thread may ask for them. */
    public Traps(Register register) {
        areas = register.areas();
    }

    /** Whether an attestation is a report by SOC 2. */
    public static boolean soc2(Attestation.Kind kind) {
        return kind == Attestation.Kind.SOC2_TYPE_I || kind == Attestation.Kind.SOC2_TYPE_II;
    }

    /** What a filter does not say of the offerings that pass it. */
    public List<Warning> warnings(List<Offering> passing, Asked asked) {
        List<Warning> all = new ArrayList<>();
        if (!passing.isEmpty()) {
            asked.storageAlone().ifPresent(area -> all.addAll(storageWarnings(passing, area)));
            if (asked.soc2Place()) {
                all.add(new Warning(FailureMode.SOC2_IS_NOT_GEOGRAPHY, Sentence.of("trap.soc2.all"), List.of()));
            }
            if (asked.baa()) {
                all.add(new Warning(FailureMode.BAA_IS_NOT_PRODUCT_COVERAGE, Sentence.of("trap.baa.all"), List.of()));
            }
        }
        return List.copyOf(all);
    }

    private List<Warning> storageWarnings(List<Offering> passing, Area area) {
        List<Offering> outside = new ArrayList<>();
        List<Offering> unsure = new ArrayList<>();
        Map<String, Inference> found = found(area);
        for (Offering o : passing) {
            switch (found.computeIfAbsent(o.id(), id -> alike(o, area))) {
                case INSIDE -> {}
                case OUTSIDE -> outside.add(o);
                case DISPUTED, UNSURE, SILENT -> unsure.add(o);
            }
        }
        return Stream.of(
                        warning("trap.storage.outside.all", outside, passing, area),
                        warning("trap.storage.unsure.all", unsure, passing, area))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Warning> warning(String key, List<Offering> some, List<Offering> passing, Area area) {
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(new Warning(
                        FailureMode.STORAGE_IS_NOT_INFERENCE,
                        Sentence.of(key, some.size(), passing.size(), area),
                        some));
    }

    /** The traps of one offering that a filter makes matter. */
    public List<Trap> of(Offering offering, Asked asked) {
        List<Trap> all = new ArrayList<>();
        asked.storageAlone().ifPresent(area -> {
            List<Fact<?>> kept = new ArrayList<>(offering.placements(Layer.STORAGE).stream()
                    .filter(f -> areas.withinAsSelected(f.value(), area) == Containment.YES)
                    .toList());
            boolean nothing = OfferingFilter.stateless(offering);
            if (nothing) {
                kept.addAll(offering.zeroRetention().facts());
            }
            String key = nothing ? "trap.storage.nothing" : "trap.storage.kept";
            storage(offering, Sentence.of(key, area), area, kept).ifPresent(all::add);
        });
        if (asked.soc2Place()) {
            soc2(offering).ifPresent(all::add);
        }
        if (asked.baa()) {
            baa(offering).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    /**
     * All traps of one offering, whatever is filtered: storage by the places where its own sources say that data can be
     * kept.
     */
    public List<Trap> of(Offering offering) {
        List<Trap> all = new ArrayList<>(storedElsewhere(offering));
        soc2(offering).ifPresent(all::add);
        baa(offering).ifPresent(all::add);
        return List.copyOf(all);
    }

    private List<Trap> storedElsewhere(Offering offering) {
        Map<Inference, List<Place>> places = new LinkedHashMap<>();
        List<Fact<Placement>> stored = offering.placements(Layer.STORAGE);
        LayerPlacements.places(stored.stream().map(Fact::value).toList()).stream()
                .filter(place -> !(place instanceof Place.World))
                .forEach(place -> places.computeIfAbsent(
                                inference(offering, new Area(List.of(place))), i -> new ArrayList<>())
                        .add(place));
        places.remove(Inference.INSIDE);
        List<Trap> all = new ArrayList<>();
        places.values().forEach(some -> {
            Area area = new Area(some);
            List<Fact<Placement>> there = stored.stream()
                    .filter(f -> f.value().places().stream().anyMatch(some::contains))
                    .toList();
            storage(offering, Sentence.of("trap.storage.kept", area), area, there)
                    .ifPresent(all::add);
        });
        return all;
    }

    private Optional<Trap> storage(Offering offering, Sentence kept, Area area, List<? extends Fact<?>> stored) {
        Inference inference = inference(offering, area);
        // of what lies outside for sure all is said, else what may lie inside
        boolean outside = inference == Inference.OUTSIDE;
        List<Fact<Placement>> runs = offering.deployments().stream()
                .filter(f -> outside || areas.within(f.value(), area) != Containment.NO)
                .toList();
        Optional<Sentence> says = switch (inference) {
            case INSIDE -> Optional.empty();
            case OUTSIDE -> Optional.of(Sentence.of("trap.storage.outside", kept, where(runs)));
            case DISPUTED -> Optional.of(Sentence.of("trap.storage.disputed", kept));
            case UNSURE -> Optional.of(Sentence.of("trap.storage.unsure", kept, where(runs)));
            case SILENT -> Optional.of(Sentence.of("trap.storage.silent", kept));
        };
        List<Fact<?>> cited = Stream.concat(stored.stream(), runs.stream()).toList();
        return says.map(s -> new Trap(FailureMode.STORAGE_IS_NOT_INFERENCE, s, FailureModes.citations(cited)));
    }

    private static Area where(List<Fact<Placement>> runs) {
        return new Area(LayerPlacements.places(runs.stream().map(Fact::value).toList()));
    }

    private Inference inference(Offering offering, Area area) {
        return found(area).computeIfAbsent(offering.id(), id -> alike(offering, area));
    }

    private Map<String, Inference> found(Area area) {
        return known.computeIfAbsent(area, a -> new ConcurrentHashMap<>());
    }

    private Inference alike(Offering offering, Area area) {
        List<Placement> all = offering.deployments().stream().map(Fact::value).toList();
        return alike.computeIfAbsent(area, a -> new ConcurrentHashMap<>()).computeIfAbsent(all, placements -> {
            if (placements.isEmpty()) {
                return Inference.SILENT;
            }
            if (placements.stream().allMatch(p -> areas.within(p, area) == Containment.NO)) {
                return Inference.OUTSIDE;
            }
            LayerPlacements runs = LayerPlacements.of(offering, Layer.INFERENCE);
            if (OfferingFilter.anyInside(runs.certain(), area, areas)) {
                return Inference.INSIDE;
            }
            return OfferingFilter.anyInside(runs.disputed(), area, areas) ? Inference.DISPUTED : Inference.UNSURE;
        });
    }

    private static Optional<Trap> soc2(Offering offering) {
        List<Fact<Attestation>> reports = offering.facts(Attestation.class).stream()
                .filter(f -> soc2(f.value().kind()) && f.value().held())
                .toList();
        return reports.isEmpty()
                ? Optional.empty()
                : Optional.of(new Trap(
                        FailureMode.SOC2_IS_NOT_GEOGRAPHY, Sentence.of("trap.soc2"), FailureModes.citations(reports)));
    }

    /** From which day and for what the BAA is held; nothing where sources disagree or none says that it is. */
    private static Optional<Trap> baa(Offering offering) {
        Published<Attestation> published = offering.published(Attestation.Kind.BAA);
        return published.agreed().filter(Attestation::held).map(a -> {
            Sentence says =
                    a.since().map(day -> Sentence.of("trap.baa.since", day)).orElse(Sentence.of("trap.baa.noDay"));
            if (!a.scope().isEmpty()) {
                says = Sentence.of("trap.baa.scope", says, a.scope());
            }
            if (!offering.products().isEmpty()) {
                says = Sentence.of("trap.baa.product", says, offering.products().getFirst());
            }
            if (!a.outOfScope().isEmpty()) {
                says = Sentence.of("trap.baa.out", says, String.join(", ", a.outOfScope()));
            }
            if (a.someServicesOutOfScope()) {
                says = Sentence.of("trap.baa.someOut", says);
            }
            TreeSet<String> others = new TreeSet<>();
            offering.attestations(Attestation.Kind.BAA).forEach(f -> {
                others.addAll(f.value().appliesTo().models());
                others.addAll(f.value().appliesTo().services());
            });
            if (!others.isEmpty()) {
                says = Sentence.of("trap.baa.narrower", says, String.join(", ", others));
            }
            return new Trap(
                    FailureMode.BAA_IS_NOT_PRODUCT_COVERAGE,
                    Sentence.of("trap.baa", says),
                    FailureModes.citations(offering.attestations(Attestation.Kind.BAA)));
        });
    }
}
