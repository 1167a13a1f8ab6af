package domicile.desktop.startup;

import domicile.desktop.kit.Appearance;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Texts;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The window's first frame: its areas and words where the real ones will be, without controls and stylesheets, which
 * take longer to load than to look at.
 */
public final class SplashFrame {
    /** What the window is as wide as when nobody has changed it, in pixels. */
    public static final double WIDTH = 1280;

    /** Below this width, in units of the text size, the navigation shows icons alone. */
    public static final double NARROW = 80;

    /** A theme's colours; the theme itself is read after this frame. */
    private record Colours(Color ground, Color bar, Color foot, Color line, Color words) {
        static final Colours LIGHT = new Colours(
                Color.web("#ffffff"),
                Color.web("#f6f8fa"),
                Color.web("#f6f8fa"),
                Color.web("#d8dee4"),
                Color.web("#24292f"));
        static final Colours DARK = new Colours(
                Color.web("#0d1117"),
                Color.web("#010409"),
                Color.web("#161b22"),
                Color.web("#21262d"),
                Color.web("#c9d1d9"));
    }

    private static final double ICON = 16;
    /** An icon's line: where the words of the system's font are lower, it gives a tab its height. */
    private static final double ICON_LINE = 18;

    private final Texts texts;
    private final List<String> screens;
    private final Settings settings;
    private final double em;
    private final Colours colours;

    private SplashFrame(Texts texts, Settings settings, List<String> screens) {
        this.screens = screens;
        this.texts = texts;
        this.settings = settings;
        this.em = Appearance.size(settings);
        this.colours = Appearance.dark(settings) ? Colours.DARK : Colours.LIGHT;
    }

    /**
     * The whole window's content.
     *
     * @param screens what the screens are called, as the navigation lists them
     */
    public static Parent node(Texts texts, Settings settings, List<String> screens) {
        return new SplashFrame(texts, settings, screens).frame();
    }

    /** What stands in the navigation's place. */
    public static Node bar(Texts texts, Settings settings, List<String> screens) {
        return new SplashFrame(texts, settings, screens).bar();
    }

    private Parent frame() {
        BorderPane frame = new BorderPane(new StackPane(words(texts.get("app.opening"))));
        frame.setBackground(fill(colours.ground()));
        frame.setLeft(bar());
        frame.setBottom(foot());
        return frame;
    }

    private Node bar() {
        boolean narrow = settings.number("width", WIDTH) / em < NARROW;
        VBox bar = new VBox(0.3 * em);
        bar.setId("sketch-bar");
        bar.setBackground(lined(colours.bar(), new Insets(0, 1, 0, 0)));
        bar.setPrefWidth((narrow ? 4.2 : 14.5) * em);
        bar.setPadding(new Insets(em, 0.7 * em, em, 0.7 * em));
        if (!narrow) {
            for (String screen : screens) {
                StackPane tab = new StackPane(words(screen));
                tab.setAlignment(Pos.CENTER_LEFT);
                double above = 0.55 * em + 0.5;
                tab.setPadding(new Insets(above, 0, above, 1.5 * em + ICON + 1));
                tab.setMinHeight(ICON_LINE + 2 * above);
                bar.getChildren().add(tab);
            }
        }
        return bar;
    }

    private Node foot() {
        Region foot = new Region();
        foot.setId("sketch-foot");
        foot.setBackground(lined(colours.foot(), new Insets(1, 0, 0, 0)));
        foot.setPrefHeight(2.2 * em);
        return foot;
    }

    private Text words(String words) {
        Text text = new Text(words);
        text.setFont(Font.font(em));
        text.setFill(colours.words());
        return text;
    }

    private static Background fill(Color color) {
        return new Background(new BackgroundFill(color, CornerRadii.EMPTY, Insets.EMPTY));
    }

    private Background lined(Color color, Insets line) {
        return new Background(
                new BackgroundFill(colours.line(), CornerRadii.EMPTY, Insets.EMPTY),
                new BackgroundFill(color, CornerRadii.EMPTY, line));
    }
}
