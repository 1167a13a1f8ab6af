package domicile.desktop.kit;

import java.net.URL;
import javafx.scene.Parent;

/** The stylesheets: one for the frame and what all screens share, one for each screen. */
public final class Styles {

    private Styles() {}

    /** The address of a stylesheet under {@code domicile/desktop}, such as {@code register/register.css}. */
    public static String address(String path) {
        URL url = Styles.class.getResource("/domicile/desktop/" + path);
        if (url == null) {
            throw new IllegalArgumentException("no stylesheet " + path);
        }
        return url.toExternalForm();
    }

    /** Dresses a screen in its own stylesheet, and in the shared one that is the window's. */
    public static void dress(Parent screen, String path) {
        screen.getStylesheets().add(address(path));
    }
}
