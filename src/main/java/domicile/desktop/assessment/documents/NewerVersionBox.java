package domicile.desktop.assessment.documents;

import domicile.desktop.kit.Passages;
import domicile.desktop.kit.ScrollTo;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.document.ClauseCheck;
import domicile.source.WordDifference;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Which confirmed clauses still stand in a newer version of a document; one action carries those over that do. */
final class NewerVersionBox {
    private final Texts texts;
    private final NewerVersion version;
    private final VBox box = new VBox();
    private final Button carry;
    private final Button leave;

    NewerVersionBox(Texts texts, NewerVersion version, Runnable carries, Runnable leaves) {
        this.texts = texts;
        this.version = version;
        box.getStyleClass().add("detail");
        box.setId("newer-version");
        box.getChildren()
                .addAll(
                        Ui.text(texts.get("newer.title"), "pane-title"),
                        Ui.muted(texts.get(
                                "newer.of",
                                version.old().name(),
                                version.newer().name())));
        version.standings().forEach(s -> box.getChildren().add(card(s)));
        int count = version.standing().size();
        carry = Ui.button(texts.get("newer.carry", count), "newer-carry", carries, "accent");
        carry.setDisable(count == 0);
        leave = Ui.button(texts.get("newer.leave"), "newer-leave", leaves, "flat");
        FlowPane buttons = new FlowPane(carry, leave);
        buttons.getStyleClass().add("buttons");
        carry.setWrapText(true);
        Ui.wrapWithin(buttons, carry);
        box.getChildren().add(buttons);
    }

    Node node() {
        return box;
    }

    void focus() {
        ScrollTo.focus(carry.isDisabled() ? leave : carry);
    }

    private Node card(ClauseCheck.Standing standing) {
        VBox card = new VBox(Ui.text(texts.of(standing.evidence().kind()), "fact-value"));
        boolean carried = version.standing().contains(standing);
        card.getChildren()
                .add(
                        carried
                                ? Ui.text("✓ " + texts.of(standing.state()), "mark-good")
                                : Ui.text("≠ " + state(standing), "mark-open"));
        Optional<String> now = standing.now();
        if (standing.stands() || now.isEmpty()) {
            card.getChildren()
                    .add(Passages.marked(
                            texts.get(
                                    "cite.quote", standing.evidence().passage().quote()),
                            ""));
        } else {
            WordDifference words = WordDifference.of(standing.old(), now.get());
            card.getChildren()
                    .addAll(
                            Passages.differing(words.before(), "passage-gone"),
                            Passages.differing(words.after(), "passage-new"));
        }
        card.getStyleClass().add("candidate");
        return card;
    }

    private String state(ClauseCheck.Standing standing) {
        if (standing.stands()) {
            return texts.get("newer.undated");
        }
        return switch (standing.state()) {
            case SAME, MOVED -> texts.get(standing.limitsChanged() ? "newer.limits" : "newer.values");
            case CHANGED, GONE, AMBIGUOUS, NOT_QUOTED -> texts.of(standing.state());
        };
    }
}
