package domicile.desktop.maintenance;

import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.register.Difference;
import domicile.register.RegisterKey;
import domicile.register.Upgrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * What is worded for rules version 1, with its old and its new form side by side, before it is brought to version 2.
 */
final class UpgradeView {
    private final UpgradeViewModel model;
    private final Texts texts;
    private final VBox all = new VBox();
    private final ScrollPane scroll = Ui.scroll(all);
    private final BorderPane root = new BorderPane(scroll);

    UpgradeView(UpgradeViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        all.setId("upgrade");
        all.getStyleClass().add("detail");
        model.planProperty().subscribe(plan -> plan.ifPresent(this::show));
    }

    Node node() {
        return root;
    }

    private void show(Upgrade.Plan plan) {
        Label title = Lines.text(texts.get("upgrade.count", plan.facts()), "pane-title");
        title.setId("upgrade-count");
        all.getChildren().setAll(title);
        model.doneProperty()
                .get()
                .ifPresent(d -> all.getChildren()
                        .add(Lines.text(texts.get("upgrade.done", d.facts(), texts.day(d.day())), "mark-good")));
        if (plan.differences().isEmpty()) {
            all.getChildren().add(Lines.text(texts.get("upgrade.none"), "muted"));
            root.setBottom(new Region());
        } else {
            all.getChildren().add(Lines.text(texts.get("upgrade.explained", texts.day(plan.day())), "muted"));
            root.setBottom(foot(plan));
        }
        edited(plan.edited());
        TreeMap<String, List<Difference>> groups = new TreeMap<>();
        plan.differences()
                .forEach(d -> groups.computeIfAbsent(d.part().about(), a -> new ArrayList<>())
                        .add(d));
        groups.forEach((offering, differences) -> {
            all.getChildren()
                    .add(Lines.text(
                            (offering.isEmpty() ? texts.get("import.noOffering") : offering) + "  ("
                                    + differences.size() + ")",
                            "section-head"));
            differences.forEach(d -> all.getChildren().add(one(d)));
        });
    }

    private void edited(List<RegisterKey> parts) {
        if (!parts.isEmpty()) {
            VBox box = new VBox(Lines.text(texts.get("upgrade.edited", parts.size()), "section-head"));
            box.setId("upgrade-edited");
            parts.forEach(p ->
                    box.getChildren().add(Lines.text(texts.pair(p.offering(), RegisterLabels.name(p, texts)), "fact")));
            all.getChildren().add(box);
        }
    }

    private Node one(Difference d) {
        Label kind = RegisterLabels.label(RegisterLabels.mark(d.kind(), texts));
        kind.setMinWidth(Region.USE_PREF_SIZE);
        Node head = Lines.of(
                Pos.CENTER_LEFT,
                "difference-head",
                Lines.text(RegisterLabels.name(d.part(), texts), "layer-head"),
                kind);
        GridPane sides = new GridPane();
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            half.setHgrow(Priority.ALWAYS);
            sides.getColumnConstraints().add(half);
        }
        sides.addRow(0, side("upgrade.before", d.before(), d, true), side("upgrade.after", d.after(), d, false));
        VBox box = new VBox(head, sides);
        box.getStyleClass().add("difference");
        return box;
    }

    private Node side(String key, Optional<String> form, Difference d, boolean before) {
        return new VBox(
                Lines.text(texts.get(key), "muted"),
                form.isPresent()
                        ? RegisterLabels.said(d.fields(), before, texts)
                        : Lines.text(texts.get(before ? "upgrade.absent" : "upgrade.gone"), "field-change"));
    }

    private Node foot(Upgrade.Plan plan) {
        TextField why = new TextField();
        why.setId("upgrade-why");
        why.setPromptText(texts.get("upgrade.why.prompt"));
        why.setAccessibleText(texts.get("upgrade.why.prompt"));
        HBox.setHgrow(why, Priority.ALWAYS);
        Button accept = new Button(texts.get("upgrade.accept", plan.facts()), Icons.of(Feather.DOWNLOAD));
        accept.setId("accept-upgrade");
        accept.getStyleClass().add("accent");
        accept.setMinWidth(Region.USE_PREF_SIZE);
        accept.setOnAction(e -> {
            accept.setDisable(true);
            model.accept(why.getText());
        });
        HBox foot = new HBox(why, accept);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().addAll("bar", "maintenance-foot");
        return foot;
    }
}
