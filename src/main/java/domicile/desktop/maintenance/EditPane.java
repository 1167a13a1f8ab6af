package domicile.desktop.maintenance;

import domicile.desktop.kit.PlainScrollPane;
import domicile.desktop.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/**
 * The side of a view: what it shows of the selection, or a form in its place. While a form is open what stands beside
 * it waits, so that nothing half-written is put away by a click.
 */
final class EditPane {
    /** Below this width, in units of the text size, a form has no room beside the list. */
    private static final double NARROW = 64;
    /** The part of the width that the list has beside it. */
    static final double SHARE = 0.58;

    private final EditViewModel model;
    private final Texts texts;
    private final Node usual;
    private final ScrollPane scroll;
    private final BorderPane side = new BorderPane();
    private final Node list;
    private final List<Node> around;
    private final Runnable look;
    private Optional<EditForm> form = Optional.empty();
    private Optional<SplitPane> split = Optional.empty();

    /**
     * @param usual what is shown while no form is open
     * @param list what is chosen from; it waits
     * @param around what is above and below; it makes room
     * @param look looks at the register again, when a form was closed
     */
    EditPane(EditViewModel model, Texts texts, Node usual, Node list, List<Node> around, Runnable look) {
        this.model = model;
        this.texts = texts;
        this.usual = usual;
        this.list = list;
        this.around = around;
        this.look = look;
        this.scroll = new PlainScrollPane(usual);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        side.setCenter(scroll);
    }

    /** Where it stands beside the list: where there is no room for both, the list makes room for a form. */
    void in(SplitPane beside) {
        split = Optional.of(beside);
    }

    Node node() {
        return side;
    }

    void open(EditViewModel.Opened opened) {
        EditForm made = new EditForm(model, opened, texts, this::close);
        form = Optional.of(made);
        scroll.setContent(made.node());
        scroll.setVvalue(0);
        side.setBottom(made.foot());
        busy(true);
        side.applyCss();
        split.ifPresent(s -> {
            if (s.getWidth() < NARROW * made.textSize()) {
                s.getItems().remove(list);
            }
        });
        made.focus();
    }

    private void close() {
        form = Optional.empty();
        scroll.setContent(usual);
        side.setBottom(new Region());
        busy(false);
        split.filter(s -> !s.getItems().contains(list)).ifPresent(s -> {
            s.getItems().addFirst(list);
            s.setDividerPositions(SHARE);
        });
        list.requestFocus();
        look.run();
    }

    private void busy(boolean on) {
        list.setDisable(on);
        around.forEach(n -> {
            n.setVisible(!on);
            n.setManaged(!on);
        });
    }

    /** Whether a form is open. */
    boolean editing() {
        return form.isPresent();
    }

    /** The register may have another page to cite. */
    void refresh() {
        form.ifPresent(EditForm::refresh);
    }
}
