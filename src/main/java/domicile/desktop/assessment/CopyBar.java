package domicile.desktop.assessment;

import domicile.desktop.assessment.CopyViewModel.Brought;
import domicile.desktop.assessment.CopyViewModel.Side;
import domicile.desktop.kit.Dialogs;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.PasswordBox;
import domicile.desktop.kit.PlainScrollPane;
import domicile.desktop.kit.ScreenContext;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.register.CopyMerge.Keep;
import domicile.register.RegisterCopy;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Above all screens, that the register is a copy, how old it is, and the way back. Nothing for any other register. */
final class CopyBar {
    private static final double GAP = 8;
    private static final double HALF = 50;

    private final Texts shared;
    private final Texts texts;
    private final Notices notices;
    private final ScreenContext context;
    private final VBox root = new VBox();
    private Optional<CopyViewModel> model = Optional.empty();

    /** @param texts of the screen */
    CopyBar(ScreenContext context, Texts texts) {
        this.context = context;
        this.shared = context.texts();
        this.texts = texts;
        this.notices = context.notices();
        root.setId("copy-bar");
        root.managedProperty().bind(root.visibleProperty());
        root.setVisible(false);
    }

    Node node() {
        return root;
    }

    void show(CopyViewModel now) {
        model = Optional.of(now);
        now.copyProperty().subscribe(copy -> {
            root.setVisible(copy.isPresent());
            root.getChildren().setAll(copy.map(c -> said(now, c)).stream().toList());
        });
        now.look();
    }

    private Node said(CopyViewModel now, RegisterCopy copy) {
        Button back = Ui.button(texts.get("copy.back"), "copy-back", () -> bring(Optional.empty(), Optional.empty()));
        back.setGraphic(Icons.of(Feather.UPLOAD_CLOUD));
        Label text = Ui.text(texts.get("copy.says", texts.day(copy.day()), now.age(copy), copy.server()));
        FlowPane line = new FlowPane(GAP, GAP, text, back);
        Ui.wrapWithin(line, text);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("notice");
        return line;
    }

    private void bring(Optional<String> password, Optional<Keep> keep) {
        model.ifPresent(m -> m.bringBack(
                password,
                keep,
                brought -> brought(brought, password),
                e -> PasswordBox.asks(e)
                        .ifPresentOrElse(
                                asked -> new PasswordBox(asked, shared)
                                        .show(root, typed -> bring(Optional.of(typed), keep), () -> {}),
                                () -> context.background().failed(e))));
    }

    private void brought(Brought brought, Optional<String> password) {
        if (brought.undecided().isEmpty()) {
            notices.say(texts.get("copy.brought", brought.assessments()));
            context.frame().registerChanged();
            return;
        }
        ButtonType copy = new ButtonType(texts.get("copy.keep.copy"), ButtonBar.ButtonData.OTHER);
        ButtonType server = new ButtonType(texts.get("copy.keep.server"), ButtonBar.ButtonData.OTHER);
        ButtonType later = new ButtonType(texts.get("copy.later"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog = new Dialog<>();
        Dialogs.dress(dialog, root);
        dialog.setTitle(texts.get("copy.conflicts.title"));
        dialog.setHeaderText(texts.get("copy.conflicts", brought.undecided().size()));
        dialog.getDialogPane().setId("copy-conflicts");
        dialog.getDialogPane().getButtonTypes().setAll(copy, server, later);
        dialog.getDialogPane().setContent(sides(brought.undecided()));
        dialog.resultProperty().addListener((observed, was, answer) -> {
            if (copy.equals(answer)) {
                bring(password, Optional.of(Keep.COPY));
            } else if (server.equals(answer)) {
                bring(password, Optional.of(Keep.SERVER));
            }
        });
        dialog.show();
    }

    private Node sides(List<Side> all) {
        VBox list = new VBox(GAP);
        for (Side side : all) {
            GridPane grid = new GridPane(GAP, 0);
            grid.getColumnConstraints().addAll(Ui.share(HALF), Ui.share(HALF));
            grid.addRow(
                    0,
                    new VBox(Ui.muted(texts.get("copy.copy")), Ui.text(side.mine(), "fact-value")),
                    new VBox(Ui.muted(texts.get("copy.server")), Ui.text(side.theirs(), "fact-value")));
            list.getChildren().add(new VBox(Ui.text(side.assessment() + ": " + side.title(), "layer-head"), grid));
        }
        PlainScrollPane scroll = new PlainScrollPane(list);
        scroll.setFitToWidth(true);
        return scroll;
    }
}
