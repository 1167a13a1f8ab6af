package domicile.desktop.kit;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;

/** What every dialog has in common with the window that it belongs to. */
public final class Dialogs {
    /** In units of the text's size. */
    private static final double WIDTH = 43;

    private Dialogs() {}

    /**
     * Ties a dialog to a window, whose theme and size of text it takes: it has a scene of its own, which would know of
     * neither.
     *
     * @param over a node of the window; one that is in none leaves the dialog as it is
     */
    public static void dress(Dialog<?> dialog, Node over) {
        DialogPane pane = dialog.getDialogPane();
        pane.setMinHeight(Region.USE_PREF_SIZE);
        Scene scene = over.getScene();
        if (scene == null) {
            return;
        }
        dialog.initOwner(scene.getWindow());
        Parent root = scene.getRoot();
        // the theme has a width in pixels, which holds less the larger the text is
        pane.setStyle(root.getStyle() + " -fx-pref-width: " + WIDTH + "em; -fx-max-width: " + WIDTH + "em;");
        root.getStyleClass().stream()
                .filter(c -> !pane.getStyleClass().contains(c))
                .forEach(pane.getStyleClass()::add);
    }
}
