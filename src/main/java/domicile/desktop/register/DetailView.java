package domicile.desktop.register;

import domicile.assessment.Traps;
import domicile.desktop.kit.AfterFrames;
import domicile.desktop.kit.FactTexts;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.PlainScrollPane;
import domicile.desktop.kit.Texts;
import domicile.register.Version;
import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.CorporateTie;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.OfferingFilter;
import domicile.residency.Placement;
import domicile.residency.Register;
import domicile.residency.Retention;
import domicile.residency.TrainingReuse;
import domicile.residency.ZeroRetention;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * One offering: three layers side by side and never merged, what sources disagree on, then everything else, with
 * citations.
 */
final class DetailView {
    /** Below this width, in units of the text size, the layers stand one below the other. */
    private static final double NARROW = 46;

    private final Node screen;
    private final Texts texts;
    private final RegisterViewModel model;
    private final Consumer<String> openLink;
    private final Consumer<Citation> showPage;
    private final History history;
    private final VBox content = new VBox();
    private final ScrollPane scroll = new PlainScrollPane(content);
    private final Label title = new Label();
    private final List<GridPane> grids = new ArrayList<>();
    private final PauseTransition typed = new PauseTransition(Duration.millis(150));
    private boolean waiting;

    /**
     * @param showPage shows the words of a citation in their page
     * @param asOf asks for the register of another day
     * @param screen what is in the window before its split pane has put this there
     */
    DetailView(
            RegisterViewModel model,
            Texts texts,
            Consumer<String> openLink,
            Consumer<Citation> showPage,
            Loads<String, List<Version>> history,
            Consumer<java.time.LocalDate> asOf,
            ZoneId zone,
            Node screen) {
        this.screen = screen;
        this.model = model;
        this.texts = texts;
        this.openLink = openLink;
        this.showPage = showPage;
        this.history = new History(texts, history, asOf, zone);
        content.getStyleClass().add("detail");
        content.setId("detail");
        title.getStyleClass().add("detail-title");
        title.setWrapText(true);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setId("detail-scroll");
        scroll.setAccessibleText(texts.get("detail.title"));
        model.selectedProperty().subscribe(o -> show(true));
        model.registerProperty().subscribe(r -> show(false));
        // hits are marked when somebody stops typing: making the detail anew takes longer than the next letter can wait
        typed.setOnFinished(e -> show(false));
        model.searchProperty().subscribe((was, s) -> typed.playFromStart());
        scroll.viewportBoundsProperty().subscribe(b -> grids.forEach(this::fit));
    }

    /**
     * The facts below the layers, by the heading that they stand under: whatever kind has none of its own stands under
     * the last.
     */
    static Map<String, List<Fact<?>>> sections(Offering o) {
        Map<String, List<Fact<?>>> sections = new LinkedHashMap<>();
        for (String key : List.of("detail.attestations", "detail.retention", "detail.ties", "detail.other")) {
            sections.put(
                    key,
                    o.facts().stream()
                            .filter(f -> !(f.value() instanceof Placement)
                                    && heading(f.value()).equals(key))
                            .toList());
        }
        return sections;
    }

    private static String heading(FactValue value) {
        return switch (value) {
            case Attestation a -> "detail.attestations";
            case Retention r -> "detail.retention";
            case ZeroRetention z -> "detail.retention";
            case TrainingReuse t -> "detail.retention";
            case CorporateTie c -> "detail.ties";
            default -> "detail.other";
        };
    }

    Node node() {
        return scroll;
    }

    private void show(boolean fromTop) {
        if (!content.getChildren().isEmpty() || model.registerProperty().get().isEmpty()) {
            draw(fromTop);
        } else if (!waiting) {
            waiting = true;
            AfterFrames.later(screen, () -> {
                waiting = false;
                draw(true);
            });
        }
    }

    private void draw(boolean fromTop) {
        content.getChildren().clear();
        grids.clear();
        model.registerProperty()
                .get()
                .ifPresent(register -> model.selectedProperty()
                        .get()
                        .flatMap(o -> register.offering(o.id()))
                        .ifPresentOrElse(o -> show(o, register), this::nothing));
        if (fromTop) {
            scroll.setVvalue(0);
        }
    }

    private void nothing() {
        content.getChildren().add(muted(texts.get("detail.select")));
    }

    private void show(Offering o, Register register) {
        FactView view = new FactView(
                texts, register, openLink, showPage, model.searchProperty().get());
        title.setText(o.name());
        Label sold = muted(
                texts.get("detail.sold", register.providerName(o.provider()), register.providerName(o.operator())));
        Map<String, List<Fact<?>>> conflicts = o.conflicts();
        content.getChildren().addAll(title, sold);
        called(o, view);
        traps(o, register, view);
        content.getChildren().add(layers(o, conflicts, view));
        conflicts.values().forEach(said -> content.getChildren().add(conflict(o, said, register, view)));
        sections(o).forEach((key, facts) -> section(key, o, facts, conflicts, view));
        sources(o, view);
        history(o);
    }

    /** What contracts call it, and the models that it lists with the pages that say so. */
    private void called(Offering o, FactView view) {
        if (!o.products().isEmpty()) {
            content.getChildren().add(muted(texts.pair(texts.get("detail.products"), String.join("; ", o.products()))));
        }
        if (!o.models().isEmpty()) {
            content.getChildren().add(view.models(o.models()));
        }
    }

    private Node layers(Offering o, Map<String, List<Fact<?>>> conflicts, FactView view) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("layers");
        for (Layer layer : Layer.values()) {
            VBox box = new VBox();
            box.getStyleClass().add("layer");
            box.setId("layer-" + layer);
            Label head = new Label(texts.of(layer));
            head.getStyleClass().add("layer-head");
            box.getChildren().add(head);
            List<Fact<Placement>> placements = o.placements(layer);
            if (layer == Layer.STORAGE && OfferingFilter.stateless(o)) {
                o.zeroRetention().facts().forEach(f -> box.getChildren().add(view.node(o, f, true)));
            } else if (placements.isEmpty()) {
                Label none = new Label("? " + texts.get("detail.notPublished"));
                none.getStyleClass().add("mark-open");
                box.getChildren().add(none);
            }
            placements.forEach(f -> {
                if (conflicts.containsKey(f.value().key())) {
                    Label disputed = new Label("! " + texts.get("mark.conflict"));
                    disputed.getStyleClass().add("mark-open");
                    box.getChildren().add(disputed);
                }
                box.getChildren().add(view.node(o, f, false));
            });
            grid.getChildren().add(box);
        }
        return fitting(grid);
    }

    /** What the facts could be taken to say, and do not, whatever is filtered. */
    private void traps(Offering o, Register register, FactView view) {
        List<Traps.Trap> traps = new Traps(register).of(o);
        if (traps.isEmpty()) {
            return;
        }
        VBox box = new VBox();
        box.setId("traps");
        box.getStyleClass().add("traps");
        Label head = new Label(texts.get("detail.traps"));
        head.getStyleClass().add("layer-head");
        box.getChildren().add(head);
        traps.forEach(t -> box.getChildren().add(view.trap(t)));
        content.getChildren().add(box);
    }

    /** Every value that sources give, side by side; none is dropped. */
    private Node conflict(Offering o, List<Fact<?>> said, Register register, FactView view) {
        String about = new FactTexts(texts, register).about(said.getFirst().value());
        Label head = new Label("! " + texts.pair(about, texts.get("detail.conflict")));
        head.setWrapText(true);
        head.getStyleClass().addAll("mark-open", "layer-head");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("layers");
        said.forEach(f -> {
            VBox box = new VBox(view.node(o, f, false));
            box.getStyleClass().add("layer");
            grid.getChildren().add(box);
        });
        VBox all = new VBox(head, fitting(grid));
        all.getStyleClass().add("conflict");
        return all;
    }

    private GridPane fitting(GridPane grid) {
        grids.add(grid);
        fit(grid);
        return grid;
    }

    /** Side by side where there is room, one below the other where there is not. */
    private void fit(GridPane grid) {
        double width = scroll.getViewportBounds().getWidth() / title.getFont().getSize() * 1.5;
        boolean narrow = width > 0 && width < NARROW;
        List<Node> boxes = grid.getChildren();
        grid.getColumnConstraints().clear();
        for (int i = 0; i < boxes.size(); i++) {
            GridPane.setConstraints(boxes.get(i), narrow ? 0 : i, narrow ? i : 0);
            if (!narrow || i == 0) {
                ColumnConstraints share = new ColumnConstraints();
                share.setPercentWidth(100.0 / (narrow ? 1 : boxes.size()));
                grid.getColumnConstraints().add(share);
            }
        }
    }

    private void section(
            String key,
            Offering o,
            List<? extends Fact<?>> facts,
            Map<String, List<Fact<?>>> conflicts,
            FactView view) {
        content.getChildren().add(head(key));
        if (facts.isEmpty()) {
            content.getChildren().add(muted(texts.get("detail.none")));
        }
        facts.stream()
                .filter(f -> !conflicts.containsKey(f.value().key()))
                .forEach(f -> content.getChildren().add(view.node(o, f, true)));
    }

    private Label head(String key) {
        Label head = new Label(texts.get(key));
        head.getStyleClass().add("section-head");
        return head;
    }

    /** Every source that the offering's facts and models cite, by number, with the latest day that it was read. */
    private void sources(Offering o, FactView view) {
        content.getChildren().add(head("detail.sources"));
        Map<Integer, Citation> cited = new TreeMap<>();
        Stream.concat(
                        o.facts().stream().flatMap(f -> f.citations().stream()),
                        o.models().stream().flatMap(m -> m.citations().stream()))
                .forEach(c -> cited.merge(c.source(), c, (a, b) -> a.read().isAfter(b.read()) ? a : b));
        cited.values().forEach(c -> content.getChildren().add(view.source(c)));
    }

    private void history(Offering o) {
        Button open = new Button(texts.get("detail.history"), Icons.of(Feather.CLOCK));
        open.setId("history");
        open.getStyleClass().add("flat");
        VBox box = new VBox();
        box.setId("history-box");
        open.setOnAction(e -> history.show(o, box));
        HBox line = new HBox(open);
        line.setAlignment(Pos.CENTER_LEFT);
        content.getChildren().addAll(line, box);
    }

    private Label muted(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }
}
