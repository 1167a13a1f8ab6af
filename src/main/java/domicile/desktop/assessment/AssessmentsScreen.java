package domicile.desktop.assessment;

import domicile.assessment.Assessor;
import domicile.assessment.Requirement;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.Locker;
import domicile.desktop.assessment.list.AssessmentList;
import domicile.desktop.assessment.list.AssessmentRow;
import domicile.desktop.kit.Background;
import domicile.desktop.kit.Command;
import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Styles;
import domicile.desktop.kit.Texts;
import domicile.problem.ProblemException;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.Questionnaire;
import domicile.register.RegisterStore;
import domicile.residency.Register;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/** The assessments: their list, and the one that is open. */
public final class AssessmentsScreen {
    private final RegisterStore store;
    private final Register register;
    private final Texts texts;
    private final DesktopContext desk;
    private final Background background;
    private final Notices notices;
    private final Consumer<String> openLink;
    private final Questionnaire questionnaire;
    private final AssessmentFactory starts;
    private final AutoSaver saver;
    private final AssessmentList list;
    private final BorderPane root = new BorderPane();
    /** Counts what was asked to be shown: a list that is ready late must not cover what was opened meanwhile. */
    private int shown;

    private final FromList actions = new FromList();
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();
    private Optional<OpenAssessment> open = Optional.empty();

    /**
     * Shows the list.
     *
     * @param texts the words that all screens share
     * @param notices says what was done and takes it back
     * @param openLink opens a web page in the browser
     */
    public AssessmentsScreen(
            RegisterStore store,
            Register register,
            Texts texts,
            DesktopContext desk,
            Background background,
            Notices notices,
            Consumer<String> openLink) {
        this.store = store;
        this.notices = notices;
        this.register = register;
        this.texts = texts.screen("assessment");
        this.desk = desk;
        this.background = background;
        this.openLink = openLink;
        this.questionnaire = questionnaire();
        this.starts = new AssessmentFactory(questionnaire, register, this.texts.get("workload.notAsked"));
        this.saver = new AutoSaver(store.assessments(), background);
        this.list = new AssessmentList(this.texts, desk.clock(), actions);
        root.setId("assessments");
        root.setMinWidth(0);
        Styles.dress(root, "assessment/assessment.css");
        list();
    }

    /** Changes when other commands can be given than before. */
    public ReadOnlyIntegerProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /** What can be done here by its name. */
    public List<Command> commands() {
        return new AssessmentCommands(texts, list.rows(), open, actions).all();
    }

    /** The screen. */
    public Node node() {
        return root;
    }

    /**
     * The shipped questions with the organisation's own; a file that is refused is told about and left out with its
     * fellows.
     */
    private Questionnaire questionnaire() {
        Set<String> requirements =
                Arrays.stream(Requirement.values()).map(Requirement::name).collect(Collectors.toSet());
        try {
            return Questionnaire.shipped().withFolder(desk.settings().resolveSibling("questionnaire"), requirements);
        } catch (ProblemException e) {
            background.failed(e);
            return Questionnaire.shipped();
        }
    }

    /** Waits until every answer is saved. */
    public void flush() {
        saver.close();
    }

    /**
     * Opens a workload file as a new assessment.
     *
     * @param then called with the workload's name
     */
    public void open(Path file, Consumer<String> then) {
        background.run(() -> starts.file(file), dossier -> {
            AssessmentViewModel model = edit(UUID.randomUUID(), dossier, true);
            then.accept(model.name());
        });
    }

    private void list() {
        leave();
        int asked = ++shown;
        LocalDate today = LocalDate.now(desk.clock());
        background.run(
                () -> {
                    saver.settle();
                    return store.assessments().all().stream()
                            .map(s -> AssessmentRow.of(s, questionnaire, register, today))
                            .toList();
                },
                rows -> {
                    list.show(rows);
                    changed.set(changed.get() + 1);
                    if (asked != shown) {
                        return;
                    }
                    root.setTop(new Region());
                    root.setCenter(list.node());
                });
    }

    private Locker locker() {
        return new Locker(store.evidence(), System.getProperty("user.name", "unknown"), background);
    }

    private void leave() {
        open.ifPresent(OpenAssessment::close);
        open = Optional.empty();
        notices.leaveAssessment();
    }

    private AssessmentViewModel edit(UUID id, Dossier dossier, boolean save) {
        leave();
        shown++;
        AssessmentViewModel model = new AssessmentViewModel(
                id,
                questionnaire,
                register,
                LocalDate.now(desk.clock()),
                texts.get("assessments.untitled"),
                dossier,
                saver::save);
        if (save) {
            saver.save(model);
        }
        OpenAssessment opened = new OpenAssessment(model, texts, desk, locker(), notices, openLink, this::list);
        open = Optional.of(opened);
        root.setTop(opened.head());
        root.setCenter(opened.body());
        opened.focus();
        return model;
    }

    /** What the list asks for. */
    private final class FromList implements AssessmentList.Actions {
        @Override
        public void create() {
            edit(UUID.randomUUID(), Dossier.begun(Assessor.RULES_VERSION), false);
        }

        @Override
        public void fromTemplate(String name) {
            attempt(() -> edit(UUID.randomUUID(), starts.template(name), true));
        }

        @Override
        public void fromExample(String name) {
            attempt(() -> edit(UUID.randomUUID(), starts.example(name, texts.get("example." + name)), true));
        }

        @Override
        public void importWorkload() {
            desk.picker()
                    .open(root)
                    .ifPresent(file ->
                            background.run(() -> starts.file(file), dossier -> edit(UUID.randomUUID(), dossier, true)));
        }

        @Override
        public void open(AssessmentRow row) {
            row.unreadable()
                    .ifPresentOrElse(background::failed, () -> edit(row.saved().id(), row.dossier(), false));
        }

        /** As it is saved now: the list may be older. */
        @Override
        public void reopen(UUID id) {
            if (open.filter(o -> o.model().id().equals(id)).isPresent()) {
                return;
            }
            LocalDate today = LocalDate.now(desk.clock());
            background.run(
                    () -> {
                        saver.settle();
                        return store.assessments()
                                .find(id)
                                .map(s -> AssessmentRow.of(s, questionnaire, register, today));
                    },
                    found -> found.ifPresent(this::open));
        }

        @Override
        public void duplicate(AssessmentRow row) {
            row.unreadable().ifPresentOrElse(background::failed, () -> {
                String name = texts.kept("assessments.copyOf", row.saved().name());
                edit(UUID.randomUUID(), row.dossier().copy(name, questionnaire, Assessor.RULES_VERSION), true);
            });
        }

        @Override
        public void archive(AssessmentRow row, boolean archived) {
            archive(row.saved().id(), row.saved().name(), archived);
        }

        @Override
        public void archive(UUID id, String name, boolean archived) {
            leave();
            set(id, archived);
            notices.undo(
                    texts.get(archived ? "assessments.didArchive" : "assessments.didRestore", name),
                    () -> set(id, !archived));
        }

        @Override
        public void duplicate(AssessmentViewModel model) {
            String name = texts.kept("assessments.copyOf", model.name());
            edit(
                    UUID.randomUUID(),
                    model.dossierProperty().get().copy(name, questionnaire, Assessor.RULES_VERSION),
                    true);
        }

        private void set(UUID id, boolean archived) {
            background.run(
                    () -> {
                        saver.settle();
                        store.assessments().archive(id, archived);
                        return id;
                    },
                    r -> {
                        if (open.isEmpty()) {
                            list();
                        }
                    });
        }

        private void attempt(Runnable action) {
            try {
                action.run();
            } catch (RuntimeException e) {
                background.failed(e);
            }
        }
    }
}
