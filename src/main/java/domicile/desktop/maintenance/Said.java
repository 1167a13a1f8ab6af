package domicile.desktop.maintenance;

import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** What was done last, or why it was refused, told where it was done; beside it the button that takes it back. */
final class Said {
    private final Notices notices;
    private final Label label = Lines.text("");
    private final Button undo;
    private Runnable takeBack = () -> {};

    /** @param id of the label; the button's is {@code undo-} with it */
    Said(Texts texts, Notices notices, String id) {
        this.notices = notices;
        label.setId(id);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        undo = new Button(texts.get("undo.button"), Icons.of(Feather.ROTATE_CCW));
        undo.setId("undo-" + id);
        undo.getStyleClass().add("flat");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setOnAction(e -> {
            nothing();
            takeBack.run();
        });
        undo.managedProperty().bind(undo.visibleProperty());
        undo.setVisible(false);
    }

    Label label() {
        return label;
    }

    Button undo() {
        return undo;
    }

    void nothing() {
        say("", "");
    }

    void good(String words) {
        say("✓ " + words, "mark-good");
    }

    void bad(String words) {
        say("✗ " + words, "mark-bad");
    }

    /** Says what was done and offers to take it back, here and by Ctrl/Cmd+Z. */
    void done(String words, Runnable back) {
        good(words);
        takeBack = notices.keep(() -> {
            nothing();
            back.run();
        });
        undo.setVisible(true);
    }

    private void say(String words, String style) {
        label.getStyleClass().removeAll("mark-good", "mark-bad");
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        label.setText(words);
        undo.setVisible(false);
    }
}
