package domicile.desktop.assessment;

import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.kit.Background;
import domicile.problem.ProblemException;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.register.SavedAssessments;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves assessments off the FX thread, the newest state of each: while one is being written, later ones wait and only
 * the last of them is written; what cannot be written waits until it can, and is told of once. So the disk is never
 * further behind than one write, however fast somebody types. A write is a small file of its own; it goes into the
 * register a moment later, on another thread, which others may keep waiting.
 */
final class AutoSaver {
    private static final Duration BESIDE = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(AutoSaver.class);

    /** So long a window waits for answers when it closes. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SavedAssessments saved;
    private final Background background;
    private final Map<UUID, Runnable> waiting = new LinkedHashMap<>();
    // a queue, so that a state never overtakes a later one
    private final Background.Queue writing;
    private final Background.Queue settling;
    private final AtomicBoolean planned = new AtomicBoolean();
    private final AtomicBoolean troubled = new AtomicBoolean();
    private final Duration again;

    AutoSaver(SavedAssessments saved, Background background) {
        this(saved, background, AGAIN);
    }

    /** @param again after how long it tries again to write what could not be written */
    AutoSaver(SavedAssessments saved, Background background, Duration again) {
        this.saved = saved;
        this.background = background;
        this.writing = background.queue("domicile-save");
        this.settling = background.queue("domicile-settle");
        this.again = again;
    }

    /** Saves this state; returns at once. */
    void save(AssessmentViewModel model) {
        UUID id = model.id();
        String name = model.name();
        Dossier dossier = model.dossierProperty().get();
        synchronized (waiting) {
            waiting.put(id, () -> saved.save(id, name, DossierJson.write(dossier)));
        }
        writing.add(() -> write(id));
    }

    private void write(UUID id) {
        Runnable write;
        synchronized (waiting) {
            if (!waiting.containsKey(id)) {
                return; // an earlier turn has written this state already
            }
            write = waiting.remove(id);
        }
        try {
            write.run();
            troubled.set(false);
            settleIn(BESIDE);
        } catch (RuntimeException e) {
            synchronized (waiting) {
                waiting.putIfAbsent(id, write); // unless a later state waits already
            }
            again(id);
            // once: a full disk is full at every key
            if (troubled.compareAndSet(false, true)) {
                background.failed(e);
            } else {
                LOG.warn("still not saved", e);
            }
        }
    }

    private void again(UUID id) {
        writing.addIn(again, () -> write(id));
    }

    private void settleIn(Duration time) {
        if (planned.compareAndSet(false, true)) {
            settling.addIn(time, this::settleNow);
        }
    }

    private void settleNow() {
        planned.set(false);
        try {
            saved.settle();
        } catch (RuntimeException e) {
            // nothing is lost and whoever reads tries too: another program may have the register open for long
            LOG.warn("answers wait beside the register", e);
            settleIn(again);
        }
    }

    /** Waits until what was handed over before is saved. */
    void settle() throws InterruptedException {
        writing.await();
    }

    /** Waits until everything is saved; nothing can be saved afterwards. */
    void close() {
        synchronized (waiting) {
            List.copyOf(waiting.keySet()).forEach(id -> writing.add(() -> write(id)));
        }
        if (!writing.close(PATIENCE)) {
            throw new IllegalStateException("answers are still being saved");
        }
        // what is planned there is done here, and not after it
        settling.close(Duration.ZERO);
        try {
            saved.settle();
        } catch (ProblemException e) {
            LOG.warn("answers wait beside the register until it is opened again", e);
        }
    }
}
