package domicile.desktop.maintenance;

import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.problem.Days;
import domicile.register.Approvals;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What waits for a second pair of eyes: who wrote it, who may approve it, and a button for those who may. */
final class ApprovalsView {
    /** Letters of a reason that are seen at once. */
    private static final int WHY = 30;

    private final ApprovalsViewModel model;
    private final Texts texts;
    private final VBox all = new VBox();
    private final ScrollPane root = Ui.scroll(all);

    ApprovalsView(ApprovalsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        all.setId("approvals");
        all.getStyleClass().add("detail");
        model.standingProperty()
                .subscribe(standing -> standing.ifPresentOrElse(
                        this::show, () -> all.getChildren().setAll(Lines.text(texts.get("approvals.none"), "muted"))));
    }

    Node node() {
        return root;
    }

    private void show(Approvals.Standing standing) {
        List<Approvals.Matter> waiting = standing.waiting();
        all.getChildren()
                .setAll(
                        Lines.text(texts.get("approvals.count", waiting.size()), "pane-title"),
                        Lines.text(
                                texts.get(
                                        standing.approver() ? "approvals.you.approver" : "approvals.you.other",
                                        standing.login()),
                                "muted"));
        waiting.forEach(m -> all.getChildren().add(one(m, standing)));
        List<Approvals.Matter> done = standing.matters().stream()
                .filter(m -> m.approval().isPresent())
                .toList();
        if (!done.isEmpty()) {
            all.getChildren().add(Lines.text(texts.get("approvals.done"), "section-head"));
            done.forEach(m -> all.getChildren().add(one(m, standing)));
        }
    }

    private Node one(Approvals.Matter m, Approvals.Standing standing) {
        VBox box = new VBox(
                Lines.text(
                        switch (m.kind()) {
                            case IMPORT -> texts.get("approvals.import", m.about(), m.detail());
                            case RISK -> texts.get("approvals.risk", m.about(), m.detail());
                            case REVIEW ->
                                texts.get(
                                        "approvals.review",
                                        m.about(),
                                        Days.read(m.detail()).map(texts::day).orElse(m.detail()));
                        },
                        "layer-head"),
                Lines.text(texts.get(
                        "approvals.by", m.author(), texts.day(LocalDate.ofInstant(m.writtenAt(), ZoneOffset.UTC)))));
        box.getStyleClass().add("difference");
        m.approval()
                .ifPresentOrElse(
                        a -> box.getChildren()
                                .add(Lines.text(
                                        texts.get(
                                                "approvals.approved",
                                                a.approver(),
                                                texts.day(LocalDate.ofInstant(a.at(), ZoneOffset.UTC)),
                                                a.why()),
                                        "mark-good")),
                        () -> box.getChildren().add(standing.may(m) ? approve(m) : whoMay(m, standing)));
        return box;
    }

    private Node whoMay(Approvals.Matter m, Approvals.Standing standing) {
        return Lines.text(
                texts.get(m.author().equals(standing.login()) ? "approvals.own" : "approvals.other", m.author()),
                "mark-open");
    }

    private Node approve(Approvals.Matter m) {
        TextField why = new TextField();
        why.setId("approve-why-" + m.number());
        why.setPrefColumnCount(WHY);
        why.setPromptText(texts.get("approvals.why"));
        why.setAccessibleText(texts.get("approvals.why"));
        Button approve = new Button(texts.get("approvals.approve"), Icons.of(Feather.CHECK));
        approve.setId("approve-" + m.number());
        approve.getStyleClass().add("accent");
        approve.setMinWidth(Region.USE_PREF_SIZE);
        approve.setOnAction(e -> {
            approve.setDisable(true);
            model.approve(m, why.getText().isBlank() ? texts.get("approvals.why.default") : why.getText());
        });
        return Lines.of(Pos.CENTER_LEFT, "maintenance-buttons", why, approve);
    }
}
