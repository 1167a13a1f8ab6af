package domicile.desktop.maintenance;

import domicile.desktop.kit.AfterFrames;
import domicile.desktop.kit.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableNumberValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;

/** What waits for somebody, at the window's foot; nothing where nothing waits. */
final class StatusLinks {
    private final Supplier<Texts> texts;
    private final Hyperlink due;
    private final Hyperlink waiting;
    private final Hyperlink approvals;

    /**
     * @param texts asked for only when there is something to say
     * @param queue shows what is to be read again
     * @param upgrade shows what is worded for rules version 1
     * @param eyes shows what waits for an approval
     */
    StatusLinks(StatusViewModel model, Supplier<Texts> texts, Runnable queue, Runnable upgrade, Runnable eyes) {
        this.texts = texts;
        this.due = link("status-due", queue);
        this.waiting = link("status-upgrade", upgrade);
        this.approvals = link("status-approvals", eyes);
        say(approvals, "status.approvals", model.approvalsProperty());
        say(due, "status.due", model.dueProperty());
        say(waiting, "status.waiting", model.waitingProperty());
    }

    private static Hyperlink link(String id, Runnable shows) {
        Hyperlink link = new Hyperlink();
        link.setId(id);
        link.setOnAction(e -> {
            link.setVisited(false);
            shows.run();
        });
        link.visibleProperty().bind(link.textProperty().isNotEmpty());
        link.managedProperty().bind(link.visibleProperty());
        return link;
    }

    private void say(Hyperlink link, String key, ObservableNumberValue facts) {
        facts.subscribe((was, now) ->
                link.setText(now.intValue() == 0 ? "" : texts.get().get(key, now.intValue())));
    }

    List<Node> nodes() {
        return List.of(approvals, waiting, due);
    }

    /** Does something when the rows have been drawn. */
    void afterRows(Runnable count) {
        AfterFrames.later(due, count);
    }
}
