package domicile.desktop.shell;

import domicile.desktop.kit.Background;
import domicile.desktop.kit.Settings;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Writes the settings a moment after they changed: a window that is killed comes back as it was. */
final class Remembering {
    /** So long a change may wait: a window that is being dragged changes in every frame. */
    private static final Duration MOMENT = Duration.seconds(1);

    private final Settings settings;
    private final Runnable putAll;
    private final PauseTransition pause = new PauseTransition(MOMENT);

    /** @param putAll puts into the settings what puts nothing there by itself */
    Remembering(Settings settings, Background background, Runnable putAll) {
        this.settings = settings;
        this.putAll = putAll;
        pause.setOnFinished(e -> {
            putAll.run();
            background.run(
                    () -> {
                        settings.saveChanges();
                        return settings;
                    },
                    saved -> {});
        });
        settings.whenChanged(this::soon);
    }

    /** Something changed. */
    public void soon() {
        if (pause.getStatus() != Animation.Status.RUNNING) {
            pause.playFromStart();
        }
    }

    /** Writes everything now, for the last time. */
    public void stop() {
        settings.whenChanged(() -> {});
        pause.stop();
        putAll.run();
        settings.save();
    }
}
