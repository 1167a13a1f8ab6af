package domicile.desktop.assessment.meeting;

import domicile.desktop.assessment.common.AssessmentViewModel;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Duration;

/** Counts how long the meeting lasts, and keeps that with the assessment every few seconds. */
final class MeetingClock {
    private static final int KEPT_EVERY = 10;

    private final AssessmentViewModel model;
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final Timeline ticks = new Timeline(new KeyFrame(Duration.seconds(1), e -> tick()));
    private int seconds;

    MeetingClock(AssessmentViewModel model) {
        this.model = model;
        this.seconds = model.dossierProperty().get().meeting().seconds();
        ticks.setCycleCount(Animation.INDEFINITE);
        show();
    }

    ReadOnlyStringProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    void startOrPause() {
        if (running.get()) {
            pause();
        } else {
            running.set(true);
            ticks.play();
            keep();
        }
    }

    void pause() {
        if (running.get()) {
            running.set(false);
            ticks.stop();
            keep();
        }
    }

    private void tick() {
        seconds++;
        show();
        if (seconds % KEPT_EVERY == 0) {
            keep();
        }
    }

    private void keep() {
        model.keep(d -> d.with(d.meeting().held(model.date(), seconds)));
    }

    private void show() {
        shown.set(String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60));
    }
}
