package domicile.desktop.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * Short notices at the foot of the window, with a way to take back what was done: by the notice's button while it is
 * shown, and by Ctrl/Cmd+Z afterwards too, the last first. One notice at a time; the next takes its place.
 */
public final class Notices {
    private static final Duration STAYS = Duration.seconds(12);
    private static final int MOST = 20;

    private final StackPane over;
    private final Texts texts;
    private final HBox box = new HBox();
    private final PauseTransition leaves = new PauseTransition(STAYS);
    private final Deque<Undo> done = new ArrayDeque<>();

    private record Undo(Runnable back, boolean ofAssessment) {}

    /** @param over what they appear over */
    public Notices(StackPane over, Texts texts) {
        this.over = over;
        this.texts = texts;
        box.getStyleClass().add("toast");
        box.setId("notice");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.BOTTOM_CENTER);
        leaves.setOnFinished(e -> over.getChildren().remove(box));
    }

    /** Says something that asks for nothing. */
    public void say(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        show(label);
    }

    private void show(Node... what) {
        box.getChildren().setAll(what);
        if (!over.getChildren().contains(box)) {
            over.getChildren().add(box);
        }
        leaves.playFromStart();
    }

    /** Says what was done and offers to take it back. */
    public void undo(String text, Runnable undo) {
        offer(text, new Undo(undo, false));
    }

    /** As {@link #undo}, as long as the assessment stays open that it was done in. */
    public void undoInAssessment(String text, Runnable undo) {
        offer(text, new Undo(undo, true));
    }

    /**
     * Keeps what a screen tells of by itself, so that Ctrl/Cmd+Z takes it back too.
     *
     * @return takes it back, once
     */
    public Runnable keep(Runnable undo) {
        Undo kept = new Undo(undo, false);
        remember(kept);
        return () -> takeBack(kept);
    }

    private void remember(Undo undo) {
        done.addLast(undo);
        if (done.size() > MOST) {
            done.removeFirst();
        }
    }

    /** What it speaks of may have been taken back or left already. */
    private void takeBack(Undo undo) {
        if (done.remove(undo)) {
            undo.back().run();
        }
    }

    /** Takes the last back that was done and can be. Whether there was one. */
    public boolean undoLast() {
        Optional<Undo> last = Optional.ofNullable(done.pollLast());
        last.ifPresent(u -> {
            over.getChildren().remove(box);
            u.back().run();
        });
        return last.isPresent();
    }

    /** Forgets what was done in an assessment: it is left, and another state of it may be opened. */
    public void leaveAssessment() {
        if (done.removeIf(Undo::ofAssessment)) {
            over.getChildren().remove(box);
        }
    }

    private void offer(String text, Undo undo) {
        remember(undo);
        Label label = new Label(text);
        label.setWrapText(true);
        Button back = new Button(texts.get("notice.undo"));
        back.setId("undo");
        back.setAccessibleText(texts.pair(texts.get("notice.undo"), text));
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(e -> {
            over.getChildren().remove(box);
            takeBack(undo);
        });
        show(label, back);
    }
}
