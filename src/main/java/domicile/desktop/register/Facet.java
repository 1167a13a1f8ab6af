package domicile.desktop.register;

import domicile.residency.Area;
import domicile.residency.Attestation;
import domicile.residency.OfferingFilter;
import domicile.residency.Place;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One box to tick. Places of one layer add up to a union; everything else has to hold together. */
public sealed interface Facet {

    /** The groups in which facets are shown. */
    enum Group {
        INFERENCE,
        STORAGE,
        CERTIFICATION,
        CONTRACT,
        FEDRAMP,
        MODEL
    }

    /** The group that it is shown in. */
    Group group();

    /** Inference surely inside a place. */
    record Inference(Place place) implements Facet {
        @Override
        public Group group() {
            return Group.INFERENCE;
        }
    }

    /** Storage surely inside a place, or none. */
    record Storage(Place place) implements Facet {
        @Override
        public Group group() {
            return Group.STORAGE;
        }
    }

    /** A certification held. */
    record Certification(Attestation.Kind kind) implements Facet {
        @Override
        public Group group() {
            return Group.CERTIFICATION;
        }
    }

    /** A contract held or obtainable. */
    enum Contract implements Facet {
        BAA,
        ZDR,
        NO_TRAINING;

        @Override
        public Group group() {
            return Group.CONTRACT;
        }
    }

    /** A FedRAMP authorization of at least a level. */
    record FedRamp(Attestation.FedRampLevel level) implements Facet {
        @Override
        public Group group() {
            return Group.FEDRAMP;
        }
    }

    /** A model family offered. */
    record Model(String family) implements Facet {
        @Override
        public Group group() {
            return Group.MODEL;
        }
    }

    /** The filter that ticked facets and a search text make. */
    static OfferingFilter filter(Collection<Facet> ticked, String text) {
        Set<Attestation.Kind> kinds = new HashSet<>();
        Set<String> families = new HashSet<>();
        Optional<Attestation.FedRampLevel> level = Optional.empty();
        for (Facet facet : ticked) {
            switch (facet) {
                case Certification c -> kinds.add(c.kind());
                case Model m -> families.add(m.family());
                case FedRamp f ->
                    level = level.filter(l -> l.compareTo(f.level()) > 0).or(() -> Optional.of(f.level()));
                case Inference i -> {}
                case Storage s -> {}
                case Contract c -> {}
            }
        }
        return new OfferingFilter(
                area(ticked.stream()
                        .flatMap(f -> f instanceof Inference i
                                ? java.util.stream.Stream.of(i.place())
                                : java.util.stream.Stream.empty())
                        .toList()),
                area(ticked.stream()
                        .flatMap(f -> f instanceof Storage s
                                ? java.util.stream.Stream.of(s.place())
                                : java.util.stream.Stream.empty())
                        .toList()),
                kinds,
                level,
                ticked.contains(Contract.BAA),
                ticked.contains(Contract.ZDR),
                ticked.contains(Contract.NO_TRAINING),
                families,
                text);
    }

    private static Optional<Area> area(List<Place> places) {
        return places.isEmpty() ? Optional.empty() : Optional.of(new Area(places));
    }
}
