package domicile.desktop.assessment;

import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.kit.Background;
import domicile.problem.ProblemException;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.register.AnswerMerge;
import domicile.register.Presence;
import domicile.register.SavedAssessments;
import domicile.register.SavedAssessments.Known;
import domicile.residency.Areas;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** After this time it looks again what others have saved. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** What is known of an assessment that is worked on. */
    private static final class Shared {
        /** What this window has written or taken over last. */
        private Optional<Known> written;
        /** What was last seen to be stored. */
        private Known seen;

        Shared(Optional<Known> stored) {
            this.written = stored;
            this.seen = stored.orElse(new Known("", "{}"));
        }
    }

    private final SavedAssessments saved;
    private final Background background;
    private final Map<UUID, Shared> known = new HashMap<>();
    private Optional<AssessmentViewModel> open = Optional.empty();
    private final Map<UUID, Runnable> waiting = new LinkedHashMap<>();
    // a queue, so that a state never overtakes a later one
    private final Background.Queue writing;
    private final Background.Queue settling;
    private final AtomicBoolean planned = new AtomicBoolean();
    private final AtomicBoolean troubled = new AtomicBoolean();
    private final Duration again;
    private final Presence presence;
    private volatile String question = "";

    AutoSaver(SavedAssessments saved, Presence presence, Background background) {
        this(saved, presence, background, AGAIN);
    }

    /**
     * @param presence who else is in an assessment; closed with this
     * @param again after how long it tries again to write what could not be written
     */
    AutoSaver(SavedAssessments saved, Presence presence, Background background, Duration again) {
        this.saved = saved;
        this.presence = presence;
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
            waiting.put(id, () -> write(id, new Known(name, DossierJson.write(dossier))));
        }
        writing.add(() -> write(id));
    }

    private void write(UUID id, Known state) {
        Optional<Known> base;
        synchronized (waiting) {
            base = known(id).written;
        }
        saved.save(id, state.name(), state.answers(), base);
        synchronized (waiting) {
            known(id).written = Optional.of(state);
        }
    }

    private Shared known(UUID id) {
        return known.computeIfAbsent(id, none -> new Shared(Optional.empty()));
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

    /**
     * An assessment is worked on from now on: what others save of it is taken over.
     *
     * @param stored what was read of it; empty for a new one
     */
    void begin(AssessmentViewModel model, Optional<Known> stored) {
        synchronized (waiting) {
            known.put(model.id(), new Shared(stored));
            open = Optional.of(model);
        }
        if (saved.shared()) {
            model.currentProperty().subscribe(q -> question = q.id());
            settling.add(() -> meetOthers(model));
            watch(model);
        }
    }

    /** Nothing is worked on any more. */
    void end() {
        synchronized (waiting) {
            open = Optional.empty();
        }
        settling.add(presence::close);
    }

    /** Says at which question this window is, and who else is in the assessment. */
    private void meetOthers(AssessmentViewModel model) {
        if (open().filter(o -> o == model).isPresent()) {
            List<Presence.Present> others = presence.at(model.id(), question);
            background.run(() -> others, model::meet);
        }
    }

    private Optional<AssessmentViewModel> open() {
        synchronized (waiting) {
            return open;
        }
    }

    private void watch(AssessmentViewModel model) {
        settling.addIn(LOOK, () -> {
            if (open().filter(o -> o == model).isPresent()) {
                look(model);
                meetOthers(model);
                watch(model);
            }
        });
    }

    /** Looks what is stored of an assessment, and hands that over to where the window is. */
    private void look(AssessmentViewModel model) {
        Optional<Known> written;
        synchronized (waiting) {
            written = known(model.id()).written;
        }
        try {
            saved.find(model.id())
                    .map(s -> new Known(s.name(), s.answers()))
                    .ifPresent(stored -> background.run(() -> stored, there -> meet(model, written, there)));
        } catch (RuntimeException e) {
            LOG.warn("what others have saved cannot be seen", e);
        }
    }

    /** Takes what is stored into what is worked on, and saves what comes of it where that is something else. */
    private void meet(AssessmentViewModel model, Optional<Known> written, Known stored) {
        Known seen;
        synchronized (waiting) {
            Shared now = known(model.id());
            if (!now.written.equals(written)) {
                return; // something was written meanwhile: the next look finds all of it
            }
            seen = now.seen;
            now.seen = stored;
            if (written.equals(Optional.of(stored))) {
                return;
            }
            now.written = Optional.of(stored);
            // it would take back what others have written; what is in it is in the model
            waiting.remove(model.id());
        }
        Areas areas = model.register().areas();
        Dossier mine = model.dossierProperty().get();
        AnswerMerge.Merged merged = AnswerMerge.of(
                seen.answers(),
                DossierJson.write(mine),
                stored.answers(),
                written.map(Known::answers).orElse(seen.answers()));
        Dossier both = DossierJson.read(stored.name(), merged.answers(), areas);
        if (!both.equals(mine) || !merged.conflicts().isEmpty()) {
            model.adopt(both, merged.conflicts());
        }
        if (!both.equals(DossierJson.read(stored.name(), stored.answers(), areas))) {
            save(model);
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
            open().ifPresent(this::look);
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
        presence.close();
        try {
            saved.settle();
        } catch (ProblemException e) {
            LOG.warn("answers wait beside the register until it is opened again", e);
        }
    }
}
