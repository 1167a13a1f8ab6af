package domicile.desktop.maintenance;

import domicile.desktop.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * The side of a view: what it shows of the selection, or a form in its place. While a form is open what stands beside it waits, so
 * that nothing half-written is put away by a click.
 */
final class EditPane {
    private final EditModel model;
    private final Texts texts;
    private final Node usual;
    private final ScrollPane side;
    private final Node list;
    private final List<Node> around;
    private final Runnable look;
    private Optional<EditForm> form = Optional.empty();

    /**
     * @param usual what is shown while no form is open
     * @param list what is chosen from; it waits
     * @param around what is above and below; it makes room
     * @param look looks at the register again, when a form was closed
     */
    EditPane(EditModel model, Texts texts, Node usual, Node list, List<Node> around, Runnable look) {
        this.model = model;
        this.texts = texts;
        this.usual = usual;
        this.list = list;
        this.around = around;
        this.look = look;
        this.side = new ScrollPane(usual);
        side.setFitToWidth(true);
        side.getStyleClass().add("edge-to-edge");
    }

    Node node() {
        return side;
    }

    void open(EditModel.Opened opened) {
        EditForm made = new EditForm(model, opened, texts, this::close);
        form = Optional.of(made);
        side.setContent(made.node());
        side.setVvalue(0);
        busy(true);
        made.focus();
    }

    private void close() {
        form = Optional.empty();
        side.setContent(usual);
        busy(false);
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

    /** The register may have another page to cite. */
    void refresh() {
        form.ifPresent(EditForm::refresh);
    }
}
