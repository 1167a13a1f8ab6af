package domicile.desktop.assessment.documents;

import domicile.desktop.assessment.common.AnswerLines;
import domicile.desktop.assessment.common.Locker;
import domicile.desktop.assessment.common.OfferingChoice;
import domicile.desktop.assessment.common.VendorAnswersViewModel;
import domicile.desktop.assessment.common.VendorAnswersViewModel.Told;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.report.model.AnsweredWorkbook;
import domicile.vendor.KeptWorkbook;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What vendors answered in questionnaires that they filled in: taken in, and shown answer by answer. */
final class AnswersPane {
    private final VendorAnswersViewModel model;
    private final Texts texts;
    private final Notices notices;
    private final VBox list = new VBox();
    private final Button take;
    private final Node root;

    AnswersPane(
            VendorAnswersViewModel model,
            Texts texts,
            Locker locker,
            OfferingChoice whose,
            FilePicker picker,
            Notices notices) {
        this.model = model;
        this.texts = texts;
        this.notices = notices;
        take = Ui.button(texts.get("answers.take"), "take-answers", () -> {}, "accent");
        take.setGraphic(Icons.of(Feather.FILE_PLUS));
        take.setOnAction(e -> whose.ask(
                take, offering -> picker.open(take).ifPresent(file -> model.take(file, offering.id(), locker))));
        list.setId("vendor-answers");
        list.getStyleClass().add("list");
        VBox page = new VBox(
                Ui.text(texts.get("answers.title"), "detail-title"), Ui.muted(texts.get("answers.hint")), take, list);
        page.getStyleClass().add("detail");
        root = Ui.scroll(page);
        model.workbooksProperty().subscribe(this::show);
    }

    Node node() {
        return root;
    }

    void focus() {
        take.requestFocus();
    }

    private void show(List<AnsweredWorkbook> answered) {
        list.getChildren().clear();
        if (model.kept().isEmpty()) {
            list.getChildren().add(Ui.muted(texts.get("answers.none")));
        }
        model.kept()
                .forEach(kept -> list.getChildren()
                        .add(one(
                                kept,
                                answered.stream()
                                        .filter(w -> w.kept().equals(kept))
                                        .findFirst())));
    }

    private Node one(KeptWorkbook kept, Optional<AnsweredWorkbook> answered) {
        String file = kept.book().file();
        VBox box = new VBox();
        box.getStyleClass().add("candidate");
        VBox words = new VBox(Ui.text(
                answered.map(w -> texts.pair(w.candidate(), w.file())).orElse(texts.pair(kept.offering(), file)),
                "section-head"));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button remove = Ui.button(texts.get("documents.remove"), "remove", () -> remove(kept), "flat", "small");
        remove.setAccessibleText(texts.pair(texts.get("documents.remove"), file));
        HBox head = new HBox(words, remove);
        head.getStyleClass().add("bar");
        box.getChildren().add(head);
        if (answered.isEmpty()) {
            words.getChildren().add(Ui.muted(texts.get("answers.elsewhere")));
            return box;
        }
        AnsweredWorkbook book = answered.get();
        book.about().forEach(a -> words.getChildren().add(Ui.muted(texts.pair(a.label(), a.value()))));
        book.remarks().forEach(r -> box.getChildren().add(Ui.text(r, "notice")));
        AnswerLines lines = new AnswerLines(model, texts);
        List<Told> asked = told(book, true);
        List<Told> rest = told(book, false);
        asked.forEach(t -> box.getChildren().add(lines.node(t, false)));
        more(
                box,
                "answers.rest",
                book.anchor() + "-rest",
                rest.size(),
                () -> rest.stream().map(t -> lines.node(t, false)).toList());
        more(
                box,
                "answers.odd",
                book.anchor() + "-odd",
                book.notUnderstood().size(),
                () -> book.notUnderstood().stream()
                        .<Node>map(n -> Ui.text("• " + texts.pair(n.label(), n.value())))
                        .toList());
        return box;
    }

    /** Those about what is asked here or that something contradicts, or the others. */
    private static List<Told> told(AnsweredWorkbook book, boolean asked) {
        return book.rows().stream()
                .filter(r -> asked
                        == (!r.requirements().isEmpty() || !r.contradictions().isEmpty()))
                .map(r -> new Told(book, r))
                .toList();
    }

    /** What is there when somebody wants it: a questionnaire has hundreds of answers. */
    private void more(VBox box, String key, String id, int count, Supplier<List<Node>> made) {
        if (count == 0) {
            return;
        }
        VBox content = new VBox();
        VBox disclosed = Ui.disclosed(texts.get(key, count), id, false, content);
        if (disclosed.getChildren().getFirst() instanceof ToggleButton shown) {
            shown.selectedProperty().subscribe(on -> {
                if (on && content.getChildren().isEmpty()) {
                    content.getChildren().setAll(made.get());
                }
            });
        }
        box.getChildren().add(disclosed);
    }

    private void remove(KeptWorkbook kept) {
        model.remove(kept);
        notices.undoInAssessment(texts.get("actions.removed", kept.book().file()), () -> model.put(kept));
    }
}
