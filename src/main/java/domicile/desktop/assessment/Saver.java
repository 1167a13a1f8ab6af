package domicile.desktop.assessment;

import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.register.SavedAssessments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Saves assessments off the FX thread, the newest state of each: while one is being written, later ones wait and only the last of
 * them is written. So the disk is never further behind than one write, however fast somebody types.
 */
final class Saver {
    private final SavedAssessments saved;
    private final Consumer<Exception> failed;
    private final Map<UUID, Runnable> waiting = new LinkedHashMap<>();
    // One thread, so that a state never overtakes a later one.
    private final ExecutorService writing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("domicile-save").factory());

    Saver(SavedAssessments saved, Consumer<Exception> failed) {
        this.saved = saved;
        this.failed = failed;
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
        } catch (RuntimeException e) {
            Platform.runLater(() -> failed.accept(e));
        }
    }

    /** Waits until what was handed over before is saved. */
    void settle() throws InterruptedException, ExecutionException {
        writing.submit(() -> {}).get();
    }

    /** Waits until everything is saved; nothing can be saved afterwards. */
    void close() {
        writing.shutdown();
        try {
            if (!writing.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("answers are still being saved");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
