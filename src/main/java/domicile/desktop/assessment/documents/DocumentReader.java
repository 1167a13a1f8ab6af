package domicile.desktop.assessment.documents;

import domicile.assessment.Requirement;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.DocumentPane;
import domicile.desktop.assessment.common.OfferingChoice;
import domicile.desktop.kit.AfterFrames;
import domicile.desktop.kit.Background;
import domicile.desktop.kit.ErrorMessage;
import domicile.desktop.kit.FileDrop;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Shortcut;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.desktop.kit.WrappedCell;
import domicile.document.ClauseFields;
import domicile.page.Rectangle;
import domicile.problem.ProblemException;
import domicile.residency.Evidence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Reads documents: the files at the left, the page with its words marked in the middle, and at the right what was found
 * for each open requirement, or the form that confirms it.
 */
final class DocumentReader {
    /** Below this width, in units of the text size, the files stand above. */
    private static final double NARROW = 66;

    /** How high the files are above, in units of the text size, and what is above what was found is left out then. */
    private static final double LOW = 4.2;
    /** How wide the buttons are beside them. */
    private static final double WIDE = 25;

    private static final double FILES = 0.2;
    private static final double PAGE = 0.64;
    private static final double PAGE_ALONE = 0.52;

    private final AssessmentViewModel assessment;
    private final DocumentsViewModel model;
    private final Texts texts;
    private final FilePicker picker;
    private final Notices notices;
    private final OfferingChoice whose;
    private final ListView<HeldDocument> files = new ListView<>();
    private final Button add;
    private final Button newer;
    private final FlowPane buttons = new FlowPane();
    private final BorderPane left;
    private final DocumentPane page;
    private final ClauseList clauses;
    private final Label hint = Ui.muted("");
    private final BorderPane right = new BorderPane();
    private final SplitPane split = new SplitPane();
    private final BorderPane root = new BorderPane();
    private Optional<Requirement> wanted = Optional.empty();
    private Optional<Evidence> cited = Optional.empty();
    private boolean setting;
    private boolean placed;

    DocumentReader(
            AssessmentViewModel assessment,
            DocumentsViewModel model,
            Texts texts,
            Background background,
            FilePicker picker,
            Notices notices) {
        this.assessment = assessment;
        this.model = model;
        this.texts = texts;
        this.picker = picker;
        this.notices = notices;
        this.whose = new OfferingChoice(assessment, texts);
        this.page = new DocumentPane(texts, background, "document-page");
        this.clauses = new ClauseList(model, texts, this::look, this::take);
        this.add = Ui.button(texts.get("reader.add"), "reader-add", this::choose, "accent");
        add.setGraphic(Icons.of(Feather.PLUS));
        this.newer = Ui.button(texts.get("reader.newer"), "reader-newer", this::chooseNewer);
        add.setWrapText(true);
        newer.setWrapText(true);
        this.left = left();
        right.setId("reader-found");
        right.setMinWidth(0);
        showFound();
        split.getItems().setAll(left, page.node(), right);
        root.setCenter(split);
        root.setId("reader");
        root.setMinWidth(0);
        root.widthProperty().subscribe(w -> place());
        hint.fontProperty().subscribe(f -> place());
        FileDrop.on(root, this::keep);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        model.filesProperty().subscribe(f -> files.getItems().setAll(f));
        model.shownProperty().subscribe(this::show);
        model.linesProperty().subscribe(lines -> hints());
        assessment.answersProperty().subscribe(a -> files.refresh());
    }

    Node node() {
        return root;
    }

    /** The list that can be walked through: of what was found, or of the files. */
    void focus() {
        // what is parted by dividers stands nowhere before it is dressed
        root.applyCss();
        root.layout();
        if (clauses.node().getItems().isEmpty()) {
            (files.getItems().isEmpty() ? add : files).requestFocus();
        } else {
            clauses.node().requestFocus();
        }
    }

    private BorderPane left() {
        files.setId("reader-files");
        files.setAccessibleText(texts.get("reader.files"));
        files.getStyleClass().add("passages");
        files.setCellFactory(l -> new FileCell(l));
        files.setPlaceholder(Ui.text(texts.get("reader.none"), "empty"));
        files.getSelectionModel().selectedItemProperty().subscribe((was, is) -> {
            newer.setDisable(is == null || model.confirmed(is) == 0);
            if (is != null && !setting) {
                wanted = Optional.empty();
                cited = Optional.empty();
                model.open(is);
            }
        });
        files.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                Optional.ofNullable(files.getSelectionModel().getSelectedItem()).ifPresent(model::open);
                e.consume();
            }
        });
        assessment.answersProperty().subscribe(a -> {
            HeldDocument one = files.getSelectionModel().getSelectedItem();
            newer.setDisable(one == null || model.confirmed(one) == 0);
        });
        buttons.getChildren().setAll(add, newer);
        buttons.getStyleClass().addAll("buttons", "reader-buttons");
        buttons.setPrefWrapLength(100);
        Ui.wrapWithin(buttons, add);
        Ui.wrapWithin(buttons, newer);
        BorderPane box = new BorderPane(files);
        box.setBottom(buttons);
        box.getStyleClass().add("reader-files");
        box.setMinWidth(0);
        return box;
    }

    /** The files are at the left where there is room, and above where there is none. */
    private void place() {
        double em = hint.getFont().getSize();
        boolean narrow = root.getWidth() > 0 && root.getWidth() < NARROW * em;
        boolean above = root.getTop() == left;
        if (narrow && !above) {
            split.getItems().remove(left);
            left.setBottom(new Region());
            left.setRight(buttons);
            buttons.setPrefWrapLength(WIDE * em);
            left.setMaxHeight(LOW * em);
            root.setTop(left);
        } else if (!narrow && above) {
            root.setTop(new Region());
            left.setRight(new Region());
            left.setBottom(buttons);
            buttons.setPrefWrapLength(100);
            left.setMaxHeight(Double.MAX_VALUE);
            split.getItems().addFirst(left);
        } else if (placed || root.getWidth() == 0) {
            return;
        }
        placed = true;
        // the dividers find their places in a width that they know
        AfterFrames.soon(() -> {
            if (narrow) {
                split.setDividerPositions(PAGE_ALONE);
            } else {
                split.setDividerPositions(FILES, PAGE);
            }
        });
    }

    /** Shows what an offering's documents say for a requirement. */
    void open(String offering, Requirement requirement) {
        model.refresh(() -> {
            List<HeldDocument> of = model.files(offering);
            wanted = Optional.of(requirement);
            cited = Optional.empty();
            if (model.shownProperty().get() instanceof DocumentsViewModel.Shown.Read read
                    && of.contains(read.document())) {
                showFound();
                clauses.go(requirement);
                focus();
            } else {
                of.stream().findFirst().ifPresentOrElse(model::open, this::focus);
            }
        });
    }

    /** What is looked for in the document that is read next. */
    void wants(Requirement requirement) {
        wanted = Optional.of(requirement);
        cited = Optional.empty();
    }

    /** Shows a file by its hash. */
    void open(String sha256) {
        wanted = Optional.empty();
        cited = Optional.empty();
        model.refresh(() -> model.file(sha256).ifPresent(model::open));
    }

    /** Shows the clause of a piece of evidence in its document. */
    void open(Evidence evidence) {
        wanted = Optional.empty();
        cited = Optional.of(evidence);
        model.refresh(() -> model.fileOf(evidence)
                .ifPresentOrElse(
                        model::open,
                        () -> page.instead(Ui.text(texts.get("reader.notKept", evidence.document()), "empty"))));
    }

    private void show(DocumentsViewModel.Shown shown) {
        switch (shown) {
            case DocumentsViewModel.Shown.Nothing n -> {
                page.instead(Ui.text(texts.get("reader.hint"), "empty"));
                hint.setText("");
            }
            case DocumentsViewModel.Shown.Reading r -> {
                select(r.document());
                ProgressIndicator turning = new ProgressIndicator();
                turning.setMaxSize(40, 40);
                VBox waiting = new VBox(
                        turning,
                        Ui.text(texts.get("reader.reading", r.document().name())));
                waiting.setAlignment(Pos.CENTER);
                waiting.getStyleClass().add("empty");
                page.instead(waiting);
                showFound();
                hint.setText("");
            }
            case DocumentsViewModel.Shown.Stopped s ->
                told(texts.get("reader.stopped", s.document().name()), s.document());
            case DocumentsViewModel.Shown.Locked l -> {
                select(l.document());
                page.instead(password(l));
                hint.setText("");
            }
            case DocumentsViewModel.Shown.Refused r -> told(ErrorMessage.line(r.why(), texts), r.document());
            case DocumentsViewModel.Shown.Read r -> {
                select(r.document());
                page.show(r.pages());
                hints();
                showFound();
                arrived(r);
            }
        }
    }

    /** What can be done with what was found, or why nothing was looked for. */
    private void hints() {
        if (model.shownProperty().get() instanceof DocumentsViewModel.Shown.Read read) {
            hint.setText(
                    !read.pages().file().layout().hasText()
                            ? texts.get("reader.scan")
                            : model.linesProperty().get().isEmpty()
                                    ? texts.get(
                                            "reader.settled",
                                            assessment.offering(read.document().offering()))
                                    : texts.get("reader.keys"));
        }
    }

    /** Goes to what somebody came for. */
    private void arrived(DocumentsViewModel.Shown.Read read) {
        cited.ifPresentOrElse(
                e -> page.mark(
                        e.passage().quote(),
                        read.clauses().file().sha256().equals(e.passage().sha256()) ? rectangles(read, e) : List.of()),
                () -> {
                    wanted.ifPresent(clauses::go);
                    clauses.selected().ifPresent(this::look);
                });
        focus();
    }

    private static List<Rectangle> rectangles(DocumentsViewModel.Shown.Read read, Evidence evidence) {
        try {
            return read.clauses()
                    .passage(
                            evidence.kind(),
                            evidence.passage().quote(),
                            evidence.passage().page())
                    .rectangles();
        } catch (ProblemException e) {
            // its words stand there no longer once: the file is shown from its beginning
            return List.of();
        }
    }

    private void told(String words, HeldDocument document) {
        select(document);
        page.instead(Ui.text(words, "empty"));
        hint.setText("");
    }

    private Node password(DocumentsViewModel.Shown.Locked locked) {
        PasswordField field = new PasswordField();
        field.setId("document-password");
        field.setAccessibleText(texts.get("reader.password"));
        Runnable open = () -> model.unlock(locked.document(), field.getText());
        field.setOnAction(e -> open.run());
        Label wrong = Ui.text(locked.wrong() ? texts.get("reader.wrongPassword") : "", "mark-bad");
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        VBox box = new VBox(
                Ui.text(texts.get("reader.locked", locked.document().name())),
                Ui.labelled(texts.get("reader.password"), field),
                wrong,
                Ui.button(texts.get("reader.unlock"), "document-unlock", open, "accent"));
        box.getStyleClass().addAll("detail", "medium");
        AfterFrames.soon(field::requestFocus);
        return box;
    }

    private void select(HeldDocument document) {
        setting = true;
        files.getSelectionModel().select(document);
        setting = false;
    }

    /** The list of what was found. */
    private void showFound() {
        Label title = Ui.text(texts.get("reader.found"), "pane-title");
        hint.setId("reader-hint");
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        title.managedProperty().bind(title.visibleProperty());
        title.setVisible(root.getTop() != left);
        VBox head = new VBox(title, hint);
        head.getStyleClass().add("reader-head");
        right.setTop(head);
        right.setCenter(clauses.node());
    }

    private void look(ClauseLine.Offered offered) {
        page.mark(offered.passage().quote(), offered.passage().rectangles());
    }

    /** Opens the form in which a passage is confirmed; nothing is kept before somebody says so. */
    private void take(ClauseLine.Offered offered) {
        if (!(model.shownProperty().get() instanceof DocumentsViewModel.Shown.Read read)) {
            return;
        }
        DocumentForm form = new DocumentForm(
                assessment,
                texts,
                picker,
                Optional.of(new DocumentForm.Clause(
                        read.clauses().file(),
                        offered.passage(),
                        ClauseFields.of(
                                offered.passage(),
                                offered.kind(),
                                assessment.register().areas()),
                        offered.kind(),
                        read.document().offering(),
                        this::back)),
                model::fit,
                made -> {
                    List<Evidence> before = model.confirm(made);
                    notices.undoInAssessment(texts.get("reader.kept", texts.of(made.kind())), () -> model.undo(before));
                    back();
                    return false;
                });
        VBox box = new VBox(form.node());
        box.getStyleClass().add("detail");
        box.setId("confirm-form");
        right.setTop(new Region());
        right.setCenter(Ui.scroll(box));
        right.applyCss();
        form.focus();
    }

    private void back() {
        showFound();
        clauses.node().requestFocus();
    }

    private void press(KeyEvent e) {
        if (e.isConsumed()) {
            return;
        }
        if (e.getCode() == KeyCode.ESCAPE && right.getCenter() != clauses.node()) {
            back();
        } else if (Shortcut.command(KeyCode.O).match(e)) {
            choose();
        } else {
            return;
        }
        e.consume();
    }

    private void choose() {
        picker.open(root).ifPresent(file -> keep(List.of(file)));
    }

    private void keep(List<Path> paths) {
        whose.ask(add, offering -> model.keep(paths, offering.id()));
    }

    private void chooseNewer() {
        HeldDocument one = files.getSelectionModel().getSelectedItem();
        if (one != null) {
            picker.open(root).ifPresent(file -> newer(one, file));
        }
    }

    private void newer(HeldDocument old, Path file) {
        model.newer(old, file, this::compared, e -> told(ErrorMessage.line(e, texts), old));
    }

    private void compared(NewerVersion version) {
        NewerVersionBox box = new NewerVersionBox(
                texts,
                version,
                () -> {
                    int count = version.standing().size();
                    List<Evidence> before = model.carry(version);
                    notices.undoInAssessment(texts.get("newer.carried", count), () -> model.undo(before));
                    model.open(version.newer());
                },
                () -> model.open(version.newer()));
        right.setTop(new Region());
        right.setCenter(Ui.scroll(box.node()));
        right.applyCss();
        box.focus();
    }

    /** A file; another one that is dropped on it is a newer version where clauses of it are confirmed. */
    private final class FileCell extends WrappedCell<HeldDocument> {
        FileCell(ListView<HeldDocument> list) {
            super(list);
            FileDrop.on(this, dropped -> {
                HeldDocument old = getItem();
                if (old != null && model.confirmed(old) > 0) {
                    newer(old, dropped.getFirst());
                } else {
                    keep(dropped);
                }
            });
        }

        @Override
        protected void show(HeldDocument document, VBox into) {
            into.getChildren()
                    .addAll(Ui.text(document.name(), "fact-value"), Ui.muted(assessment.offering(document.offering())));
            long confirmed = model.confirmed(document);
            if (confirmed > 0) {
                into.getChildren().add(Ui.text("✓ " + texts.get("reader.count", confirmed), "mark-good"));
            }
        }

        @Override
        protected String said(HeldDocument document) {
            return texts.pair(document.name(), assessment.offering(document.offering()));
        }
    }
}
