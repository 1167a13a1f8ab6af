package domicile.desktop.register;

import domicile.desktop.kit.AfterFrames;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.PlainScrollPane;
import domicile.desktop.kit.ScrollTo;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Texts;
import domicile.residency.Areas;
import domicile.search.Facet;
import domicile.search.FacetIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The facets: groups that fold, places as a tree, each with how many offerings it would leave. Arrow keys walk and
 * fold.
 */
final class FacetPane {
    private static final String FOLDED = "table.folded";
    private static final String USUALLY_FOLDED = "ENDPOINT_SERVICES,DPA,RETENTION,TRAINING,MODEL,FRESHNESS,TIE";

    private final RegisterViewModel model;
    private final Node screen;
    private final Texts texts;
    private final Settings settings;
    private final VBox groups = new VBox();
    private final ScrollPane scroll;
    private final Map<Facet, Row> rows = new HashMap<>();
    private final Set<String> folded = new HashSet<>();

    /** @param screen what is in the window before its split pane has put this there */
    FacetPane(RegisterViewModel model, Texts texts, Settings settings, Node screen) {
        this.screen = screen;
        this.model = model;
        this.texts = texts;
        this.settings = settings;
        folded.addAll(List.of(settings.get(FOLDED).orElse(USUALLY_FOLDED).split(",")));
        Label title = new Label(texts.get("register.facets"));
        title.getStyleClass().add("pane-title");
        groups.getStyleClass().add("facets");
        VBox all = new VBox(title, groups);
        all.getStyleClass().add("facet-pane");
        scroll = new PlainScrollPane(all);
        scroll.setId("facets");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("edge-to-edge", "facet-scroll");
        groups.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.indexProperty().subscribe(i -> i.ifPresent(x -> AfterFrames.after(screen, () -> build(x))));
        model.countsProperty().subscribe(c -> rows.values().forEach(Row::update));
    }

    Node node() {
        return scroll;
    }

    /** Puts the focus on the first group. */
    void focus() {
        stops().stream().findFirst().ifPresent(Node::requestFocus);
    }

    private void build(FacetIndex index) {
        rows.clear();
        groups.getChildren().clear();
        Areas areas = index.register().areas();
        FacetTree.of(index).forEach((group, branches) -> {
            if (!branches.isEmpty()) {
                groups.getChildren().add(group(group, branches, areas));
            }
        });
    }

    private Node group(Facet.Group group, List<FacetTree.Branch> branches, Areas areas) {
        VBox content = new VBox();
        content.getStyleClass().add("facet-rows");
        branches.forEach(b -> content.getChildren().add(new Row(b, areas)));
        FontIcon icon = Icons.of(Feather.CHEVRON_DOWN);
        Button head = new Button(texts.of(group), icon);
        head.setId("group-" + group);
        head.getStyleClass().addAll("flat", "facet-head");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setWrapText(true);
        Runnable fold = () -> {
            boolean open = !folded.contains(group.name());
            content.setVisible(open);
            content.setManaged(open);
            icon.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            head.setAccessibleText(texts.get(open ? "facets.fold" : "facets.unfold", texts.of(group)));
        };
        head.setOnAction(e -> {
            if (!folded.remove(group.name())) {
                folded.add(group.name());
            }
            settings.put(FOLDED, String.join(",", folded));
            fold.run();
        });
        fold.run();
        VBox box = new VBox(head, content);
        box.getStyleClass().add("facet-group");
        return box;
    }

    /** The id of a facet's box: what tests and the focus find it by. */
    static String id(Facet facet) {
        return "facet-" + facet.id().replaceAll("[^A-Za-z0-9-]", "-");
    }

    /** Up and down walk over heads and boxes; right and left open and close what they stand on. */
    private void key(KeyEvent e) {
        List<Node> stops = stops();
        int at = stops.indexOf(groups.getScene().getFocusOwner());
        if (at < 0) {
            return;
        }
        Node on = stops.get(at);
        if (e.getCode() == KeyCode.DOWN && at + 1 < stops.size()) {
            go(stops.get(at + 1));
        } else if (e.getCode() == KeyCode.UP && at > 0) {
            go(stops.get(at - 1));
        } else if (e.getCode() == KeyCode.RIGHT || e.getCode() == KeyCode.LEFT) {
            rows.values().stream()
                    .filter(r -> r.box == on)
                    .findFirst()
                    .ifPresent(r -> r.open(e.getCode() == KeyCode.RIGHT));
        } else {
            return;
        }
        e.consume();
    }

    private void go(Node stop) {
        stop.requestFocus();
        ScrollTo.in(scroll, stop);
    }

    private List<Node> stops() {
        List<Node> stops = new ArrayList<>();
        groups.lookupAll(".facet-stop, .facet-head").stream()
                .filter(FacetPane::seen)
                .filter(n -> !n.isDisabled())
                .sorted(java.util.Comparator.comparing(n -> n.localToScene(0, 0).getY()))
                .forEach(stops::add);
        return stops;
    }

    private static boolean seen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** One facet: a box to tick, its count, and what lies under it, which is made when it is first opened. */
    private final class Row extends VBox {
        private final FacetTree.Branch branch;
        private final Areas areas;
        private final CheckBox box;
        private final Label count = new Label();
        private final VBox under = new VBox();
        private final FontIcon twist = Icons.of(Feather.CHEVRON_RIGHT);
        private boolean quiet;

        Row(FacetTree.Branch branch, Areas areas) {
            this.branch = branch;
            this.areas = areas;
            this.box = new CheckBox(FacetNames.of(branch.facet(), areas, texts));
            box.setId(id(branch.facet()));
            box.getStyleClass().add("facet-stop");
            box.setWrapText(true);
            box.selectedProperty().subscribe((was, on) -> {
                if (!quiet) {
                    model.tick(branch.facet(), on);
                }
            });
            count.getStyleClass().add("facet-count");
            count.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row = new HBox(twisty(), box, gap, count);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("facet-row");
            under.getStyleClass().addAll("facet-rows", "facet-under");
            getChildren().add(row);
            rows.put(branch.facet(), this);
            update();
        }

        private Node twisty() {
            if (branch.under().isEmpty()) {
                Region none = new Region();
                none.getStyleClass().add("twisty-none");
                return none;
            }
            Button button = new Button("", twist);
            button.getStyleClass().addAll("flat", "twisty");
            // By keyboard the arrow keys on the box do the same; a second stop on every row would only be in the way.
            button.setFocusTraversable(false);
            button.setAccessibleText(texts.get("facets.unfold", box.getText()));
            button.setOnAction(e -> open(!getChildren().contains(under)));
            return button;
        }

        private void open(boolean open) {
            if (branch.under().isEmpty() || open == getChildren().contains(under)) {
                return;
            }
            if (open) {
                if (under.getChildren().isEmpty()) {
                    branch.under().forEach(b -> under.getChildren().add(new Row(b, areas)));
                }
                getChildren().add(under);
            } else {
                getChildren().remove(under);
            }
            twist.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        }

        private void update() {
            int left = Optional.ofNullable(model.countsProperty().get().get(branch.facet()))
                    .orElse(0);
            quiet = true;
            box.setSelected(model.ticked().contains(branch.facet()));
            quiet = false;
            String number = String.format(texts.locale(), "%,d", left);
            count.setText(number);
            boolean none = left == 0 && !box.isSelected();
            count.setDisable(none);
            box.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("nothing"), none);
            box.setAccessibleText(texts.pair(texts.of(branch.facet().group()), box.getText() + ", " + number));
        }
    }
}
