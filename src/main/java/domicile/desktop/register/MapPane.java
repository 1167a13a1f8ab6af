package domicile.desktop.register;

import domicile.desktop.kit.Names;
import domicile.desktop.kit.Texts;
import domicile.residency.Layer;
import domicile.residency.Place;
import domicile.search.Facet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.WorldMapView;

/**
 * The world, shaded by how many offerings surely keep a layer inside a country. A click filters by the country; by
 * keyboard the arrows go from country to country and Enter or the space bar filters. What is pointed at or stood on is
 * said in words.
 */
final class MapPane {
    private final RegisterViewModel model;
    private final Texts texts;
    private final WorldMapView map = new WorldMapView();
    private final Map<WorldMapView.Country, WorldMapView.CountryView> views = new EnumMap<>(WorldMapView.Country.class);
    private final MapLegend legend;
    private final Label here = new Label();
    private final VBox root = new VBox();
    private Optional<WorldMapView.Country> at = Optional.empty();

    MapPane(RegisterViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.legend = new MapLegend(model, texts, layers());
        map.setId("world-map");
        map.setShowLocations(false);
        map.setFocusTraversable(true);
        map.setAccessibleRole(AccessibleRole.BUTTON);
        map.setCountryViewFactory(this::view);
        map.setMinSize(0, 0);
        map.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        map.focusedProperty().subscribe(focused -> {
            if (focused && at.isEmpty()) {
                at = candidates().stream().findFirst();
            }
            say(focused ? at : Optional.empty());
            mark();
        });
        here.setId("map-here");
        here.getStyleClass().add("map-here");
        here.setMouseTransparent(true);
        here.visibleProperty().bind(here.textProperty().isNotEmpty());
        StackPane.setAlignment(here, Pos.BOTTOM_LEFT);
        StackPane world = new StackPane(map, here);
        world.setMinSize(0, 0);
        VBox.setVgrow(world, Priority.ALWAYS);
        root.setId("map");
        root.getStyleClass().add("map-pane");
        root.getChildren().addAll(legend.node(), world);
        model.countsProperty().subscribe(c -> shade());
        model.mapLayerProperty().subscribe(l -> shade());
    }

    Node node() {
        return root;
    }

    /** Puts the keyboard focus onto the map. */
    void focus() {
        map.requestFocus();
    }

    private Node layers() {
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
        return layers;
    }

    private WorldMapView.CountryView view(WorldMapView.Country country) {
        WorldMapView.CountryView view = new WorldMapView.CountryView(country);
        view.setOnMouseEntered(e -> say(Optional.of(country)));
        view.setOnMouseExited(e -> say(map.isFocused() ? at : Optional.empty()));
        view.setOnMouseClicked(e -> {
            at = Optional.of(country);
            map.requestFocus();
            tick(country);
        });
        views.put(country, view);
        shade(country, view);
        return view;
    }

    private void tick(WorldMapView.Country country) {
        facet(country).ifPresent(f -> model.tick(f, !model.ticked().contains(f)));
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case LEFT -> step(-1, 0);
            case RIGHT -> step(1, 0);
            case UP -> step(0, -1);
            case DOWN -> step(0, 1);
            case ENTER, SPACE -> at.ifPresent(this::tick);
            default -> {
                return;
            }
        }
        e.consume();
    }

    /** To the nearest country in a direction that an offering is in; what lies straight ahead is nearer. */
    private void step(int x, int y) {
        Point2D from = at.flatMap(this::centre).orElse(Point2D.ZERO);
        double nearest = Double.MAX_VALUE;
        Optional<WorldMapView.Country> next = Optional.empty();
        for (WorldMapView.Country country : candidates()) {
            Point2D to = centre(country).orElse(from).subtract(from);
            double ahead = to.getX() * x + to.getY() * y;
            double aside = Math.abs(to.getX() * y) + Math.abs(to.getY() * x);
            double far = ahead + 2 * aside;
            if (ahead > 0 && far < nearest) {
                nearest = far;
                next = Optional.of(country);
            }
        }
        if (next.isPresent()) {
            at = next;
            say(at);
            mark();
        }
    }

    /** What the arrows go to: where an offering is, or what is filtered by; the most offerings first. */
    private List<WorldMapView.Country> candidates() {
        List<WorldMapView.Country> found = new ArrayList<>(views.keySet());
        found.removeIf(c -> count(c) == 0 && !chosen(c));
        found.sort(java.util.Comparator.comparing(this::count).reversed());
        return found;
    }

    private Optional<Point2D> centre(WorldMapView.Country country) {
        return Optional.ofNullable(views.get(country)).map(view -> {
            Bounds bounds = view.getBoundsInParent();
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    private void say(Optional<WorldMapView.Country> country) {
        String said = country.map(this::tip).orElse("");
        here.setText(said);
        map.setAccessibleText(said.isEmpty() ? texts.get("map.accessible") : said);
        map.setAccessibleHelp(texts.get("map.accessible"));
    }

    private String tip(WorldMapView.Country country) {
        String said = texts.get("map.tip", Names.country(country.name(), texts.locale()), count(country));
        return chosen(country) ? texts.get("map.chosen", said) : said;
    }

    /** The facet of a country on the layer that is shown; empty when no offering is surely inside. */
    private Optional<Facet> facet(WorldMapView.Country country) {
        Facet facet = new Facet.Inside(model.mapLayerProperty().get(), new Place.Country(country.name()));
        return model.countsProperty().get().containsKey(facet) ? Optional.of(facet) : Optional.empty();
    }

    private int count(WorldMapView.Country country) {
        return facet(country)
                .map(f -> model.countsProperty().get().getOrDefault(f, 0))
                .orElse(0);
    }

    private boolean chosen(WorldMapView.Country country) {
        return facet(country).map(model.ticked()::contains).orElse(false);
    }

    private void shade() {
        legend.show();
        views.forEach(this::shade);
        mark();
        say(map.isFocused() ? at : Optional.empty());
    }

    private void shade(WorldMapView.Country country, WorldMapView.CountryView view) {
        view.getStyleClass().removeIf(s -> s.startsWith("shade-") || s.equals("chosen"));
        view.getStyleClass().add("shade-" + MapLegend.level(count(country), legend.largest()));
        if (chosen(country)) {
            view.getStyleClass().add("chosen");
            view.toFront();
        }
    }

    /** Marks the country that the keyboard focus are on. */
    private void mark() {
        views.forEach((country, view) -> {
            view.getStyleClass().remove("here");
            if (map.isFocused() && at.equals(Optional.of(country))) {
                view.getStyleClass().add("here");
                view.toFront();
            }
        });
    }
}
