package domicile.desktop.maintenance;

import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Passages;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.WrappedCell;
import domicile.page.PageComparison;
import domicile.residency.Capture;
import domicile.source.WordDifference;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How two captures of a source differ, with the words that do; what is only set otherwise is counted. */
final class PageChanges {
    private final Texts texts;
    private final ListView<PageComparison.Change> changes = new ListView<>();
    private final Label changed = Lines.text("", "muted");
    private final VBox pane = new VBox(changed, changes);

    PageChanges(Texts texts) {
        this.texts = texts;
        changes.setId("page-changes");
        changes.getStyleClass().add("passages");
        changes.setAccessibleText(texts.get("page.differences"));
        changes.setCellFactory(list -> new ChangeCell(list));
        VBox.setVgrow(changes, Priority.ALWAYS);
        pane.getStyleClass().add("changed-pane");
    }

    Node node() {
        return pane;
    }

    ListView<PageComparison.Change> list() {
        return changes;
    }

    void show(Capture old, Capture now, PageComparison found) {
        List<PageComparison.Change> real =
                found.changes().stream().filter(c -> !c.cosmetic()).toList();
        changed.setText(texts.get(
                "page.compared",
                texts.day(old.day()),
                texts.day(now.day()),
                found.same(),
                found.moved(),
                real.size(),
                found.changes().size() - real.size()));
        changes.getItems().setAll(real);
    }

    /** A unit that is not as it was, with the words that differ. */
    private final class ChangeCell extends WrappedCell<PageComparison.Change> {
        ChangeCell(ListView<PageComparison.Change> list) {
            super(list);
        }

        private Mark sign(PageComparison.Change change) {
            return change.before().isEmpty()
                    ? new Mark("+", texts.get("page.change.new"), Mark.GOOD)
                    : change.after().isEmpty()
                            ? new Mark("−", texts.get("page.change.gone"), Mark.BAD)
                            : new Mark("≠", texts.get("page.change.other"), Mark.OPEN);
        }

        @Override
        protected void show(PageComparison.Change change, VBox into) {
            WordDifference difference = WordDifference.of(change.before(), change.after());
            into.getChildren().add(RegisterLabels.label(sign(change)));
            if (!change.before().isEmpty()) {
                into.getChildren().add(Passages.differing(difference.before(), "passage-gone"));
            }
            if (!change.after().isEmpty()) {
                into.getChildren().add(Passages.differing(difference.after(), "passage-new"));
            }
        }

        @Override
        protected String said(PageComparison.Change change) {
            return sign(change).word() + ": " + change.before() + " → " + change.after();
        }
    }
}
