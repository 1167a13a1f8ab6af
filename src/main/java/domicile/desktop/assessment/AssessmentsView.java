package domicile.desktop.assessment;

import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.Locker;
import domicile.desktop.assessment.list.AssessmentList;
import domicile.desktop.assessment.list.AssessmentRow;
import domicile.desktop.kit.Command;
import domicile.desktop.kit.ScreenContext;
import domicile.desktop.kit.Styles;
import domicile.desktop.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/** The assessments: their list, and the one that is open. */
final class AssessmentsView {
    private final ScreenContext context;
    private final Texts texts;
    private final Locker locker;
    private final AssessmentsViewModel model;
    private final AssessmentList list;
    private final BorderPane root = new BorderPane();
    private final FromList actions = new FromList();
    private Optional<OpenAssessment> open = Optional.empty();

    /**
     * Shows the list.
     *
     * @param model makes what this is the view of
     */
    AssessmentsView(
            ScreenContext context, Locker locker, Function<AssessmentsViewModel.Shows, AssessmentsViewModel> model) {
        this.context = context;
        this.texts = context.texts().screen("assessment");
        this.locker = locker;
        this.list = new AssessmentList(texts, context.desk().clock(), actions);
        this.model = model.apply(new Shown());
        root.setId("assessments");
        root.setMinWidth(0);
        Styles.dress(root, "assessment/assessment.css");
        this.model.list();
    }

    /** What can be done here by its name. */
    List<Command> commands() {
        return new AssessmentCommands(texts, list.rows(), open, actions).all();
    }

    /** The screen. */
    Node node() {
        return root;
    }

    /** Opens a workload file as a new assessment. */
    void open(Path file) {
        model.fromFile(
                file,
                name -> context.notices()
                        .say(texts.get("assessments.openedFile", name, String.valueOf(file.getFileName()))));
    }

    private final class Shown implements AssessmentsViewModel.Shows {
        @Override
        public void rows(List<AssessmentRow> rows) {
            list.show(rows);
            context.frame().commandsChanged();
        }

        @Override
        public void list() {
            root.setTop(new Region());
            root.setCenter(list.node());
        }

        @Override
        public void assessment(AssessmentViewModel assessment) {
            OpenAssessment opened = new OpenAssessment(
                    assessment,
                    texts,
                    context.desk(),
                    locker,
                    context.notices(),
                    context.openLink(),
                    context.pages(),
                    () -> model.list());
            open = Optional.of(opened);
            root.setTop(opened.head());
            root.setCenter(opened.body());
            opened.focus();
        }

        @Override
        public void left() {
            open.ifPresent(OpenAssessment::close);
            open = Optional.empty();
            context.notices().leaveAssessment();
        }
    }

    /** What the list asks for. */
    private final class FromList implements AssessmentList.Actions {
        @Override
        public void create() {
            model.create();
        }

        @Override
        public void fromTemplate(String name) {
            model.fromTemplate(name);
        }

        @Override
        public void fromExample(String name) {
            model.fromExample(name);
        }

        @Override
        public void importWorkload() {
            context.desk().picker().open(root).ifPresent(file -> model.fromFile(file, name -> {}));
        }

        @Override
        public void open(AssessmentRow row) {
            model.open(row);
        }

        @Override
        public void reopen(UUID id) {
            model.reopen(id);
        }

        @Override
        public void duplicate(AssessmentRow row) {
            model.duplicate(row);
        }

        @Override
        public void duplicate(AssessmentViewModel assessment) {
            model.duplicate(assessment);
        }

        @Override
        public void archive(AssessmentRow row, boolean archived) {
            archive(row.saved().id(), row.saved().name(), archived);
        }

        @Override
        public void archive(UUID id, String name, boolean archived) {
            model.archive(id, archived);
            context.notices()
                    .undo(
                            texts.get(archived ? "assessments.didArchive" : "assessments.didRestore", name),
                            () -> model.set(id, !archived));
        }
    }
}
