package domicile.desktop.register;

import domicile.desktop.Mark;
import domicile.desktop.Styles;
import domicile.desktop.Texts;
import domicile.residency.Attestation;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Register;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The register screen: facets, chips and table, and the detail of the selected offering. */
public final class RegisterView {
    private final RegisterViewModel model;
    private final Texts texts;
    private final BorderPane root = new BorderPane();
    private final CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
    private final TableView<Offering> table = new TableView<>();
    private final VBox facets = new VBox();

    /**
     * @param openLink opens a web page
     * @param asOf asks for the register of another day
     */
    public RegisterView(RegisterViewModel model, Texts texts, Consumer<String> openLink, Consumer<LocalDate> asOf) {
        this.model = model;
        this.texts = texts.screen("register");
        DetailView detail = new DetailView(model, this.texts, openLink);
        SplitPane split = new SplitPane(middle(asOf), detail.node());
        // One above the other: the table needs the width for its columns, the detail for its three layers.
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.46);
        root.setLeft(facetPane());
        root.setCenter(split);
        root.getStyleClass().add("register");
        Styles.dress(root, "register/register.css");
        model.countsProperty().subscribe(this::showFacets);
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

    private Node facetPane() {
        Label title = new Label(texts.get("register.facets"));
        title.getStyleClass().add("pane-title");
        facets.getStyleClass().add("facets");
        VBox all = new VBox(title, facets);
        all.getStyleClass().add("facet-pane");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private void showFacets(Map<Facet, Integer> counts) {
        Map<Facet.Group, VBox> groups = new EnumMap<>(Facet.Group.class);
        counts.forEach((facet, count) -> {
            VBox group = groups.computeIfAbsent(facet.group(), g -> {
                Label head = new Label(texts.of(g));
                head.getStyleClass().add("facet-head");
                return new VBox(head);
            });
            group.getStyleClass().setAll("facet-group");
            group.getChildren().add(facetRow(facet, count));
        });
        // The focus stays on the box that was ticked although all boxes are made anew.
        String focused = Optional.ofNullable(root.getScene())
                .flatMap(s -> Optional.ofNullable(s.getFocusOwner()))
                .flatMap(n -> Optional.ofNullable(n.getId()))
                .orElse("");
        facets.getChildren().setAll(groups.values());
        if (!focused.isEmpty()) {
            Optional.ofNullable(facets.lookup("#" + focused)).ifPresent(Node::requestFocus);
        }
    }

    private Node facetRow(Facet facet, int count) {
        CheckBox box = new CheckBox(label(facet));
        box.setId(id(facet));
        box.setSelected(model.ticked().contains(facet));
        box.setDisable(count == 0 && !box.isSelected());
        box.setAccessibleText(texts.of(facet.group()) + ": " + label(facet) + ", " + count);
        box.selectedProperty().subscribe((was, on) -> model.tick(facet, on));
        Label number = new Label(String.valueOf(count));
        number.getStyleClass().add("facet-count");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(box, gap, number);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** The id of a facet's box: what tests and the focus find it by. */
    static String id(Facet facet) {
        String what = switch (facet) {
            case Facet.Inference i -> i.place().code();
            case Facet.Storage s -> s.place().code();
            case Facet.Certification c -> c.kind().name();
            case Facet.Contract c -> c.name();
            case Facet.FedRamp f -> f.level().name();
            case Facet.Model m -> m.family();
        };
        return "facet-" + facet.group().name().toLowerCase(java.util.Locale.ROOT) + "-"
                + what.replaceAll("[^A-Za-z0-9]", "-");
    }

    private String label(Facet facet) {
        return switch (facet) {
            case Facet.Inference i -> name(i.place());
            case Facet.Storage s -> name(s.place());
            case Facet.Certification c -> Names.attestation(c.kind());
            case Facet.Contract c -> texts.of(c);
            case Facet.FedRamp f -> texts.of(f.level());
            case Facet.Model m -> m.family();
        };
    }

    private String name(Place place) {
        return model.registerProperty()
                .get()
                .map(r -> Names.place(place, r.areas(), texts.locale()))
                .orElse(place.code());
    }

    private Node middle(Consumer<LocalDate> asOf) {
        search.setPromptText(texts.get("register.search"));
        search.setId("search");
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                search.clear();
            }
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        DatePicker day = new DatePicker();
        day.setId("as-of");
        day.setPrefWidth(140);
        model.registerProperty().subscribe(r -> r.map(Register::asOf).ifPresent(day::setValue));
        day.setOnAction(e -> {
            if (model.registerProperty()
                    .get()
                    .map(r -> !r.asOf().equals(day.getValue()))
                    .orElse(false)) {
                asOf.accept(day.getValue());
            }
        });
        Label label = new Label(texts.get("register.asOf"));
        label.setLabelFor(day);
        Label count = new Label();
        count.getStyleClass().add("text-muted");
        count.setId("count");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                "register.offerings",
                                model.shown().size(),
                                model.registerProperty()
                                        .get()
                                        .map(r -> r.offerings().size())
                                        .orElse(0)),
                        model.shown(),
                        model.registerProperty()));
        HBox bar = new HBox(search, count, label, day);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("bar");
        VBox.setVgrow(buildTable(), Priority.ALWAYS);
        VBox middle = new VBox(bar, chips(), table);
        middle.getStyleClass().add("middle");
        return middle;
    }

    private Node chips() {
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("chips");
        chips.setId("chips");
        model.ticked().subscribe(() -> {
            chips.getChildren().setAll(model.ticked().stream().map(this::chip).toList());
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
        Button chip = new Button(texts.of(facet.group()) + ": " + label(facet), new FontIcon(Feather.X));
        chip.getStyleClass().addAll("chip", "small");
        chip.setAccessibleText(texts.get("chip.remove", label(facet)));
        chip.setOnAction(e -> model.tick(facet, false));
        return chip;
    }

    private TableView<Offering> buildTable() {
        table.setId("offerings");
        table.getStyleClass().add("dense");
        table.getColumns().add(column("register.column.offering", 190, Offering::name));
        table.getColumns()
                .add(column(
                        "register.column.operator",
                        90,
                        o -> model.registerProperty()
                                .get()
                                .map(r -> r.providerName(o.operator()))
                                .orElse(o.operator())));
        table.getColumns().add(column("register.column.inference", 130, o -> published(o, Layer.INFERENCE)));
        table.getColumns().add(column("register.column.storage", 110, o -> published(o, Layer.STORAGE)));
        table.getColumns().add(marks("BAA", 112, o -> Mark.of(o, Attestation.Kind.BAA, texts)));
        table.getColumns().add(marks("DPA", 78, o -> Mark.of(o, Attestation.Kind.DPA, texts)));
        table.getColumns().add(marks("SOC 2 II", 92, o -> Mark.of(o, Attestation.Kind.SOC2_TYPE_II, texts)));
        table.getColumns().add(marks("ISO 27001", 92, o -> Mark.of(o, Attestation.Kind.ISO_27001, texts)));
        table.getColumns().add(marks("FedRAMP", 126, o -> Mark.of(o, Attestation.Kind.FEDRAMP, texts)));
        table.getColumns().add(marks("ZDR", 116, o -> Mark.zdr(o, texts)));
        table.setItems(model.shown());
        Label none = new Label(texts.get("register.none") + "\n" + texts.get("register.none.hint"));
        none.setWrapText(true);
        none.getStyleClass().add("empty");
        table.setPlaceholder(none);
        table.getSelectionModel().selectedItemProperty().subscribe(o -> {
            if (o != null) {
                model.selectedProperty().set(Optional.of(o));
            }
        });
        model.selectedProperty().subscribe(o -> o.ifPresent(table.getSelectionModel()::select));
        return table;
    }

    private String published(Offering offering, Layer layer) {
        String places = RegisterViewModel.places(offering, layer);
        if (layer == Layer.STORAGE && RegisterViewModel.stateless(offering)) {
            return "✓ " + texts.get("detail.stateless");
        }
        return places.isEmpty() ? "? " + texts.get("detail.notPublished") : places;
    }

    private TableColumn<Offering, String> column(String key, double width, Function<Offering, String> value) {
        TableColumn<Offering, String> column = new TableColumn<>(texts.get(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    private TableColumn<Offering, Mark> marks(String title, double width, Function<Offering, Mark> value) {
        TableColumn<Offering, Mark> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setComparator(Comparator.comparing(Mark::word));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(c -> new MarkCell());
        return column;
    }

    /** A mark in a table: symbol, word and colour. */
    private static final class MarkCell extends TableCell<Offering, Mark> {
        @Override
        @SuppressWarnings("NullAway") // JavaFX empties a cell by null
        protected void updateItem(Mark mark, boolean empty) {
            super.updateItem(mark, empty);
            getStyleClass().removeIf(s -> s.startsWith("mark-"));
            if (empty || mark == null) {
                setText(null);
            } else {
                setText(mark.text());
                getStyleClass().add(mark.style());
            }
        }
    }
}
