package domicile.desktop.register;

import domicile.desktop.Texts;
import domicile.residency.Layer;
import domicile.residency.Place;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.WorldMapView;

/**
 * The world, shaded by how many offerings surely keep a layer inside a country; a click filters by the country. The facet tree
 * says and does the same by keyboard and for a screen reader.
 */
final class MapPane {
    private static final int SHADES = 4;

    private final RegisterViewModel model;
    private final Texts texts;
    private final WorldMapView map = new WorldMapView();
    private final Map<WorldMapView.Country, WorldMapView.CountryView> views = new EnumMap<>(WorldMapView.Country.class);
    private final Map<WorldMapView.Country, Tooltip> tips = new EnumMap<>(WorldMapView.Country.class);
    private final Label most = new Label();
    private final VBox root = new VBox();

    MapPane(RegisterViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        map.setShowLocations(false);
        map.setFocusTraversable(false);
        map.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        map.setAccessibleText(texts.get("map.accessible"));
        map.setCountryViewFactory(this::view);
        map.setMinHeight(0);
        VBox.setVgrow(map, Priority.ALWAYS);
        root.setId("map");
        root.getStyleClass().add("map-pane");
        root.getChildren().addAll(bar(), map);
        model.countsProperty().subscribe(c -> shade());
        model.mapLayerProperty().subscribe(l -> shade());
    }

    Node node() {
        return root;
    }

    private Node bar() {
        HBox layers = new HBox();
        layers.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (Layer layer : Layer.values()) {
            ToggleButton button = new ToggleButton(texts.of(layer));
            button.setId("map-" + layer);
            button.getStyleClass().add("small");
            button.setToggleGroup(group);
            button.setSelected(layer == model.mapLayerProperty().get());
            button.setOnAction(e -> {
                button.setSelected(true);
                model.mapLayerProperty().set(layer);
            });
            layers.getChildren().add(button);
        }
        HBox legend = new HBox(new Label(texts.get("map.legend")));
        legend.getStyleClass().add("legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        for (int shade = 1; shade <= SHADES; shade++) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", "swatch-" + shade);
            legend.getChildren().add(swatch);
        }
        legend.getChildren().add(most);
        FlowPane bar = new FlowPane(layers, legend);
        bar.getStyleClass().add("bar-flow");
        return bar;
    }

    private WorldMapView.CountryView view(WorldMapView.Country country) {
        WorldMapView.CountryView view = new WorldMapView.CountryView(country);
        Tooltip tip = new Tooltip(country.name());
        Tooltip.install(view, tip);
        tips.put(country, tip);
        view.setOnMouseClicked(e ->
                facet(country).ifPresent(f -> model.tick(f, !model.ticked().contains(f))));
        views.put(country, view);
        shade(country, view, largest());
        return view;
    }

    /** The facet of a country on the layer that is shown; empty when no offering is surely inside. */
    private Optional<Facet> facet(WorldMapView.Country country) {
        Facet facet = new Facet.Inside(model.mapLayerProperty().get(), new Place.Country(country.name()));
        return model.countsProperty().get().containsKey(facet) ? Optional.of(facet) : Optional.empty();
    }

    private int largest() {
        return model.countsProperty().get().entrySet().stream()
                .filter(e -> e.getKey() instanceof Facet.Inside in
                        && in.layer() == model.mapLayerProperty().get()
                        && in.place() instanceof Place.Country)
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private void shade() {
        int largest = largest();
        most.setText(largest == 0 ? texts.get("map.none") : texts.get("map.range", largest));
        views.forEach((country, view) -> shade(country, view, largest));
    }

    private void shade(WorldMapView.Country country, WorldMapView.CountryView view, int largest) {
        Optional<Facet> facet = facet(country);
        int count =
                facet.map(f -> model.countsProperty().get().getOrDefault(f, 0)).orElse(0);
        view.getStyleClass().removeIf(s -> s.startsWith("shade-") || s.equals("chosen"));
        view.getStyleClass().add("shade-" + level(count, largest));
        if (facet.map(model.ticked()::contains).orElse(false)) {
            view.getStyleClass().add("chosen");
            view.toFront();
        }
        Optional.ofNullable(tips.get(country))
                .ifPresent(t -> t.setText(texts.get("map.tip", Names.country(country.name(), texts.locale()), count)));
    }

    /** The shade of a count, 0 to 4; by the logarithm, so that one country with very many does not make all others look empty. */
    static int level(int count, int largest) {
        return count == 0 ? 0 : (int) Math.max(1, Math.ceil(SHADES * Math.log1p(count) / Math.log1p(largest)));
    }
}
