package domicile.desktop.kit;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ScrollPaneSkin;

/**
 * A scroll pane that keeps no picture of what it shows. The usual one does, and the toolkit's pool of pictures does not
 * get it back when the pane is let go: after 36 rounds through all screens that was 678 MB, and 144 MB at first
 * ({@code WindowSoak}).
 */
public final class PlainScrollPane extends ScrollPane {
    public PlainScrollPane() {}

    public PlainScrollPane(Node content) {
        super(content);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        ScrollPaneSkin skin = new ScrollPaneSkin(this);
        keepNoPicture(this);
        return skin;
    }

    /** Once a pane has its skin. */
    static void keepNoPicture(ScrollPane pane) {
        Optional.ofNullable(pane.lookup(".viewport")).ifPresent(shown -> shown.setCache(false));
    }
}
