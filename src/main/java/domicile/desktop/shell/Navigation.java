package domicile.desktop.shell;

import domicile.desktop.kit.Appearance;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Language;
import domicile.desktop.kit.Screen;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Shortcut;
import domicile.desktop.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The bar on the left: the screens, and below them language, theme and size of the text. Shows icons alone where it is
 * narrow.
 */
final class Navigation {
    private final Texts texts;
    private final Appearance appearance;
    private final VBox bar = new VBox();
    private final ToggleGroup tabs = new ToggleGroup();
    private final ToggleButton theme;

    Navigation(
            List<Screen> screens,
            Texts texts,
            Settings settings,
            Appearance appearance,
            Consumer<Screen> go,
            Runnable restart) {
        this.texts = texts;
        this.appearance = appearance;
        this.theme = new ToggleButton(texts.get("nav.theme"), Icons.of(Feather.MOON));
        screens.forEach(s -> bar.getChildren().add(tab(s, go)));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        theme.setSelected(appearance.dark());
        theme.setTooltip(new Tooltip(texts.get("nav.theme.tip")));
        theme.setAccessibleText(texts.get("nav.theme.tip"));
        theme.setOnAction(e -> appearance.dark(theme.isSelected()));
        theme.setId("theme");
        HBox sizes =
                new HBox(size("A−", "nav.smaller", appearance::smaller), size("A+", "nav.larger", appearance::larger));
        sizes.getStyleClass().add("sizes");
        bar.getChildren().addAll(gap, languages(settings, restart), theme, sizes);
        bar.getStyleClass().add("navigation");
    }

    Node node() {
        return bar;
    }

    private Button size(String text, String key, Runnable run) {
        Button button = new Button(text);
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setAccessibleText(texts.get(key));
        button.setOnAction(e -> run.run());
        return button;
    }

    private ToggleButton tab(Screen screen, Consumer<Screen> go) {
        ToggleButton button = new ToggleButton(screen.name(), Icons.of(screen.icon()));
        button.setId("nav-" + screen.id());
        button.setUserData(screen);
        button.setToggleGroup(tabs);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setAccessibleText(screen.name());
        button.setTooltip(new Tooltip(screen.name() + " (" + Shortcut.said(screen.shortcut(), texts) + ")"));
        button.setOnAction(e -> go.accept(screen));
        return button;
    }

    private MenuButton languages(Settings settings, Runnable restart) {
        MenuButton menu = new MenuButton(texts.get("nav.language"), Icons.of(Feather.GLOBE));
        menu.setId("language");
        menu.setAccessibleText(texts.get("nav.language"));
        menu.getStyleClass().add("flat");
        menu.setMaxWidth(Double.MAX_VALUE);
        ToggleGroup group = new ToggleGroup();
        menu.getItems().add(language(Optional.empty(), group, settings, restart));
        for (Language language : Language.values()) {
            menu.getItems().add(language(Optional.of(language), group, settings, restart));
        }
        return menu;
    }

    private RadioMenuItem language(
            Optional<Language> language, ToggleGroup group, Settings settings, Runnable restart) {
        RadioMenuItem item = new RadioMenuItem(language.map(Language::ownName).orElse(texts.get("language.system")));
        item.setToggleGroup(group);
        item.setSelected(Language.chosen(settings).equals(language));
        item.setOnAction(e -> {
            Language.choose(language, settings);
            restart.run();
        });
        return item;
    }

    /** Marks the screen that is shown. */
    void mark(Screen screen) {
        tabs.getToggles().stream()
                .filter(t -> screen.equals(t.getUserData()))
                .findFirst()
                .ifPresent(tab -> {
                    tabs.selectToggle(tab);
                    // a window puts the focus on the first tab when it opens, and it is not the one to be seen there
                    if (bar.getScene() != null && unplaced(bar.getScene()) && tab instanceof ToggleButton button) {
                        button.requestFocus();
                    }
                });
    }

    /** Whether the focus is where the window has put it, on a tab or on nothing in particular. */
    private boolean unplaced(Scene scene) {
        Node at = scene.getFocusOwner();
        return at == scene.getRoot() || at instanceof ToggleButton on && on.getToggleGroup() == tabs;
    }

    /** Says again whether it is dark, when a key has changed it. */
    void update() {
        theme.setSelected(appearance.dark());
    }

    /** Shows icons alone, or icons and words. */
    void compact(boolean compact) {
        bar.getStyleClass().remove("compact");
        if (compact) {
            bar.getStyleClass().add("compact");
        }
        bar.getChildren().forEach(n -> {
            if (n instanceof Labeled labeled) {
                labeled.setContentDisplay(compact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            }
        });
    }
}
