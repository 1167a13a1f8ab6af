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
    private final List<Node> beside;
    private final Runnable look;
    private Optional<EditForm> form = Optional.empty();

    /**
     * @param usual what is shown while no form is open
     * @param look looks at the register again, when a form was closed
     */
    EditPane(EditModel model, Texts texts, Node usual, List<Node> beside, Runnable look) {
        this.model = model;
        this.texts = texts;
        this.usual = usual;
        this.beside = beside;
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
        beside.forEach(n -> n.setDisable(true));
        made.focus();
    }

    private void close() {
        form = Optional.empty();
        side.setContent(usual);
        beside.forEach(n -> n.setDisable(false));
        beside.getFirst().requestFocus();
        look.run();
    }

    /** The register may have another page to cite. */
    void refresh() {
        form.ifPresent(EditForm::refresh);
    }
}
