package domicile.desktop.kit;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;

/**
 * A field of several lines that keeps no picture of its text. The usual one has a scroll pane of its own within, with
 * the picture that {@link PlainScrollPane} tells of: after 700 rounds through all screens 7,400 pictures of fields of
 * one line were held, 360 MB ({@code WindowSoak}).
 */
public class PlainTextArea extends TextArea {
    public PlainTextArea(String text) {
        super(text);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        TextAreaSkin skin = new TextAreaSkin(this);
        skin.getChildren().stream()
                .filter(ScrollPane.class::isInstance)
                .map(ScrollPane.class::cast)
                // it gets its own skin, and the picture with it, when it is first styled
                .forEach(within -> within.skinProperty().subscribe(s -> PlainScrollPane.keepNoPicture(within)));
        return skin;
    }
}
