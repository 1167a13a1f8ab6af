package domicile.desktop.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.util.Subscription;

/** Light or dark, and the size of the text; remembered. Follows the system until somebody chooses. */
public final class Appearance {
    private static final double USUAL = 13;
    private static final double STEP = 1.3;
    private static final double LARGEST = 26;

    private final Parent root;
    private final Settings settings;
    private final Subscription system;
    private double size;
    private boolean dark;

    public Appearance(Parent root, Settings settings) {
        this.root = root;
        this.settings = settings;
        this.size = size(settings);
        this.dark = dark(settings);
        show();
        this.system = Platform.getPreferences().colorSchemeProperty().subscribe((was, scheme) -> {
            if (settings.get("theme").isEmpty()) {
                dark = scheme == ColorScheme.DARK;
                show();
            }
        });
    }

    /** Follows the system no more: its preferences outlive a window, and would keep it alive. */
    public void close() {
        system.unsubscribe();
    }

    /** The size of the text, in pixels, that a window starts with. */
    public static double size(Settings settings) {
        return Math.clamp(settings.number("text.size", USUAL), USUAL, LARGEST);
    }

    /** Whether a window starts dark. */
    public static boolean dark(Settings settings) {
        return settings.get("theme")
                .map("dark"::equals)
                .orElseGet(() -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    }

    public boolean dark() {
        return dark;
    }

    /** The size of the text in pixels. */
    public double size() {
        return size;
    }

    public void dark(boolean on) {
        dark = on;
        settings.put("theme", dark ? "dark" : "light");
        show();
    }

    public void larger() {
        resize(size + STEP);
    }

    public void smaller() {
        resize(size - STEP);
    }

    public void usual() {
        resize(USUAL);
    }

    private void resize(double wanted) {
        size = Math.clamp(wanted, USUAL, LARGEST);
        settings.put("text.size", String.valueOf(size));
        show();
    }

    private void show() {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        root.setStyle("-fx-font-size: " + size + "px;");
        root.getStyleClass().removeAll("dark", "large");
        if (size >= USUAL * 1.5) {
            root.getStyleClass().add("large");
        }
        if (dark) {
            root.getStyleClass().add("dark");
        }
    }
}
