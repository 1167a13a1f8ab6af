package domicile.desktop.register;

import domicile.assessment.Traps;
import domicile.desktop.kit.Background;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Texts;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.search.Facet;
import domicile.search.FacetIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the register screen shows: the offerings that pass the ticked facets and the search, in the order asked for, and
 * how many each facet would leave. Remembers all of it in the settings.
 */
public final class RegisterViewModel {
    private static final String VIEWS = "table.views";
    private static final String LAST = "table.last";
    private static final String SELECTED = "table.selected";
    /** Up to so many offerings are sorted well within a frame. */
    private static final int MANY = 1_000;

    private final Settings settings;
    private final Texts texts;
    private final Background background;
    private final ColumnValues cells;
    private final ReadOnlyObjectWrapper<Optional<FacetIndex>> index = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Register>> register = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Facet> ticked = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<Offering> shown = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Offering>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<Facet, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<FilterHints>> hints = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<List<Column>> columns = new SimpleObjectProperty<>(Column.usual());
    private final ObjectProperty<List<ColumnValues.Sort>> sort = new SimpleObjectProperty<>(List.of());
    private final ObservableList<SavedView> views = FXCollections.observableArrayList();
    private final ObjectProperty<Layer> mapLayer = new SimpleObjectProperty<>(Layer.INFERENCE);
    private Optional<Traps> traps = Optional.empty();
    private int[] order = new int[0];
    private int sorting;
    private int hinting;
    private boolean quiet;

    /** Empty until {@link #show}; what the settings remember is shown then. */
    public static RegisterViewModel of(Settings settings, Texts texts, Background background) {
        return new RegisterViewModel(settings, texts.screen("register"), background);
    }

    private RegisterViewModel(Settings settings, Texts texts, Background background) {
        this.background = background;
        this.settings = settings;
        this.texts = texts;
        this.cells = new ColumnValues(texts);
        views.setAll(SavedView.read(settings, VIEWS));
        search.subscribe(text -> refresh());
        ticked.subscribe(this::refresh);
        sort.subscribe((was, by) -> {
            order();
            refresh();
        });
        selected.subscribe((was, o) -> o.ifPresent(x -> settings.put(SELECTED, x.id())));
    }

    /** Shows a register; what is ticked, searched and selected stays. */
    public void show(FacetIndex shownIndex) {
        boolean first = index.get().isEmpty();
        index.set(Optional.of(shownIndex));
        traps = Optional.of(new Traps(shownIndex.register()));
        register.set(Optional.of(shownIndex.register()));
        // what somebody searched for while it was being opened stays
        if (first && search.get().isEmpty()) {
            SavedView.read(settings, LAST).stream().findFirst().ifPresent(this::apply);
        }
        order();
        refresh();
        Optional<String> was = selected.get().map(Offering::id).or(() -> settings.get(SELECTED));
        selected.set(was.flatMap(shownIndex.register()::offering)
                .or(() -> shown.stream().findFirst()));
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
        set(List.of(), "");
    }

    private void set(List<Facet> facets, String text) {
        quiet = true;
        ticked.setAll(facets);
        search.set(text);
        quiet = false;
        refresh();
    }

    /** Shows what was saved under a name. */
    void apply(SavedView view) {
        columns.set(view.columnsKnown());
        sort.set(view.sortKnown());
        set(index.get().map(view::facetsOf).orElse(List.of()), view.search());
    }

    /** Saves what is shown under a name; a view of that name is replaced. */
    void save(String name) {
        List<SavedView> all = new ArrayList<>(views);
        all.removeIf(v -> v.name().equals(name));
        all.add(now(name));
        keep(all);
    }

    /** Every saved view by its name, and what shows it. */
    public Map<String, Runnable> showViews() {
        Map<String, Runnable> all = new LinkedHashMap<>();
        views.forEach(v -> all.put(v.name(), () -> apply(v)));
        return all;
    }

    /** Forgets a view. */
    void forget(SavedView view) {
        keep(views.stream().filter(v -> !v.equals(view)).toList());
    }

    /** Brings a forgotten view back. */
    void restore(SavedView view) {
        List<SavedView> all = new ArrayList<>(views);
        all.add(view);
        keep(all);
    }

    private void keep(List<SavedView> all) {
        views.setAll(all);
        SavedView.write(settings, VIEWS, all);
        settings.save();
    }

    private SavedView now(String name) {
        return SavedView.of(name, ticked, search.get(), columns.get(), sort.get());
    }

    /** Puts what is shown into the settings, for the next start. */
    public void remember() {
        if (index.get().isPresent()) {
            SavedView.write(settings, LAST, List.of(now("")));
        }
    }

    /** Tells whenever something changes that {@link #remember} puts there. */
    public void whenChanged(Runnable told) {
        ticked.subscribe(told);
        search.subscribe((was, now) -> told.run());
        columns.subscribe((was, now) -> told.run());
        sort.subscribe((was, now) -> told.run());
    }

    /** Sorts; of a large register beside the FX thread, and it is shown as it was until that is done. */
    private void order() {
        List<ColumnValues.Sort> by = sort.get();
        Optional<Register> of = register.get();
        int mine = ++sorting;
        if (by.isEmpty() || of.isEmpty()) {
            order = new int[0];
        } else if (of.get().offerings().size() <= MANY) {
            order = cells.order(by, of.get());
        } else {
            order = order.length == of.get().offerings().size() ? order : new int[0];
            background.run(() -> cells.order(by, of.get()), sorted -> {
                // another order, or another register, may have been asked for meanwhile
                if (sorting == mine) {
                    order = sorted;
                    refresh();
                }
            });
        }
    }

    private void refresh() {
        if (quiet || index.get().isEmpty()) {
            return;
        }
        FacetIndex.Result result = index.get().get().filter(ticked, search.get(), order);
        hint(result.shown());
        shown.setAll(result.shown());
        counts.set(result.counts());
    }

    /** Finds what the filter does not say: before the rows, which say it; of many rows beside the FX thread. */
    private void hint(List<Offering> rows) {
        int mine = ++hinting;
        Traps of = traps.orElseThrow();
        List<Facet> by = List.copyOf(ticked);
        if (rows.size() <= MANY) {
            hints.set(Optional.of(new FilterHints(of, by, rows, texts)));
        } else {
            background.run(() -> new FilterHints(of, by, rows, texts), found -> {
                // another filter may have been asked for meanwhile
                if (hinting == mine) {
                    hints.set(Optional.of(found));
                }
            });
        }
    }

    /** For every filter that is on, how many offerings would be left without it: the way out of an empty result. */
    Map<Facet, Integer> wayOut() {
        Map<Facet, Integer> left = new LinkedHashMap<>();
        index.get()
                .ifPresent(i -> ticked.forEach(facet -> {
                    Collection<Facet> others =
                            ticked.stream().filter(f -> !f.equals(facet)).toList();
                    left.put(facet, i.count(others, search.get()));
                }));
        return left;
    }

    /** The register's index; empty while it is being opened. */
    public ReadOnlyObjectProperty<Optional<FacetIndex>> indexProperty() {
        return index.getReadOnlyProperty();
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

    /** What the ticked filters do not say, and a reader could take them to say. */
    ReadOnlyObjectProperty<Optional<FilterHints>> hintsProperty() {
        return hints.getReadOnlyProperty();
    }

    /** The columns of the table, in order. */
    ObjectProperty<List<Column>> columnsProperty() {
        return columns;
    }

    /** What the table is sorted by; empty keeps the register's order. */
    ObjectProperty<List<ColumnValues.Sort>> sortProperty() {
        return sort;
    }

    /** The saved views, in the order of saving. */
    ObservableList<SavedView> views() {
        return views;
    }

    /** The layer that the map shades. */
    ObjectProperty<Layer> mapLayerProperty() {
        return mapLayer;
    }

    /** What the table says. */
    ColumnValues cells() {
        return cells;
    }
}
