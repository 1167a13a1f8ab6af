package domicile.desktop.register;

import domicile.residency.Attestation;
import domicile.residency.Fact;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.OfferingFilter;
import domicile.residency.Place;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the register screen shows: the offerings that pass the ticked facets and the search, and how many each facet would leave. */
public final class RegisterViewModel {
    private static final List<String> PLACES =
            List.of("EU", "EEA", "US", "GB", "CH", "CA", "JP", "SG", "APAC", "AE", "SA", "DE", "FR", "IE", "SE");

    private final ReadOnlyObjectWrapper<Optional<Register>> register = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Facet> ticked = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<Offering> shown = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Offering>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<Facet, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());

    /** Empty until {@link #show}. */
    public RegisterViewModel() {
        search.subscribe(text -> refresh());
        ticked.subscribe(this::refresh);
    }

    /** Shows a register; what is ticked and searched stays. */
    public void show(Register shownRegister) {
        register.set(Optional.of(shownRegister));
        refresh();
        if (selected.get().isEmpty() && !shown.isEmpty()) {
            selected.set(Optional.of(shown.getFirst()));
        }
    }

    /** Ticks a facet, or takes the tick away. */
    public void tick(Facet facet, boolean on) {
        if (on && !ticked.contains(facet)) {
            ticked.add(facet);
        } else if (!on) {
            ticked.remove(facet);
        }
    }

    /** Takes all ticks and the search away. */
    public void clear() {
        ticked.clear();
        search.set("");
    }

    private void refresh() {
        if (register.get().isEmpty()) {
            return;
        }
        Register r = register.get().get();
        shown.setAll(filter(ticked).apply(r));
        Map<Facet, Integer> counted = new LinkedHashMap<>();
        for (Facet facet : facets(r)) {
            Set<Facet> with = new LinkedHashSet<>(ticked);
            boolean union = facet.group() == Facet.Group.INFERENCE
                    || facet.group() == Facet.Group.STORAGE
                    || facet.group() == Facet.Group.MODEL
                    || facet.group() == Facet.Group.FEDRAMP;
            if (union) {
                with.removeIf(f -> f.group() == facet.group());
            }
            with.add(facet);
            counted.put(facet, filter(with).apply(r).size());
        }
        counts.set(counted);
    }

    private OfferingFilter filter(java.util.Collection<Facet> facets) {
        return Facet.filter(facets, search.get());
    }

    /** Every facet that leaves at least one offering of the whole register. */
    private static List<Facet> facets(Register r) {
        List<Facet> all = new ArrayList<>();
        for (String code : PLACES) {
            Optional<Place> place = r.areas().place(code);
            place.ifPresent(p -> all.add(new Facet.Inference(p)));
        }
        for (String code : PLACES) {
            r.areas().place(code).ifPresent(p -> all.add(new Facet.Storage(p)));
        }
        for (Attestation.Kind kind : Attestation.Kind.values()) {
            if (kind.certification()) {
                all.add(new Facet.Certification(kind));
            }
        }
        all.addAll(List.of(Facet.Contract.values()));
        all.add(new Facet.FedRamp(Attestation.FedRampLevel.MODERATE));
        all.add(new Facet.FedRamp(Attestation.FedRampLevel.HIGH));
        Set<String> families = new TreeSet<>();
        r.offerings().forEach(o -> families.addAll(OfferingFilter.families(o)));
        families.forEach(f -> all.add(new Facet.Model(f)));
        all.removeIf(f -> Facet.filter(List.of(f), "").apply(r).isEmpty());
        return all;
    }

    /** The register that is shown; empty while it is being opened. */
    public ReadOnlyObjectProperty<Optional<Register>> registerProperty() {
        return register.getReadOnlyProperty();
    }

    /** What is ticked, in the order of ticking. Change it by {@link #tick}. */
    public ObservableList<Facet> ticked() {
        return ticked;
    }

    /** The words searched for. */
    public StringProperty searchProperty() {
        return search;
    }

    /** The offerings that pass. */
    public ObservableList<Offering> shown() {
        return shown;
    }

    /** The offering in the detail. */
    public ObjectProperty<Optional<Offering>> selectedProperty() {
        return selected;
    }

    /** For every facet, how many offerings it would leave. */
    public ReadOnlyObjectProperty<Map<Facet, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** Whether nothing is written to disk, so that storage has no place. */
    static boolean stateless(Offering offering) {
        return offering.zeroRetention()
                .map(f -> f.value().zdr() == domicile.residency.FactValue.Zdr.STATELESS)
                .orElse(false);
    }

    /** The codes of the places that a layer is published for; empty when nothing is. */
    static String places(Offering offering, Layer layer) {
        return String.join(
                ", ",
                offering.placements(layer).stream()
                        .map(Fact::value)
                        .flatMap(p -> p.places().stream())
                        .map(Place::code)
                        .distinct()
                        .toList());
    }
}
