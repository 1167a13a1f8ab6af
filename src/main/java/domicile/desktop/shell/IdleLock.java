package domicile.desktop.shell;

import domicile.desktop.kit.Command;
import domicile.desktop.kit.IdleMinutes;
import domicile.desktop.kit.Locks;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.InputEvent;
import javafx.util.Duration;

/**
 * Locks an encrypted register when nobody has used the window for a while: the key goes, and the window is made anew
 * and asks for the passphrase, so that nothing of the register stays in it.
 */
final class IdleLock {
    private final Node root;
    private final IdleMinutes minutes;
    private final Locks locks;
    private final Runnable restart;
    private final PauseTransition pause = new PauseTransition();
    private final EventHandler<InputEvent> used = e -> used();
    private double watched;
    private boolean watching;
    private boolean locking;

    /** @param restart makes the window anew */
    IdleLock(Node root, Settings settings, Locks locks, Runnable restart) {
        this.root = root;
        this.minutes = new IdleMinutes(settings);
        this.locks = locks;
        this.restart = restart;
        pause.setOnFinished(e -> lock());
    }

    /** The register is open: from now on it is watched whether somebody is there. */
    void watch() {
        watched = minutes.get();
        pause.stop();
        if (locks.isOpen()) {
            if (!watching) {
                root.addEventFilter(InputEvent.ANY, used);
                watching = true;
            }
            play();
        } else {
            unwatch();
        }
    }

    private void play() {
        if (watched > 0) {
            pause.setDuration(Duration.minutes(watched));
            pause.playFromStart();
        }
    }

    private void used() {
        if (watched == minutes.get()) {
            play();
        } else {
            watch();
        }
    }

    private void unwatch() {
        pause.stop();
        root.removeEventFilter(InputEvent.ANY, used);
        watching = false;
    }

    private void lock() {
        if (locks.isOpen()) {
            locking = true;
            restart.run();
        }
    }

    /** The window goes, and what it was writing is written: now the key may go. */
    void stop() {
        unwatch();
        if (locking) {
            locks.lock();
        }
    }

    /** What can be done by its name; nothing for a register that is not encrypted. */
    List<Command> commands(String group, Texts texts) {
        if (!locks.isOpen()) {
            return List.of();
        }
        List<Command> all = new ArrayList<>(List.of(new Command(group, texts.get("lock.now"), this::lock)));
        IdleMinutes.CHOICES.forEach(
                choice -> all.add(new Command(group, IdleMinutes.said(choice, texts), () -> keep(choice))));
        return all;
    }

    private void keep(int choice) {
        minutes.put(choice);
        watch();
    }
}
