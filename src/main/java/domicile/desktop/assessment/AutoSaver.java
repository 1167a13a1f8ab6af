package domicile.desktop.assessment;

import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.problem.ProblemException;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.register.SavedAssessments;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
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

    private final SavedAssessments saved;
    private final Consumer<Exception> failed;
    private final Map<UUID, Runnable> waiting = new LinkedHashMap<>();
    // One thread, so that a state never overtakes a later one.
    private final ExecutorService writing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("domicile-save").factory());
    private final ScheduledThreadPoolExecutor settling = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("domicile-settle").factory());
    private final AtomicBoolean planned = new AtomicBoolean();
    private final AtomicBoolean troubled = new AtomicBoolean();
    private final Duration again;

    AutoSaver(SavedAssessments saved, Consumer<Exception> failed) {
        this(saved, failed, AGAIN);
    }

    /** @param again after how long it tries again to write what could not be written */
    AutoSaver(SavedAssessments saved, Consumer<Exception> failed, Duration again) {
        this.saved = saved;
        this.failed = failed;
        this.again = again;
        // what is planned is done by close(), and not after it
        settling.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Saves this state; returns at once. */
    void save(AssessmentViewModel model) {
        UUID id = model.id();
        String name = model.name();
        Dossier dossier = model.dossierProperty().get();
        synchronized (waiting) {
            waiting.put(id, () -> saved.save(id, name, DossierJson.write(dossier)));
        }
        writing.execute(() -> write(id));
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
                Platform.runLater(() -> failed.accept(e));
            } else {
                LOG.warn("still not saved: {}", e.getMessage());
            }
        }
    }

    private void again(UUID id) {
        if (!settling.isShutdown()) {
            settling.schedule(() -> writing.execute(() -> write(id)), again.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void settleIn(Duration time) {
        if (planned.compareAndSet(false, true)) {
            settling.schedule(this::settleNow, time.toMillis(), TimeUnit.MILLISECONDS);
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
    void settle() throws InterruptedException, ExecutionException {
        writing.submit(() -> {}).get();
    }

    /** Waits until everything is saved; nothing can be saved afterwards. */
    void close() {
        synchronized (waiting) {
            List.copyOf(waiting.keySet()).forEach(id -> writing.execute(() -> write(id)));
        }
        writing.shutdown();
        try {
            if (!writing.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("answers are still being saved");
            }
            settling.shutdown();
            saved.settle();
        } catch (ProblemException e) {
            LOG.warn("answers wait beside the register until it is opened again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
