package domicile.desktop.register;

import domicile.desktop.kit.Names;
import domicile.desktop.kit.Texts;
import domicile.residency.Place;
import domicile.search.Facet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.WorldMapView;

/** What the map's shades mean, each with its numbers beside it, and the countries that are too small to be drawn. */
final class MapLegend {
    private static final int SHADES = 4;
    private static final Set<String> DRAWN =
            Arrays.stream(WorldMapView.Country.values()).map(Enum::name).collect(Collectors.toSet());

    private final RegisterViewModel model;
    private final Texts texts;
    private final FlowPane bar = new FlowPane();
    private final List<Node> shades = new ArrayList<>();
    private final List<Node> unseen = new ArrayList<>();
    private int largest;

    /** @param layers what the layer is chosen by; stands before the legend */
    MapLegend(RegisterViewModel model, Texts texts, Node layers) {
        this.model = model;
        this.texts = texts;
        bar.getStyleClass().addAll("bar-flow", "legend");
        bar.setId("map-legend");
        bar.getChildren().add(layers);
    }

    Node node() {
        return bar;
    }

    /** The most offerings that one country has. */
    int largest() {
        return largest;
    }

    /** Says what the shades mean now. */
    void show() {
        largest = inside().values().stream().mapToInt(Integer::intValue).max().orElse(0);
        bar.getChildren().removeAll(shades);
        shades.clear();
        shades.add(label(texts.get("map.legend")));
        shade(0, "0");
        int from = 1;
        for (int level = 1; level <= SHADES && from <= largest; level++) {
            int to = most(level, largest);
            if (to >= from) {
                shade(level, from == to ? number(from) : texts.get("map.range", number(from), number(to)));
                from = to + 1;
            }
        }
        bar.getChildren().addAll(1, shades);
        showUnseen();
    }

    private String number(int count) {
        return String.format(texts.locale(), "%,d", count);
    }

    private void shade(int level, String counts) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "swatch-" + level);
        HBox one = new HBox(swatch, label(counts));
        one.setAlignment(Pos.CENTER_LEFT);
        one.getStyleClass().add("legend-one");
        shades.add(one);
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Map<Facet.Inside, Integer> inside() {
        return model.countsProperty().get().entrySet().stream()
                .filter(e -> e.getKey() instanceof Facet.Inside in
                        && in.layer() == model.mapLayerProperty().get()
                        && in.place() instanceof Place.Country)
                .collect(Collectors.toMap(e -> (Facet.Inside) e.getKey(), Map.Entry::getValue));
    }

    private void showUnseen() {
        Map<Facet.Inside, Integer> inside = inside();
        List<Facet.Inside> small = inside.keySet().stream()
                .filter(in -> !DRAWN.contains(in.place().code()))
                .filter(in -> inside.getOrDefault(in, 0) > 0 || model.ticked().contains(in))
                .sorted(java.util.Comparator.comparing(in -> in.place().code()))
                .toList();
        boolean same = unseen.stream().skip(1).map(Node::getUserData).toList().equals(small);
        if (!same) {
            bar.getChildren().removeAll(unseen);
            unseen.clear();
            if (!small.isEmpty()) {
                unseen.add(label(texts.get("map.unseen")));
            }
            small.forEach(in -> unseen.add(button(in)));
            bar.getChildren().addAll(unseen);
        }
        unseen.forEach(n -> {
            if (n instanceof ToggleButton button && n.getUserData() instanceof Facet.Inside in) {
                button.setSelected(model.ticked().contains(in));
                button.setText(texts.get(
                        "map.small",
                        Names.country(in.place().code(), texts.locale()),
                        number(inside.getOrDefault(in, 0))));
            }
        });
    }

    private ToggleButton button(Facet.Inside in) {
        ToggleButton button = new ToggleButton();
        button.setId("map-country-" + in.place().code());
        button.setUserData(in);
        button.getStyleClass().add("small");
        button.setOnAction(e -> model.tick(in, button.isSelected()));
        return button;
    }

    /**
     * The shade of a count, 0 to 4; by the logarithm, so that one country with very many does not make all others look
     * empty.
     */
    static int level(int count, int largest) {
        return count == 0 ? 0 : (int) Math.max(1, Math.ceil(SHADES * Math.log1p(count) / Math.log1p(largest)));
    }

    /** The largest count of a shade; less than the smallest of it when no count has it. */
    static int most(int level, int largest) {
        int most = Math.min(largest, (int) Math.floor(Math.expm1(level * Math.log1p(largest) / SHADES)));
        // rounding may have led one too far, or not far enough
        while (most < largest && level(most + 1, largest) <= level) {
            most++;
        }
        while (most > 0 && level(most, largest) > level) {
            most--;
        }
        return most;
    }
}
