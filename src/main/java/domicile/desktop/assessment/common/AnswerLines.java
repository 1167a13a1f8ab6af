package domicile.desktop.assessment.common;

import domicile.desktop.assessment.common.VendorAnswersViewModel.Told;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.report.model.AnsweredWorkbook;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** What a vendor answered to a control: its words with their cells, what contradicts it, and the way to a fact. */
public record AnswerLines(VendorAnswersViewModel model, Texts texts) {

    /** @param whose whether the offering and the file are said too */
    public Node node(Told told, boolean whose) {
        VBox box = said(told, whose);
        if (!told.row().told().answer().words().isEmpty()) {
            Button begin = Ui.button(
                    texts.get("answers.begin"),
                    "begin-" + told.row().cite().anchor(),
                    () -> model.begin(told),
                    "flat",
                    "small");
            begin.setAccessibleText(
                    texts.pair(texts.get("answers.begin"), told.row().control().label()));
            box.getChildren().add(begin);
        }
        return box;
    }

    /** The same for the room, where nothing is begun. */
    public VBox said(Told told, boolean whose) {
        AnsweredWorkbook.Row row = told.row();
        VBox box = new VBox(Ui.text(texts.pair(row.control().label(), row.answer()), "fact-value"));
        box.getStyleClass().add("fact");
        if (whose) {
            box.getChildren()
                    .add(Ui.muted(texts.pair(
                            told.workbook().candidate(), told.workbook().file())));
        }
        if (!row.control().value().isEmpty()) {
            box.getChildren().add(Ui.muted(row.control().value()));
        }
        row.words().forEach(w -> box.getChildren().add(Ui.text(texts.get("answers.words", w.value(), w.label()))));
        row.before().ifPresent(before -> box.getChildren().add(Ui.muted(before)));
        row.contradictions().forEach(c -> box.getChildren().add(Ui.text("≠ " + c.sentence(), "mark-open")));
        return box;
    }
}
