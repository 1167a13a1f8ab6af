package domicile.desktop.register;

import domicile.desktop.kit.Dialogs;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputDialog;
import org.kordamp.ikonli.feather.Feather;

/** The saved views: show one, save what is shown, forget one. */
record ViewsMenu(RegisterViewModel model, Texts texts, Notices notices) {

    Node node() {
        MenuButton menu = new MenuButton(texts.get("views.title"), Icons.of(Feather.BOOKMARK));
        menu.setId("views");
        menu.getStyleClass().addAll("flat", "small");
        model.views().subscribe(() -> fill(menu));
        fill(menu);
        return menu;
    }

    private void fill(MenuButton menu) {
        menu.getItems().clear();
        model.views().forEach(view -> {
            MenuItem show = new MenuItem(view.name());
            show.setMnemonicParsing(false);
            show.setOnAction(e -> model.apply(view));
            menu.getItems().add(show);
        });
        if (!model.views().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        MenuItem save = new MenuItem(texts.get("views.save"));
        save.setOnAction(e -> ask(menu));
        menu.getItems().add(save);
        if (!model.views().isEmpty()) {
            Menu forget = new Menu(texts.get("views.forget"));
            model.views().forEach(view -> {
                MenuItem item = new MenuItem(view.name());
                item.setMnemonicParsing(false);
                item.setOnAction(e -> {
                    model.forget(view);
                    notices.undo(texts.get("views.forgotten", view.name()), () -> model.restore(view));
                });
                forget.getItems().add(item);
            });
            menu.getItems().add(forget);
        }
    }

    private void ask(Node owner) {
        TextInputDialog dialog = new TextInputDialog();
        dialog.setTitle(texts.get("views.save"));
        dialog.setHeaderText(texts.get("views.name"));
        dialog.setGraphic(null);
        Dialogs.dress(dialog, owner);
        dialog.getEditor().setAccessibleText(texts.get("views.name"));
        dialog.showAndWait().map(String::strip).filter(n -> !n.isEmpty()).ifPresent(model::save);
    }
}
