package domicile.desktop.assessment;

import domicile.desktop.assessment.CopyViewModel.Side;
import domicile.desktop.kit.Dialogs;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.register.CopyMerge.Keep;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Asks of each answer that stands in a copy and on the server, and differs, which one counts: both side by side. */
final class CopyConflicts {
    private static final double GAP = 8;
    private static final double APART = 20;
    private static final double HALF = 50;
    /** In units of the text's size: no higher than a window that holds large text. */
    private static final double HEIGHT = 18;

    private final List<Side> all;
    private final Texts texts;
    private final Map<String, Map<Keep, RadioButton>> choices = new HashMap<>();
    private final List<RadioButton> inOrder = new ArrayList<>();
    private final IntegerProperty decided = new SimpleIntegerProperty();

    CopyConflicts(List<Side> all, Texts texts) {
        this.all = all;
        this.texts = texts;
    }

    /**
     * Shows it.
     *
     * @param then takes what counts, by {@link Side#id}, once something is decided; not called for later
     */
    void show(Node over, Consumer<Map<String, Keep>> then) {
        ButtonType bring = new ButtonType(texts.get("copy.decide"), ButtonBar.ButtonData.OK_DONE);
        ButtonType later = new ButtonType(texts.get("copy.later"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog = new Dialog<>();
        Dialogs.dress(dialog, over);
        dialog.setTitle(texts.get("copy.conflicts.title"));
        dialog.setHeaderText(texts.get("copy.conflicts", all.size()));
        dialog.getDialogPane().setId("copy-conflicts");
        dialog.getDialogPane().getButtonTypes().setAll(bring, later);
        dialog.getDialogPane().setContent(content());
        Node decide = dialog.getDialogPane().lookupButton(bring);
        decide.setId("copy-decide");
        decide.disableProperty().bind(decided.isEqualTo(0));
        dialog.setOnShown(e -> inOrder.getFirst().requestFocus());
        dialog.resultProperty().addListener((observed, was, answer) -> {
            if (bring.equals(answer)) {
                then.accept(decisions());
            }
        });
        dialog.show();
    }

    private Map<String, Keep> decisions() {
        Map<String, Keep> counts = new HashMap<>();
        choices.forEach((id, sides) -> sides.forEach((side, choice) -> {
            if (choice.isSelected()) {
                counts.put(id, side);
            }
        }));
        return counts;
    }

    private Node content() {
        VBox list = new VBox(APART);
        all.forEach(side -> list.getChildren().add(one(side)));
        ScrollPane scroll = Ui.scroll(list);
        scroll.setStyle("-fx-pref-height: " + HEIGHT + "em;");
        return all.size() == 1
                ? scroll
                : new VBox(
                        GAP,
                        new FlowPane(
                                GAP,
                                GAP,
                                Ui.button(texts.get("copy.keep.copy"), "keep-all-copy", () -> choose(Keep.COPY)),
                                Ui.button(texts.get("copy.keep.server"), "keep-all-server", () -> choose(Keep.SERVER))),
                        scroll);
    }

    private void choose(Keep side) {
        choices.values().forEach(sides -> Optional.ofNullable(sides.get(side)).ifPresent(c -> c.setSelected(true)));
    }

    private Node one(Side side) {
        GridPane grid = new GridPane(GAP, 0);
        grid.getColumnConstraints().addAll(Ui.share(HALF), Ui.share(HALF));
        ToggleGroup group = new ToggleGroup();
        group.selectedToggleProperty()
                .subscribe((was, now) -> decided.set(decisions().size()));
        grid.addRow(
                0,
                choice(side, Keep.COPY, "copy.copy", side.mine(), group),
                choice(side, Keep.SERVER, "copy.server", side.theirs(), group));
        return new VBox(Ui.text(texts.pair(side.assessment(), side.title()), "layer-head"), grid);
    }

    private Node choice(Side side, Keep keep, String key, String said, ToggleGroup group) {
        RadioButton choice = new RadioButton(texts.get(key));
        choice.setId("keep-" + keep.name() + "-" + side.id());
        choice.setToggleGroup(group);
        choice.setWrapText(true);
        choice.setAccessibleText(texts.pair(side.title(), texts.pair(texts.get(key), said)));
        choices.computeIfAbsent(side.id(), id -> new EnumMap<>(Keep.class)).put(keep, choice);
        inOrder.add(choice);
        VBox box = new VBox(choice, Ui.text(said, "fact-value"));
        // the answer is the larger thing to point at
        box.setOnMouseClicked(e -> choice.setSelected(true));
        return box;
    }
}
