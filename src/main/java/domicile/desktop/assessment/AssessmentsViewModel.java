package domicile.desktop.assessment;

import domicile.assessment.Assessor;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.list.AssessmentRow;
import domicile.desktop.kit.Background;
import domicile.desktop.kit.Screen;
import domicile.desktop.kit.Texts;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.Questionnaire;
import domicile.register.RegisterStore;
import domicile.register.SavedAssessments;
import domicile.residency.Register;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The saved assessments and the one that is open: made, opened, copied, archived, and saved as they are answered. */
final class AssessmentsViewModel {
    private final RegisterStore store;
    private final Register register;
    private final AutoSaver saver;
    private final Questionnaire questionnaire;
    private final Texts texts;
    private final Clock clock;
    private final Background background;
    private final Shows shows;
    private final AssessmentFactory starts;
    /** Counts what was asked to be shown: a list that is ready late must not cover what was opened meanwhile. */
    private int shown;

    private Optional<AssessmentViewModel> open = Optional.empty();

    /** Where it is shown. */
    interface Shows {
        /** What is saved has been read. */
        void rows(List<AssessmentRow> rows);

        /** The list is in front. */
        void list();

        /** An assessment is in front. */
        void assessment(AssessmentViewModel model);

        /** The assessment that was in front is left. */
        void left();
    }

    /** @param texts of the screen */
    AssessmentsViewModel(
            Screen.Opened opened,
            AutoSaver saver,
            Questionnaire questionnaire,
            Texts texts,
            Clock clock,
            Background background,
            Shows shows) {
        this.store = opened.store();
        this.register = opened.register();
        this.saver = saver;
        this.questionnaire = questionnaire;
        this.texts = texts;
        this.clock = clock;
        this.background = background;
        this.shows = shows;
        this.starts = new AssessmentFactory(questionnaire, register, texts.get("workload.notAsked"));
    }

    /** The assessment that is open. */
    Optional<AssessmentViewModel> open() {
        return open;
    }

    /** Goes to the list, as soon as that has been read. */
    void list() {
        leave();
        int asked = ++shown;
        LocalDate today = today();
        background.run(
                () -> {
                    saver.settle();
                    return store.assessments().all().stream()
                            .map(s -> AssessmentRow.of(s, questionnaire, register, today))
                            .toList();
                },
                rows -> {
                    shows.rows(rows);
                    if (asked == shown) {
                        shows.list();
                    }
                });
    }

    /** Nothing is answered yet; saved with the first answer. */
    void create() {
        edit(UUID.randomUUID(), Dossier.begun(Assessor.RULES_VERSION), false);
    }

    void fromTemplate(String name) {
        attempt(() -> edit(UUID.randomUUID(), starts.template(name), true));
    }

    void fromExample(String name) {
        attempt(() -> edit(UUID.randomUUID(), starts.example(name, texts.get("example." + name)), true));
    }

    /**
     * A workload file as a new assessment.
     *
     * @param then is told its name
     */
    void fromFile(Path file, Consumer<String> then) {
        background.run(
                () -> starts.file(file),
                dossier -> then.accept(edit(UUID.randomUUID(), dossier, true).name()));
    }

    void open(AssessmentRow row) {
        row.unreadable().ifPresentOrElse(background::failed, () -> edit(row.saved(), row.dossier()));
    }

    /** Opens it as it is saved now: the list may be older. */
    void reopen(UUID id) {
        if (open.filter(o -> o.id().equals(id)).isPresent()) {
            return;
        }
        LocalDate today = today();
        background.run(
                () -> {
                    saver.settle();
                    return store.assessments().find(id).map(s -> AssessmentRow.of(s, questionnaire, register, today));
                },
                found -> found.ifPresent(this::open));
    }

    void duplicate(AssessmentRow row) {
        row.unreadable()
                .ifPresentOrElse(background::failed, () -> duplicate(row.saved().name(), row.dossier()));
    }

    void duplicate(AssessmentViewModel model) {
        duplicate(model.name(), model.dossierProperty().get());
    }

    private void duplicate(String name, Dossier dossier) {
        String copy = texts.kept("assessments.copyOf", name);
        edit(UUID.randomUUID(), dossier.copy(copy, questionnaire, Assessor.RULES_VERSION), true);
    }

    /** Leaves what is open, and takes one out of the list or puts it back. */
    void archive(UUID id, boolean archived) {
        leave();
        set(id, archived);
    }

    /** As {@link #archive}, and whatever is open stays so. */
    void set(UUID id, boolean archived) {
        background.run(
                () -> {
                    saver.settle();
                    store.assessments().archive(id, archived);
                    return id;
                },
                done -> {
                    if (open.isEmpty()) {
                        list();
                    }
                });
    }

    private void leave() {
        open = Optional.empty();
        saver.end();
        shows.left();
    }

    private AssessmentViewModel edit(UUID id, Dossier dossier, boolean save) {
        AssessmentViewModel model = edit(id, dossier, Optional.empty());
        if (save) {
            saver.save(model);
        }
        return model;
    }

    private void edit(SavedAssessments.Saved saved, Dossier dossier) {
        edit(saved.id(), dossier, Optional.of(new SavedAssessments.Known(saved.name(), saved.answers())));
    }

    private AssessmentViewModel edit(UUID id, Dossier dossier, Optional<SavedAssessments.Known> stored) {
        leave();
        shown++;
        AssessmentViewModel model = new AssessmentViewModel(
                id, questionnaire, register, today(), texts.get("assessments.untitled"), dossier, saver::save);
        saver.begin(model, stored);
        open = Optional.of(model);
        shows.assessment(model);
        return model;
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            background.failed(e);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
