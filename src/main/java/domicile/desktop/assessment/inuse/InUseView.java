package domicile.desktop.assessment.inuse;

import domicile.assessment.JudgedProject;
import domicile.assessment.UsageStatus;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.CitationLinks;
import domicile.desktop.kit.Background;
import domicile.desktop.kit.ChoiceWords;
import domicile.desktop.kit.FileDrop;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.report.model.PlaceTexts;
import domicile.scan.Acceptance;
import domicile.scan.Environment;
import domicile.scan.Role;
import domicile.scan.ScannedProject;
import domicile.scan.Scope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a project calls, beside what was approved: a folder or a zip is chosen or dropped, and shown place by place. */
public final class InUseView {
    private static final double LIST = 0.46;

    private final InUseViewModel model;
    private final Texts texts;
    private final FilePicker picker;
    private final Notices notices;
    private final PlaceList list;
    private final BorderPane root = new BorderPane();
    private final Button folder;
    private final ChoiceBox<Optional<UsageStatus>> only = new ChoiceBox<>();
    private final ChoiceBox<Optional<Environment>> environment = new ChoiceBox<>();
    private final CheckBox tests;
    private final CheckBox examples;
    private final Button withoutBaseline;
    private final Node empty;
    private final SplitPane split;
    private boolean setting;

    /** @param today the day on which a project is read */
    public InUseView(
            AssessmentViewModel assessment,
            Texts texts,
            CitationLinks links,
            Background background,
            FilePicker picker,
            Notices notices,
            Consumer<String> openLink,
            Supplier<LocalDate> today) {
        this.model = new InUseViewModel(assessment, texts, background, today);
        this.texts = texts;
        this.picker = picker;
        this.notices = notices;
        PlaceTexts words = new PlaceTexts(assessment.register(), texts.locale());
        PlaceDetail detail = new PlaceDetail(assessment, model, texts, words, links, openLink);
        this.list = new PlaceList(model, texts, words, detail::show);
        this.folder = Ui.button(texts.get("inUse.folder"), "in-use-folder", this::chooseFolder, "accent");
        this.tests = box("inUse.tests", "in-use-tests", Role.TEST);
        this.examples = box("inUse.examples", "in-use-examples", Role.EXAMPLE);
        this.withoutBaseline =
                Ui.button(texts.get("inUse.withoutBaseline"), "in-use-no-baseline", this::withoutBaseline, "flat");
        Label nothing = Ui.text(texts.get("inUse.approvesNothing"), "notice");
        nothing.setId("in-use-approves-nothing");
        nothing.setMaxWidth(Double.MAX_VALUE);
        nothing.managedProperty().bind(nothing.visibleProperty());
        assessment.assessmentProperty().subscribe(a -> nothing.setVisible(model.approvesNothing()));
        this.split = new SplitPane(list.node(), Ui.readable(detail.node(), texts.get("inUse.detail")));
        split.setDividerPositions(LIST);
        this.empty = empty();
        root.setId("in-use");
        root.setTop(new VBox(nothing, bar()));
        root.setMinWidth(0);
        FileDrop.on(root, files -> read(files.getFirst()));
        model.judgedProperty().subscribe(this::show);
    }

    public Node node() {
        return root;
    }

    /** It is in front, or no longer. */
    public void front(boolean front) {
        model.shown(front);
    }

    /** Where somebody goes on: the places, or the button that chooses a project. */
    public void focus() {
        (model.judgedProperty().get().isPresent() ? list.node() : folder).requestFocus();
    }

    private Node bar() {
        Button zip = Ui.button(texts.get("inUse.zip"), "in-use-zip", this::chooseZip);
        Button again = Ui.button(texts.get("inUse.again"), "in-use-again", model::again);
        again.disableProperty().bind(model.lastProperty().map(Optional::isEmpty).orElse(true));
        Button baseline = Ui.button(texts.get("inUse.baseline"), "in-use-baseline", this::chooseBaseline);
        Button forget = Ui.button(texts.get("inUse.forget"), "in-use-forget", this::forget, "flat");
        Label reading = Ui.text(texts.get("inUse.waiting"), "muted");
        reading.visibleProperty().bind(model.readingProperty());
        reading.managedProperty().bind(model.readingProperty());
        baseline.visibleProperty().bind(model.judgedProperty().map(Optional::isPresent));
        baseline.managedProperty().bind(baseline.visibleProperty());
        forget.visibleProperty().bind(baseline.visibleProperty());
        forget.managedProperty().bind(baseline.visibleProperty());
        withoutBaseline.managedProperty().bind(withoutBaseline.visibleProperty());
        withoutBaseline.setVisible(false);
        // in lines, so that nothing is cut off where text is large
        FlowPane bar = new FlowPane(folder, zip, again, baseline, withoutBaseline, forget);
        bar.getChildren().addAll(choices());
        bar.getChildren().add(reading);
        bar.getStyleClass().addAll("buttons", "assessment-head");
        return bar;
    }

    /** What of the project is to be seen, and what counts of it. */
    private List<Node> choices() {
        only.setId("in-use-only");
        only.setAccessibleText(texts.get("inUse.only"));
        only.setConverter(new ChoiceWords<>(o -> o.map(this::counted).orElse(texts.get("inUse.all"))));
        only.getItems()
                .setAll(Stream.concat(
                                Stream.of(Optional.<UsageStatus>empty()),
                                Stream.of(UsageStatus.values()).map(Optional::of))
                        .toList());
        only.setValue(Optional.empty());
        only.valueProperty().subscribe((was, now) -> {
            if (!setting) {
                model.only(now);
            }
        });
        environment.setId("in-use-environment");
        environment.setAccessibleText(texts.get("inUse.environment"));
        environment.setConverter(new ChoiceWords<>(e -> e.map(texts::of).orElse(texts.get("inUse.everyEnvironment"))));
        environment.setItems(FXCollections.observableArrayList(Stream.concat(
                        Stream.of(Optional.<Environment>empty()),
                        Stream.of(Environment.values()).map(Optional::of))
                .toList()));
        environment.setValue(Optional.empty());
        environment.valueProperty().subscribe((was, now) -> {
            if (!setting) {
                model.environment(now);
            }
        });
        List<Node> choices = List.of(only, environment, tests, examples);
        choices.forEach(choice -> {
            choice.visibleProperty().bind(model.judgedProperty().map(Optional::isPresent));
            choice.managedProperty().bind(choice.visibleProperty());
        });
        return choices;
    }

    private String counted(UsageStatus status) {
        Mark mark = Mark.of(status, texts);
        int count = model.judgedProperty()
                .get()
                .map(j -> j.counts().getOrDefault(status, 0))
                .orElse(0);
        return mark.text() + " (" + count + ")";
    }

    private CheckBox box(String key, String id, Role role) {
        CheckBox box = new CheckBox(texts.get(key));
        box.setId(id);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.selectedProperty().subscribe((was, now) -> {
            if (!setting) {
                model.include(role, now);
            }
        });
        return box;
    }

    private Node empty() {
        VBox page = new VBox(
                Ui.text(texts.get("inUse.title"), "detail-title"),
                Ui.text(texts.get("inUse.what")),
                Ui.text(texts.get("inUse.how")),
                Ui.muted(texts.get("inUse.safe")));
        page.setId("in-use-empty");
        page.getStyleClass().addAll("detail", "in-use-empty");
        return Ui.scroll(page);
    }

    private void show(Optional<JudgedProject> judged) {
        setting = true;
        Scope scope = judged.map(j -> j.project().scope()).orElse(Scope.SHIPPED);
        tests.setSelected(scope.roles().contains(Role.TEST));
        examples.setSelected(scope.roles().contains(Role.EXAMPLE));
        environment.setValue(scope.environment());
        withoutBaseline.setVisible(!scope.accepted().isEmpty());
        Optional<UsageStatus> shown = only.getValue();
        // the words of the choices count places
        only.getItems().setAll(List.copyOf(only.getItems()));
        only.setValue(shown);
        setting = false;
        root.setCenter(judged.isPresent() ? split : empty);
    }

    private void chooseFolder() {
        picker.folder(root).ifPresent(this::read);
    }

    private void chooseZip() {
        picker.open(root).ifPresent(this::read);
    }

    private void read(Path project) {
        model.read(project);
    }

    private void chooseBaseline() {
        picker.open(root).ifPresent(model::baseline);
    }

    private void withoutBaseline() {
        List<Acceptance> before = model.withoutBaseline();
        notices.undoInAssessment(texts.get("inUse.baselineGone"), () -> model.putBack(before));
    }

    private void forget() {
        Optional<ScannedProject> before = model.forget();
        folder.requestFocus();
        notices.undoInAssessment(texts.get("inUse.forgotten"), () -> model.putBack(before));
    }
}
