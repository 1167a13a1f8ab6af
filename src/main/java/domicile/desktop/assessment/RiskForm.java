package domicile.desktop.assessment;

import domicile.assessment.Finding;
import domicile.desktop.Notices;
import domicile.desktop.Texts;
import domicile.questionnaire.AcceptedRisk;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** Accepting a finding until a day, with a reason. The finding stays what it is. */
final class RiskForm {
    private static final int USUAL_DAYS = 90;

    private final AssessmentViewModel model;
    private final Texts texts;
    private final Notices notices;
    private final String offering;
    private final Finding finding;

    RiskForm(AssessmentViewModel model, Texts texts, Notices notices, String offering, Finding finding) {
        this.notices = notices;
        this.model = model;
        this.texts = texts;
        this.offering = offering;
        this.finding = finding;
    }

    Node node() {
        Optional<AcceptedRisk> held = model.acceptedRisk(offering, finding);
        VBox box = new VBox(Ui.muted(texts.get("risk.hint")));
        box.getStyleClass().add("risk");
        held.ifPresent(r -> box.getChildren().add(held(r)));
        box.getChildren().add(form(held));
        TitledPane pane = new TitledPane(texts.get(held.isPresent() ? "risk.held" : "risk.title"), box);
        pane.setId("risk");
        pane.setExpanded(held.isPresent());
        pane.setAnimated(false);
        return pane;
    }

    private Node held(AcceptedRisk r) {
        return new VBox(
                Ui.text(words(r, model, texts), "notice"),
                Ui.button(texts.get("risk.withdraw"), "risk-withdraw", () -> withdraw(r), "flat"));
    }

    private void withdraw(AcceptedRisk held) {
        model.withdraw(offering, finding);
        notices.undoInAssessment(
                texts.get("risk.withdrawn", model.offering(offering)), () -> model.keep(d -> d.with(held)));
    }

    /** Who accepted it, when, until when and why; and whether that is over. */
    static String words(AcceptedRisk r, AssessmentViewModel model, Texts texts) {
        String key = r.inForce(model.date()) ? "risk.line" : "risk.over";
        return texts.get(key, r.approver(), texts.day(r.acceptedOn()), texts.day(r.until()), r.reason());
    }

    private Node form(Optional<AcceptedRisk> held) {
        TextField approver = field(
                "risk-approver",
                "risk.approver",
                held.map(AcceptedRisk::approver).orElse(""));
        TextField reason = field(
                "risk-reason", "risk.reason", held.map(AcceptedRisk::reason).orElse(""));
        DatePicker until =
                new DatePicker(held.map(AcceptedRisk::until).orElse(model.date().plusDays(USUAL_DAYS)));
        until.setId("risk-until");
        until.setPromptText(texts.get("risk.until"));
        until.getEditor().setAccessibleText(texts.get("risk.until"));
        Button accept = Ui.button(texts.get("risk.accept"), "risk-accept", () -> {
            LocalDate day = until.getValue();
            model.accept(
                    offering,
                    finding,
                    approver.getText().strip(),
                    reason.getText().strip(),
                    day);
        });
        accept.disableProperty()
                .bind(javafx.beans.binding.Bindings.createBooleanBinding(
                        () -> approver.getText().isBlank()
                                || reason.getText().isBlank()
                                || until.getValue() == null
                                || until.getValue().isBefore(model.date()),
                        approver.textProperty(),
                        reason.textProperty(),
                        until.valueProperty()));
        VBox form = new VBox(approver, reason, Ui.muted(texts.get("risk.until")), until, accept);
        form.getStyleClass().add("form");
        return form;
    }

    private TextField field(String id, String key, String value) {
        TextField field = new TextField(value);
        field.setId(id);
        field.setPromptText(texts.get(key));
        field.setAccessibleText(texts.get(key));
        return field;
    }
}
