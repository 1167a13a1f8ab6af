package domicile.desktop.maintenance;

import domicile.desktop.kit.Background;
import domicile.desktop.kit.Dialogs;
import domicile.desktop.kit.ErrorMessage;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Shortcut;
import domicile.desktop.kit.Texts;
import domicile.residency.Capture;
import domicile.residency.Citation;
import domicile.source.SourceReview;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * The pages that facts rest on, a row a source: how old, what of it is quoted, how its words stand. Enter opens the
 * page; one action confirms all that stands.
 */
final class PagesView {
    static final KeyCombination CONFIRM = Shortcut.command(KeyCode.ENTER);

    private final PagesViewModel model;
    private final Texts texts;
    private final BorderPane root = new BorderPane();
    private final BorderPane list = new BorderPane();
    private final TableView<SourceReview> table = new TableView<>();
    private final Said said;
    private final PageIntake intake;
    private final PageView page;

    PagesView(
            PagesViewModel model,
            EditViewModel edits,
            Texts texts,
            Background background,
            FilePicker picker,
            Notices notices) {
        this.model = model;
        this.texts = texts;
        this.said = new Said(texts, notices, "pages-said");
        this.intake = new PageIntake(
                texts,
                picker,
                root,
                () -> selected().stream().map(SourceReview::source).toList(),
                model,
                said,
                table::requestFocus,
                this::refused);
        this.page = new PageView(model, edits, texts, background, picker, notices, this::back);
        list.setTop(head());
        list.setCenter(table());
        list.setBottom(foot());
        intake.dropsOn(list, () -> selected().stream().findFirst().map(SourceReview::source));
        root.setCenter(list);
        model.stateProperty().subscribe(this::show);
        model.leaningProperty().subscribe(l -> table.refresh());
    }

    Node node() {
        return root;
    }

    /** Looks again; what is chosen, and a page or form that is open, stay. */
    void refresh() {
        model.refresh(page::refresh);
    }

    /** Shows the words of a citation in their page. */
    void show(Citation citation) {
        model.refresh(() -> model.stateProperty()
                .get()
                .review(citation.source())
                .ifPresent(review -> {
                    select(citation.source());
                    open(review, Optional.of(citation));
                }));
    }

    /** Asks for a file for the source that is chosen. */
    void choose() {
        back();
        intake.choose();
    }

    /** Asks the addresses of the sources that are chosen. */
    void fetch() {
        back();
        intake.fetch();
    }

    private void back() {
        root.setCenter(list);
        table.requestFocus();
    }

    private void open(SourceReview review, Optional<Citation> at) {
        page.open(review, at);
        root.setCenter(page.node());
        page.focus();
    }

    private Node head() {
        Label count = Lines.text("", "pane-title");
        count.setId("pages-count");
        model.stateProperty()
                .subscribe(s -> count.setText(
                        texts.get("pages.count", s.reviews().size(), s.inHand(), s.confirmable(), s.decisions())));
        return Lines.of(Pos.CENTER_LEFT, "maintenance-head", count);
    }

    private Node table() {
        table.setId("pages");
        table.setAccessibleText(texts.get("tab.pages"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Columns<SourceReview> columns = new Columns<>(table)
                .add(texts.get("field.number"), 3.5, r -> r.source().number())
                .add(
                        texts.get("pages.column.page"),
                        14,
                        r -> texts.pair(r.source().publisher(), r.source().title()))
                .add(
                        texts.get("pages.column.capture"),
                        7,
                        r -> r.newest().map(c -> texts.day(c.day())).orElse("–"))
                .add(
                        texts.get("pages.column.age"),
                        6,
                        r -> model.age(r).map(Object.class::cast).orElse("–"))
                .add(texts.get("pages.column.facts"), 4.5, r -> r.facts().size())
                .add(texts.get("pages.column.quoted"), 5, SourceReview::quoted)
                .marks(texts.get("pages.column.state"), 11, r -> Standings.marks(r, texts))
                .add(
                        texts.get("fresh.column.leaning"),
                        6.5,
                        r -> model.leaningProperty()
                                .get()
                                .getOrDefault(r.source().number(), 0L));
        table.setRowFactory(t -> {
            TableRow<SourceReview> row = new TableRow<>();
            intake.dropsOn(
                    row, () -> Optional.<SourceReview>ofNullable(row.getItem()).map(SourceReview::source));
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && !row.isEmpty()) {
                    open(row.getItem(), Optional.empty());
                }
            });
            return row;
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (CONFIRM.match(e)) {
                confirm();
            } else if (e.getCode() == KeyCode.ENTER) {
                openSelected();
            } else if (e.getCode() == KeyCode.DELETE) {
                withdraw();
            } else if (!intake.key(e)) {
                return;
            }
            e.consume();
        });
        return columns.framed();
    }

    private Node foot() {
        Button open = new Button(texts.get("pages.open"), Icons.of(Feather.FILE_TEXT));
        open.setId("open-source-page");
        open.setOnAction(e -> openSelected());
        Button withdraw = new Button(texts.get("pages.withdraw"), Icons.of(Feather.TRASH_2));
        withdraw.setId("withdraw-page");
        withdraw.setOnAction(e -> withdraw());
        Button confirm = confirm("confirm-pages", texts, this::confirm);
        Runnable enable = () -> {
            confirm.setDisable(selected().stream().allMatch(r -> r.confirmable().isEmpty()));
            withdraw.setDisable(selected().stream().allMatch(r -> r.newest().isEmpty()));
            open.setDisable(selected().isEmpty());
        };
        table.getSelectionModel().selectedItemProperty().subscribe(r -> enable.run());
        model.stateProperty().subscribe(s -> enable.run());
        return Lines.of(
                Pos.CENTER_RIGHT,
                "maintenance-foot",
                said.label(),
                said.undo(),
                withdraw,
                intake.button("take-page"),
                open,
                confirm);
    }

    private List<SourceReview> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    private void openSelected() {
        selected().stream().findFirst().ifPresent(r -> open(r, Optional.empty()));
    }

    /** Confirms all of the chosen sources whose words still stand. */
    void confirm() {
        confirm(selected(), model, said, texts);
    }

    /** The button that confirms, with its keys. */
    static Button confirm(String id, Texts texts, Runnable act) {
        Button confirm = new Button(
                texts.get("pages.key", texts.get("pages.confirm"), Shortcut.said(CONFIRM, texts)),
                Icons.of(Feather.CHECK));
        confirm.setId(id);
        confirm.getStyleClass().add("accent");
        confirm.setOnAction(e -> act.run());
        return confirm;
    }

    /** Confirms all of some sources whose words still stand, and says of how many facts; it can be taken back. */
    static void confirm(List<SourceReview> reviews, PagesViewModel model, Said said, Texts texts) {
        model.confirm(reviews, done -> {
            if (!done.isEmpty()) {
                int facts = done.stream().mapToInt(PagesViewModel.Done::facts).sum();
                said.done(texts.get("pages.confirmed", facts), () -> model.undo(done));
            }
        });
    }

    private void withdraw() {
        selected().stream().findFirst().flatMap(SourceReview::newest).ifPresent(this::withdraw);
    }

    private void withdraw(Capture capture) {
        TextInputDialog why = new TextInputDialog();
        Dialogs.dress(why, root);
        why.setTitle(texts.get("pages.withdraw.title"));
        why.setHeaderText(texts.get("pages.withdraw.head", capture.name(), texts.day(capture.day())));
        why.setContentText(texts.get("edit.why"));
        why.showAndWait()
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .ifPresent(w -> model.withdraw(
                        capture, w, () -> said.good(texts.get("pages.withdrawn", capture.name())), this::refused));
    }

    private void refused(Exception e) {
        said.bad(ErrorMessage.line(e, texts));
    }

    private void select(int source) {
        table.getItems().stream()
                .filter(r -> r.source().number() == source)
                .findFirst()
                .ifPresent(r -> {
                    table.getSelectionModel().clearSelection();
                    table.getSelectionModel().select(r);
                    table.scrollTo(r);
                });
    }

    private void show(PagesViewModel.State now) {
        List<Integer> chosen = selected().stream().map(r -> r.source().number()).toList();
        table.getItems().setAll(now.reviews());
        table.getSelectionModel().clearSelection();
        for (int i = 0; i < now.reviews().size(); i++) {
            if (chosen.contains(now.reviews().get(i).source().number())) {
                table.getSelectionModel().select(i);
            }
        }
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }
}
