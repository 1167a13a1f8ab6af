package domicile.desktop.assessment;

import domicile.assessment.Requirement;
import domicile.desktop.Desk;
import domicile.desktop.Styles;
import domicile.desktop.Texts;
import domicile.desktop.Work;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.questionnaire.Questionnaire;
import domicile.questionnaire.WorkloadFile;
import domicile.questionnaire.WorkloadOf;
import domicile.register.RegisterStore;
import domicile.register.SavedAssessments;
import domicile.residency.InputException;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The assessments: their list, and the one that is open with its questionnaire, findings and report. */
public final class AssessmentsScreen {
    private static final List<String> EXAMPLES = List.of("eu-personal-data", "us-health", "us-federal", "general");

    private final RegisterStore store;
    private final Register register;
    private final Texts texts;
    private final Desk desk;
    private final Consumer<Exception> failed;
    private final Questionnaire questionnaire;
    private final BorderPane root = new BorderPane();
    private final Saver saver;

    /** Shows the list. */
    public AssessmentsScreen(
            RegisterStore store, Register register, Texts texts, Desk desk, Consumer<Exception> failed) {
        this.store = store;
        this.register = register;
        this.texts = texts.screen("assessment");
        this.desk = desk;
        this.failed = failed;
        this.questionnaire = questionnaire();
        this.saver = new Saver(store.assessments(), failed);
        root.setId("assessments");
        Styles.dress(root, "assessment/assessment.css");
        list();
    }

    /** The screen. */
    public Node node() {
        return root;
    }

    /** The shipped questions with the organisation's own; a file that is refused is told about and left out with its fellows. */
    private Questionnaire questionnaire() {
        Set<String> requirements =
                Arrays.stream(Requirement.values()).map(Requirement::name).collect(Collectors.toSet());
        try {
            return Questionnaire.shipped().withFolder(desk.settings().resolveSibling("questionnaire"), requirements);
        } catch (InputException e) {
            Platform.runLater(() -> failed.accept(e));
            return Questionnaire.shipped();
        }
    }

    /** Waits until every answer is saved. */
    public void flush() {
        saver.close();
    }

    private void list() {
        Work.run(() -> store.assessments().all(), this::show, failed);
    }

    private void show(List<SavedAssessments.Saved> saved) {
        Label title = new Label(texts.get("assessments.title"));
        title.getStyleClass().add("detail-title");
        Button make = new Button(texts.get("assessments.new"), new FontIcon(Feather.PLUS));
        make.setId("new-assessment");
        make.getStyleClass().add("accent");
        make.setOnAction(e -> open(UUID.randomUUID(), Dossier.NEW));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, make);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox all = new VBox(head);
        all.getStyleClass().add("detail");
        List<SavedAssessments.Saved> current =
                saved.stream().filter(s -> !s.archived()).toList();
        current.forEach(s -> all.getChildren().add(row(s)));
        Label hint = new Label(texts.get(current.isEmpty() ? "assessments.empty" : "assessments.examples"));
        hint.setWrapText(true);
        hint.getStyleClass().add("section-head");
        FlowPane examples = new FlowPane();
        examples.getStyleClass().add("examples");
        EXAMPLES.forEach(name -> examples.getChildren().add(example(name)));
        all.getChildren().addAll(hint, examples);
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        root.setTop(new Region());
        root.setCenter(scroll);
    }

    private Node row(SavedAssessments.Saved saved) {
        Button open = new Button(saved.name(), new FontIcon(Feather.FILE_TEXT));
        open.getStyleClass().addAll("flat", "row");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(open, Priority.ALWAYS);
        open.setOnAction(e -> {
            try {
                open(saved.id(), DossierJson.read(saved.name(), saved.answers(), register.areas()));
            } catch (RuntimeException problem) {
                failed.accept(problem);
            }
        });
        Label age = new Label(texts.get(
                "assessments.changed", texts.day(LocalDate.ofInstant(saved.updatedAt(), ZoneId.systemDefault()))));
        age.getStyleClass().add("muted");
        Button archive = new Button(texts.get("assessments.archive"));
        archive.getStyleClass().addAll("flat", "small");
        archive.setAccessibleText(texts.get("assessments.archive") + ": " + saved.name());
        archive.setOnAction(e -> Work.run(
                () -> {
                    store.assessments().archive(saved.id(), true);
                    return saved;
                },
                s -> list(),
                failed));
        HBox row = new HBox(open, age, archive);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("bar");
        return row;
    }

    private Node example(String name) {
        Button card = new Button(texts.get("example." + name) + "\n" + texts.get("example." + name + ".text"));
        card.setId("example-" + name);
        card.setWrapText(true);
        card.getStyleClass().add("card");
        card.setPrefWidth(300);
        card.setOnAction(e -> open(
                UUID.randomUUID(),
                Dossier.of(WorkloadOf.workload(questionnaire, exampleWorkload(name), texts.get("workload.notAsked")))));
        return card;
    }

    private Workload exampleWorkload(String name) {
        String file = name + ".json";
        try (InputStream in = getClass().getResourceAsStream("/domicile/data/examples/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the example is missing: " + file);
            }
            return WorkloadFile.read(file, in.readAllBytes(), register);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open(UUID id, Dossier dossier) {
        AssessmentViewModel model = new AssessmentViewModel(
                id,
                questionnaire,
                register,
                LocalDate.now(desk.clock()),
                texts.get("assessments.untitled"),
                dossier,
                saver::save);
        ToggleButton ask = tab("tab.questionnaire", "tab-questionnaire");
        ToggleButton find = tab("tab.findings", "tab-findings");
        ToggleButton report = tab("tab.report", "tab-report");
        QuestionnaireView questions = new QuestionnaireView(model, texts, find::fire);
        FindingsView findings = new FindingsView(model, texts);
        ReportView reports = new ReportView(model, texts, desk.picker(), failed);
        ask.setOnAction(e -> choose(ask, questions.node()));
        find.setOnAction(e -> choose(find, findings.node()));
        report.setOnAction(e -> {
            reports.refresh();
            choose(report, reports.node());
        });
        SegmentedButton tabs = new SegmentedButton(ask, find, report);
        ask.setSelected(true);
        Button back = new Button(texts.get("assessments.back"), new FontIcon(Feather.ARROW_LEFT));
        back.setId("back-to-list");
        back.getStyleClass().add("flat");
        back.setOnAction(e -> list());
        Label name = new Label();
        name.getStyleClass().add("pane-title");
        model.assessmentProperty().subscribe(a -> name.setText(a.workload().name()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(back, name, gap, tabs);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("bar", "assessment-head");
        root.setTop(head);
        root.setCenter(questions.node());
        if (!dossier.equals(Dossier.NEW)) {
            saver.save(model);
        }
    }

    private ToggleButton tab(String key, String id) {
        ToggleButton tab = new ToggleButton(texts.get(key));
        tab.setId(id);
        return tab;
    }

    private void choose(ToggleButton tab, Node view) {
        tab.setSelected(true);
        root.setCenter(view);
    }
}
