package domicile.desktop.assessment;

import domicile.assessment.Requirement;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.AttachBar;
import domicile.desktop.assessment.common.CitationLinks;
import domicile.desktop.assessment.common.FileName;
import domicile.desktop.assessment.common.Locker;
import domicile.desktop.assessment.common.VendorAnswersViewModel;
import domicile.desktop.assessment.documents.DocumentsView;
import domicile.desktop.assessment.documents.DocumentsViewModel;
import domicile.desktop.assessment.findings.FindingsView;
import domicile.desktop.assessment.findings.RulesNotice;
import domicile.desktop.assessment.inuse.InUseView;
import domicile.desktop.assessment.meeting.ActionsCsv;
import domicile.desktop.assessment.meeting.MeetingView;
import domicile.desktop.assessment.questionnaire.QuestionnaireView;
import domicile.desktop.assessment.report.ReportView;
import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.PageRequests;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.questionnaire.WorkloadFile;
import domicile.register.Presence;
import domicile.report.Reports;
import domicile.report.model.Minutes;
import domicile.residency.Evidence;
import domicile.residency.Workload;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;

/** One assessment: its questionnaire, findings, documents, project, review meeting and report. */
final class OpenAssessment {

    private final AssessmentViewModel model;
    private final Texts texts;
    private final DesktopContext desk;
    private final Locker locker;
    private final QuestionnaireView questions;
    private final Map<String, ToggleButton> tabs = new LinkedHashMap<>();
    private final Label said = Ui.text("", "muted");
    private final BorderPane body = new BorderPane();
    private final MeetingView meeting;
    private final Map<String, Runnable> exports = new LinkedHashMap<>();
    private final Node head;

    OpenAssessment(
            AssessmentViewModel model,
            Texts texts,
            DesktopContext desk,
            Locker locker,
            Notices notices,
            Consumer<String> openLink,
            PageRequests pages,
            Runnable back) {
        this.model = model;
        this.texts = texts;
        this.desk = desk;
        this.locker = locker;
        CitationLinks links = new CitationLinks(model.register(), texts, openLink, pages::ask);
        VendorAnswersViewModel vendors = new VendorAnswersViewModel(model, texts, locker.background(), pages::begin);
        AttachBar attach = new AttachBar(model, texts, locker, desk.picker());
        this.questions = new QuestionnaireView(model, texts, links, attach, vendors, notices, () -> show("findings"));
        DocumentsViewModel held = new DocumentsViewModel(model, texts, locker);
        DocumentsView documents = new DocumentsView(model, held, texts, links, vendors, locker, desk.picker(), notices);
        attach.openedBy(sha256 -> {
            show("documents");
            documents.open(sha256);
        });
        FindingsView findings = new FindingsView(model, texts, links, vendors, notices, new FromFindings(documents));
        InUseView inUse = new InUseView(
                model,
                texts,
                links,
                locker.background(),
                desk.picker(),
                notices,
                openLink,
                () -> LocalDate.now(desk.clock()));
        this.meeting = new MeetingView(model, texts, links, vendors, notices);
        ReportView report = new ReportView(model, texts, desk, locker);
        tab("questionnaire", questions.node(), questions::focus);
        tab("findings", findings.node(), () -> {});
        tab("documents", documents.node(), documents::shown);
        tab("inUse", inUse.node(), inUse::focus);
        tab("meeting", meeting.node(), () -> {});
        tab("report", report.node(), report::refresh);
        body.centerProperty().subscribe(view -> inUse.front(view == inUse.node()));
        this.head = head(back);
        show("questionnaire");
    }

    Node head() {
        return head;
    }

    Node body() {
        return body;
    }

    void focus() {
        questions.focus();
    }

    AssessmentViewModel model() {
        return model;
    }

    /** The views, by their titles. */
    Map<String, Runnable> tabs() {
        Map<String, Runnable> named = new LinkedHashMap<>();
        tabs.forEach((id, tab) -> named.put(tab.getText(), () -> Ui.press(tab)));
        return named;
    }

    /** What can be written to files, by the titles. */
    Map<String, Runnable> exports() {
        return Collections.unmodifiableMap(exports);
    }

    void nextOpen() {
        show("questionnaire");
        model.nextOpen();
    }

    /** Stops the meeting's clock and closes the second window. */
    void close() {
        meeting.close();
    }

    private void tab(String id, Node view, Runnable shown) {
        ToggleButton tab = new ToggleButton(texts.get("tab." + id));
        tab.setId("tab-" + id);
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setOnAction(e -> {
            tab.setSelected(true);
            body.setCenter(view);
            shown.run();
        });
        tabs.put(id, tab);
    }

    /** What a finding leads to. */
    private final class FromFindings implements FindingsView.Leads {
        private final DocumentsView documents;

        FromFindings(DocumentsView documents) {
            this.documents = documents;
        }

        @Override
        public void answer(Workload.Part part) {
            model.go(part);
            show("questionnaire");
        }

        @Override
        public void read(String offering, Requirement requirement) {
            show("documents");
            documents.open(offering, requirement);
        }

        @Override
        public void read(List<Path> files, String offering, Requirement requirement) {
            show("documents");
            documents.read(files, offering, requirement);
        }

        @Override
        public void open(Evidence evidence) {
            show("documents");
            documents.open(evidence);
        }
    }

    private void show(String tab) {
        Optional.ofNullable(tabs.get(tab)).ifPresent(Ui::press);
    }

    private Node head(Runnable back) {
        Button toList = Ui.button(texts.get("assessments.back"), "back-to-list", back, "flat");
        toList.setGraphic(Icons.of(Feather.ARROW_LEFT));
        Label name = new Label();
        name.getStyleClass().add("pane-title");
        model.assessmentProperty().subscribe(a -> name.setText(a.workload().name()));
        said.setId("saved-file");
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        HBox named = new HBox(toList, name);
        named.setAlignment(Pos.CENTER_LEFT);
        named.getStyleClass().add("bar");
        SegmentedButton switcher = new SegmentedButton(tabs.values().toArray(ToggleButton[]::new));
        switcher.setMinWidth(Region.USE_PREF_SIZE);
        // in lines, so that nothing is cut off where text is large
        FlowPane bar = new FlowPane(named, switcher, exportMenu(), said);
        Ui.wrapWithin(bar, said);
        Ui.wrapWithin(bar, named);
        bar.getStyleClass().addAll("buttons", "assessment-head");
        return new VBox(bar, others(), new MeanwhileBar(model, texts).node(), new RulesNotice(model, texts).node());
    }

    /** Who else is here, quietly; nothing where nobody is. */
    private Node others() {
        Label here = Ui.muted("");
        here.getStyleClass().add("others");
        here.setId("others");
        here.setWrapText(true);
        here.managedProperty().bind(here.visibleProperty());
        here.visibleProperty().bind(here.textProperty().isNotEmpty());
        model.othersProperty()
                .subscribe(all -> here.setText(all.stream().map(this::where).collect(Collectors.joining("\n"))));
        return here;
    }

    private String where(Presence.Present other) {
        return model.questionnaire().questions().stream()
                .filter(q -> Presence.isAt(other, q.id()))
                .findFirst()
                .map(q -> texts.get("presence.at", other.login(), q.title().in(texts.locale())))
                .orElseGet(() -> texts.get("presence.here", other.login()));
    }

    private Node exportMenu() {
        MenuButton menu = new MenuButton(texts.get("export.title"));
        menu.setId("exports");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getItems()
                .addAll(
                        export(
                                "export.workload",
                                ".domicile",
                                () -> now(WorkloadFile.write(
                                        model.assessmentProperty().get().workload()))),
                        export(
                                "export.minutes",
                                ".minutes.html",
                                () -> minutes(minutes -> Reports.html(minutes, model.register()))),
                        export("export.minutesJson", ".minutes.json", () -> minutes(Reports::json)),
                        export(
                                "export.actions",
                                ".actions.csv",
                                () -> now(ActionsCsv.of(
                                        model.name(),
                                        model.dossierProperty().get().meeting(),
                                        texts))));
        return menu;
    }

    private static Callable<String> now(String text) {
        return () -> text;
    }

    /** What is exported: begun on the FX thread, and finished off it. */
    private interface Content {
        Callable<String> make();
    }

    private Callable<String> minutes(Function<Minutes, String> form) {
        Minutes minutes = model.minutes(texts.locale());
        return () -> form.apply(minutes.with(locker.approvals().apply(model.id())));
    }

    private MenuItem export(String key, String ending, Content content) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setId(key.replace('.', '-'));
        exports.put(item.getText(), item::fire);
        item.setOnAction(e -> desk.picker()
                .save(FileName.of(model.name()) + ending, body)
                .ifPresent(file -> {
                    Callable<String> text = content.make();
                    locker.background()
                            .run(
                                    () -> Reports.write(file, text.call()),
                                    f -> said.setText(texts.get("report.written", f.toString())));
                }));
        return item;
    }
}
