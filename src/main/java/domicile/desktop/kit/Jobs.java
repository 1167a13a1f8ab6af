package domicile.desktop.kit;

import domicile.register.Progress;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Work beside the window, each on a thread of its own. What takes longer than a second has a line at the window's foot
 * that says what it is and how far, with a button that stops it. Nothing is claimed before the work itself has ended:
 * what was done before it could be stopped is done.
 */
public final class Jobs implements Background {
    private static final Duration PATIENCE = Duration.seconds(1);
    private static final Duration STAYS = Duration.seconds(6);

    private final Texts texts;
    private final Consumer<Exception> told;
    private final VBox lines = new VBox();
    private volatile boolean closed;

    /** @param told tells the person of a failure; called on the FX thread */
    public Jobs(Texts texts, Consumer<Exception> told) {
        this.texts = texts;
        this.told = told;
        lines.setId("jobs");
        lines.getStyleClass().add("jobs");
        lines.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(lines.getChildren()));
    }

    /** The lines of what is under way. */
    public Node node() {
        return lines;
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Thread.ofVirtual().name("domicile-work").start(() -> {
            try {
                T result = work.call();
                handBack(() -> done.accept(result));
            } catch (Exception e) {
                handBack(() -> failed.accept(e));
            }
        });
    }

    private void handBack(Runnable there) {
        Platform.runLater(() -> {
            if (!closed) {
                there.run();
            }
        });
    }

    @Override
    public void failed(Exception e) {
        if (Platform.isFxApplicationThread()) {
            told.accept(e);
        } else {
            handBack(() -> told.accept(e));
        }
    }

    @Override
    public Queue queue(String name) {
        return new WorkQueue(name);
    }

    /**
     * The window closes: jobs stop at their next step, and nothing is handed back to a window that is gone. Work that
     * has no steps ends with the program; whoever has something to save waits for it before.
     */
    public void close() {
        closed = true;
    }

    @Override
    public <T> void job(String text, Job<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Line line = new Line(text);
        run(
                () -> work.call(line),
                result -> {
                    line.end();
                    done.accept(result);
                },
                e -> {
                    if (e instanceof CancellationException) {
                        line.stopped();
                    } else {
                        line.end();
                    }
                    failed.accept(e);
                });
    }

    private final class Line implements Progress {
        private final String text;
        private final Label label = new Label();
        private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        private final Button stop = new Button(texts.get("job.stop"));
        private final HBox box = new HBox(label, bar, stop);
        private final PauseTransition patience = new PauseTransition(PATIENCE);
        private volatile boolean stopping;
        private volatile double told = ProgressBar.INDETERMINATE_PROGRESS;

        Line(String text) {
            this.text = text;
            label.setText(text);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            HBox.setHgrow(label, Priority.SOMETIMES);
            bar.setAccessibleText(text);
            bar.setMinWidth(Region.USE_PREF_SIZE);
            stop.setId("job-stop");
            stop.setAccessibleText(texts.pair(texts.get("job.stop"), text));
            stop.setMinWidth(Region.USE_PREF_SIZE);
            stop.setOnAction(e -> {
                stopping = true;
                stop.setDisable(true);
                label.setText(texts.get("job.stopping", text));
            });
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().addAll("bar", "job");
            patience.setOnFinished(e -> lines.getChildren().add(box));
            patience.play();
        }

        /** Called where the work is done. */
        @Override
        public void at(long done, long total) {
            if (stopping || closed) {
                throw new CancellationException(text);
            }
            double share = total <= 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / total;
            // A hundred steps are as many as can be told apart.
            if (Math.abs(share - told) >= 0.01) {
                told = share;
                handBack(() -> bar.setProgress(share));
            }
        }

        void end() {
            patience.stop();
            lines.getChildren().remove(box);
        }

        void stopped() {
            label.setText(texts.get("job.stopped", text));
            box.getChildren().setAll(label);
            PauseTransition leaves = new PauseTransition(STAYS);
            leaves.setOnFinished(e -> end());
            leaves.play();
        }
    }
}
