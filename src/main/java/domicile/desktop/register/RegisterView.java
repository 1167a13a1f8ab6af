package domicile.desktop.register;

import domicile.desktop.kit.AfterFrames;
import domicile.desktop.kit.Command;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.PlainScrollPane;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Styles;
import domicile.desktop.kit.Texts;
import domicile.register.Version;
import domicile.residency.Citation;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.search.Facet;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.feather.Feather;

/** The register screen: facets, search, chips, table and map, and the detail of the selected offering. */
public final class RegisterView {
    /** The hints beside the rows have at least so many text sizes, and at most this share of the screen. */
    private static final double HINT_LINES = 3.4;

    private static final double HINT_SHARE = 0.13;
    /** From this width on, in units of the text size, the detail stands beside the table and not below it. */
    private static final double WIDE = 105;
    /** Below this width, in units of the text size, the facets make room for the table. */
    private static final double NARROW = 62;
    /** Below this height, in units of the text size, the map stands beside the table and not above it. */
    private static final double LOW = 36;
    /** The part of the height that the table has above the detail; more than half, as its bars need some of it. */
    private static final double ABOVE = 0.58;

    private final RegisterViewModel model;
    private final Texts texts;
    private final Settings settings;
    private final BorderPane root = new BorderPane();
    private final CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
    private final ToggleButton filters = new ToggleButton();
    private final ToggleButton world = new ToggleButton();
    private final OfferingTable table;
    private final FacetPane facets;
    private final SplitPane split;
    private final SplitPane tableAndMap = new SplitPane();
    private Optional<MapPane> map = Optional.empty();
    private final DetailView detail;
    private final Notices notices;
    private final Consumer<List<String>> compare;
    private boolean narrow;

    /**
     * @param openLink opens a web page
     * @param showPage shows the words of a citation in their page
     * @param history loads the versions of an offering
     * @param asOf asks for the register of another day
     * @param zone in which days are told
     * @param compare compares two to four offerings
     */
    public RegisterView(
            RegisterViewModel model,
            Texts texts,
            Settings settings,
            Consumer<String> openLink,
            Consumer<Citation> showPage,
            Loads<String, List<Version>> history,
            Consumer<LocalDate> asOf,
            ZoneId zone,
            Notices notices,
            Consumer<List<String>> compare) {
        this.model = model;
        this.texts = texts.screen("register");
        this.settings = settings;
        this.notices = notices;
        this.compare = compare;
        this.table = new OfferingTable(model, this.texts, settings);
        this.facets = new FacetPane(model, this.texts, settings, root);
        this.detail = new DetailView(model, this.texts, openLink, showPage, history, asOf, zone, root);
        split = new SplitPane(middle(asOf), detail.node());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(ABOVE);
        root.setCenter(split);
        root.getStyleClass().add("register");
        Styles.dress(root, "register/register.css");
        showFacets(true);
        // set first: what listens writes down what it hears
        world.setSelected(settings.get("table.map").map("shown"::equals).orElse(false));
        world.selectedProperty().subscribe(this::showMap);
        root.widthProperty().subscribe(w -> fit());
        root.heightProperty().subscribe(h -> fit());
        search.fontProperty().subscribe(f -> {
            table.font(f);
            fit();
        });
    }

    /** The screen. */
    public Node node() {
        return root;
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Shows an offering, with the keyboard focus in its table. */
    void show(Offering offering) {
        model.selectedProperty().set(Optional.of(offering));
        // a pane that is split is in the window once it has its skin
        root.applyCss();
        table.table().requestFocus();
    }

    /** Lays out for the width there is, counted in the size of the text. */
    private void fit() {
        double width = root.getWidth() / search.getFont().getSize();
        if (width <= 0) {
            return;
        }
        Orientation wanted = width >= WIDE ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (split.getOrientation() != wanted) {
            split.setOrientation(wanted);
            split.setDividerPositions(wanted == Orientation.HORIZONTAL ? 0.58 : ABOVE);
        }
        // only when it becomes so: whoever shows the filters in a narrow window keeps them while it is resized
        if (narrow != width < NARROW) {
            narrow = width < NARROW;
            showFacets(
                    !narrow && settings.get("table.facets").map("shown"::equals).orElse(true));
        }
        arrange();
    }

    /** In a window that is not wide the map takes the place of the detail, which comes back when the map goes. */
    private void arrange() {
        boolean shown = world.isSelected();
        boolean wide = split.getOrientation() == Orientation.HORIZONTAL;
        boolean beside = !wide && root.getHeight() / search.getFont().getSize() < LOW;
        tableAndMap.setOrientation(beside ? Orientation.HORIZONTAL : Orientation.VERTICAL);
        boolean detailed = wide || !shown;
        boolean other = detailed == (split.getItems().size() == 1);
        if (other) {
            split.getItems().remove(detail.node());
            if (detailed) {
                split.getItems().add(detail.node());
            }
        }
        boolean mapped = shown == (tableAndMap.getItems().size() == 1);
        if (mapped) {
            map.ifPresent(m -> tableAndMap.getItems().remove(m.node()));
            if (shown) {
                MapPane made = map.orElseGet(() -> new MapPane(model, texts));
                map = Optional.of(made);
                tableAndMap.getItems().addFirst(made.node());
            }
        }
        if (other || mapped) {
            // what was added has to have its place before it can be given its share
            AfterFrames.soon(() -> {
                root.layout();
                split.setDividerPositions(wide ? 0.58 : ABOVE);
                tableAndMap.setDividerPositions(0.5);
            });
        }
    }

    private void showFacets(boolean shown) {
        filters.setSelected(shown);
        root.setLeft(shown ? facets.node() : null);
    }

    private Node middle(Consumer<LocalDate> asOf) {
        search.setPromptText(texts.get("register.search"));
        search.setAccessibleText(texts.get("register.search"));
        search.setId("search");
        search.setLeft(Icons.of(Feather.SEARCH));
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                search.clear();
            } else if (e.getCode() == KeyCode.DOWN) {
                table.table().requestFocus();
                e.consume();
            }
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        Label count = new Label();
        count.getStyleClass().add("text-muted");
        count.setId("count");
        count.setMinWidth(Label.USE_PREF_SIZE);
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.registerProperty()
                                .get()
                                .map(r -> texts.get(
                                        "register.offerings",
                                        model.shown().size(),
                                        r.offerings().size()))
                                .orElse(""),
                        model.shown(),
                        model.registerProperty()));
        HBox bar = new HBox(search, count, day(asOf));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("bar");
        tableAndMap.setOrientation(Orientation.VERTICAL);
        tableAndMap.getItems().setAll(table.table());
        VBox.setVgrow(tableAndMap, Priority.ALWAYS);
        VBox middle = new VBox(bar, tools(), new Chips(model, texts).node(), hints(), tableAndMap);
        middle.getStyleClass().add("middle");
        return middle;
    }

    /** What the ticked filters do not say; gone when there is nothing to add. */
    private Node hints() {
        Label hints = new Label();
        hints.setId("filter-hints");
        hints.setWrapText(true);
        hints.setMinHeight(Label.USE_PREF_SIZE);
        ScrollPane scroll = new PlainScrollPane(hints);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "filter-hints");
        scroll.setAccessibleText(texts.get("hints.title"));
        // some rows stay however much there is to say and however large the text is: then the hints scroll
        DoubleBinding height = Bindings.createDoubleBinding(
                () -> Math.min(
                        hints.getHeight(),
                        Math.max(HINT_LINES * hints.getFont().getSize(), HINT_SHARE * root.getHeight())),
                hints.heightProperty(),
                hints.fontProperty(),
                root.heightProperty());
        scroll.minHeightProperty().bind(height);
        scroll.maxHeightProperty().bind(height);
        model.hintsProperty()
                .subscribe(h -> hints.setText(h.map(FilterHints::lines).orElse(List.of()).stream()
                        .map(line -> ColumnValues.TRAP + line)
                        .collect(Collectors.joining("\n"))));
        scroll.visibleProperty().bind(hints.textProperty().isNotEmpty());
        scroll.managedProperty().bind(scroll.visibleProperty());
        return scroll;
    }

    private Node tools() {
        filters.setText(texts.get("register.facets"));
        filters.setGraphic(Icons.of(Feather.FILTER));
        filters.setId("filters");
        filters.getStyleClass().addAll("flat", "small");
        filters.setOnAction(e -> {
            showFacets(filters.isSelected());
            if (!narrow) {
                settings.put("table.facets", filters.isSelected() ? "shown" : "hidden");
            }
        });
        world.setText(texts.get("register.map"));
        world.setGraphic(Icons.of(Feather.GLOBE));
        world.setId("world");
        world.getStyleClass().addAll("flat", "small");
        FlowPane tools = new FlowPane(
                filters, world, table.chooser(), new ViewsMenu(model, texts, notices).node(), compareButton());
        tools.getStyleClass().add("bar-flow");
        return tools;
    }

    private Button compareButton() {
        Button button = new Button(texts.get("register.compare"), Icons.of(Feather.SIDEBAR));
        button.setId("compare-selected");
        button.getStyleClass().addAll("flat", "small");
        button.setTooltip(new Tooltip(texts.get("register.compare.tip")));
        button.setAccessibleText(texts.get("register.compare.tip"));
        button.setOnAction(e -> compareSelected());
        return button;
    }

    /** Compares the offerings that are selected in the table. */
    public void compareSelected() {
        compare.accept(table.table().getSelectionModel().getSelectedItems().stream()
                .map(Offering::id)
                .toList());
    }

    /** What can be done here by its name. */
    public List<Command> commands() {
        List<Command> all = new ArrayList<>(table.commands());
        String map = texts.get(world.isSelected() ? "map.hide" : "map.show");
        all.addFirst(new Command(texts.get("register.map"), map, () -> world.setSelected(!world.isSelected())));
        return all;
    }

    /** Moves the focus on to the next of filters, search, table and detail, or back. */
    public void nextPane(boolean back) {
        List<Node> panes = new ArrayList<>(List.of(search, table.table()));
        if (filters.isSelected()) {
            panes.addFirst(facets.node());
        }
        if (world.isSelected()) {
            map.ifPresent(m -> panes.add(m.node()));
        }
        if (split.getItems().contains(detail.node())) {
            panes.add(detail.node());
        }
        int at = -1;
        for (Node n = root.getScene() == null ? null : root.getScene().getFocusOwner(); n != null; n = n.getParent()) {
            at = Math.max(at, panes.indexOf(n));
        }
        Node next = panes.get(Math.floorMod(at + (back ? -1 : 1), panes.size()));
        if (next == facets.node()) {
            facets.focus();
        } else if (map.map(MapPane::node).equals(Optional.of(next))) {
            map.ifPresent(MapPane::focus);
        } else {
            next.requestFocus();
        }
    }

    private void showMap(boolean shown) {
        settings.put("table.map", shown ? "shown" : "hidden");
        arrange();
    }

    private Node day(Consumer<LocalDate> asOf) {
        DatePicker day = new DatePicker();
        day.setId("as-of");
        day.getStyleClass().add("day");
        // it makes its field when it is laid out first, too late to be styled in the same frame: the rows would jump
        day.skinProperty().subscribe(skin -> day.layout());
        model.registerProperty().subscribe(r -> r.map(Register::asOf).ifPresent(day::setValue));
        day.setOnAction(e -> {
            LocalDate chosen = day.getValue();
            if (chosen != null
                    && model.registerProperty()
                            .get()
                            .map(r -> !r.asOf().equals(chosen))
                            .orElse(false)) {
                asOf.accept(chosen);
            }
        });
        Label label = new Label(texts.get("register.asOf"));
        label.setLabelFor(day);
        label.setMinWidth(Label.USE_PREF_SIZE);
        day.setAccessibleText(texts.get("register.asOf.tip"));
        day.setTooltip(new Tooltip(texts.get("register.asOf.tip")));
        HBox box = new HBox(label, day);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("bar");
        return box;
    }

    /** The ticked facets, each to be taken away. */
    private record Chips(RegisterViewModel model, Texts texts) {
        Node node() {
            FlowPane chips = new FlowPane();
            chips.getStyleClass().add("chips");
            chips.setId("chips");
            model.ticked().subscribe(() -> {
                chips.getChildren()
                        .setAll(model.ticked().stream().map(this::chip).toList());
                if (!model.ticked().isEmpty()) {
                    Button clear = new Button(texts.get("register.clear"));
                    clear.getStyleClass().addAll("flat", "small");
                    clear.setOnAction(e -> model.clear());
                    chips.getChildren().add(clear);
                }
            });
            chips.managedProperty().bind(Bindings.isNotEmpty(model.ticked()));
            return chips;
        }

        private Node chip(Facet facet) {
            String name = model.registerProperty()
                    .get()
                    .map(r -> FacetNames.of(facet, r.areas(), texts))
                    .orElse(facet.value());
            Button chip = new Button(texts.pair(texts.of(facet.group()), name), Icons.of(Feather.X));
            chip.getStyleClass().addAll("chip", "small");
            chip.setAccessibleText(texts.get("chip.remove", texts.pair(texts.of(facet.group()), name)));
            chip.setOnAction(e -> model.tick(facet, false));
            return chip;
        }
    }
}
