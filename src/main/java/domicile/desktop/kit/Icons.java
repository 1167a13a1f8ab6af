package domicile.desktop.kit;

import javafx.css.StyleOrigin;
import javafx.css.StyleableProperty;
import javafx.scene.text.Font;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** The signs on buttons. */
public final class Icons {
    private static final String FAMILY = "FeatherIcons";

    private Icons() {}

    /**
     * A sign in its own font from the beginning: one that is measured before it is styled is looked for in all of the
     * system's fonts.
     */
    @SuppressWarnings("unchecked") // every font of a text is styleable
    public static FontIcon of(Ikon sign) {
        FontIcon icon = new FontIcon(sign);
        // as a stylesheet would, so that stylesheets still give it its size
        ((StyleableProperty<Font>) icon.fontProperty())
                .applyStyle(
                        StyleOrigin.USER_AGENT, Font.font(FAMILY, icon.getFont().getSize()));
        return icon;
    }
}
