package domicile.desktop.assessment.findings;

import domicile.assessment.Finding;
import domicile.assessment.Status;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.Drafts;
import domicile.desktop.kit.AutoGrowTextArea;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.questionnaire.AcceptedRisk;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
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
        Drafts drafts = new Drafts(model, "risk/" + offering + "/" + finding.requirement());
        VBox box = new VBox(Ui.muted(texts.get("risk.hint")));
        box.getStyleClass().add("risk");
        held.ifPresent(r -> box.getChildren().add(held(r)));
        box.getChildren().add(form(held, drafts));
        return Ui.disclosed(
                texts.get(held.map(this::title).orElse("risk.title")), "risk", held.isPresent() || drafts.any(), box);
    }

    private String title(AcceptedRisk held) {
        return switch (model.standing(held, finding)) {
            case COUNTS, OVER -> "risk.held";
            case TO_BE_CONFIRMED -> "risk.confirm.title";
        };
    }

    private Node held(AcceptedRisk r) {
        VBox box = new VBox(Ui.text(words(r), "notice"));
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("buttons");
        if (model.standing(r, finding) == AcceptedRisk.Standing.TO_BE_CONFIRMED) {
            box.getChildren().add(Ui.text(was(r)));
            buttons.getChildren().add(Ui.button(texts.get("risk.confirm"), "risk-confirm", () -> confirm(r), "accent"));
        }
        buttons.getChildren().add(Ui.button(texts.get("risk.withdraw"), "risk-withdraw", () -> withdraw(r), "flat"));
        box.getChildren().add(buttons);
        return box;
    }

    /** What it was given for, and what the finding is now. */
    private String was(AcceptedRisk r) {
        String now = texts.of(finding.status());
        return r.given()
                .map(g -> texts.get(
                        "risk.confirm.was",
                        texts.of(Status.valueOf(g.status())),
                        g.rulesVersion(),
                        now,
                        model.rulesVersion()))
                .orElseGet(() -> texts.get("risk.confirm.unknown", now, model.rulesVersion()));
    }

    /** The same acceptance for the finding as it is today. */
    private void confirm(AcceptedRisk held) {
        model.accept(offering, finding, held.approver(), held.reason(), held.until());
        notices.undoInAssessment(
                texts.get("risk.confirmed", model.offering(offering)), () -> model.keep(d -> d.with(held)));
    }

    private void withdraw(AcceptedRisk held) {
        model.withdraw(offering, finding);
        notices.undoInAssessment(
                texts.get("risk.withdrawn", model.offering(offering)), () -> model.keep(d -> d.with(held)));
    }

    /** Who accepted it, when, until when and why; and whether that is over or counts no longer. */
    private String words(AcceptedRisk r) {
        String key = switch (model.standing(r, finding)) {
            case COUNTS -> "risk.line";
            case TO_BE_CONFIRMED -> "risk.confirm.line";
            case OVER -> "risk.over";
        };
        return texts.get(key, r.approver(), texts.day(r.acceptedOn()), texts.day(r.until()), r.reason());
    }

    private Node form(Optional<AcceptedRisk> held, Drafts drafts) {
        TextField approver = Ui.field("risk-approver", texts.get("risk.approver"));
        approver.setText(held.map(AcceptedRisk::approver).orElse(""));
        AutoGrowTextArea reason =
                new AutoGrowTextArea(held.map(AcceptedRisk::reason).orElse(""));
        reason.setId("risk-reason");
        reason.setPromptText(texts.get("risk.reason"));
        reason.setAccessibleText(texts.get("risk.reason"));
        DatePicker until = Ui.picker("risk-until", texts.get("risk.until"));
        until.setValue(held.map(AcceptedRisk::until).orElse(model.date().plusDays(USUAL_DAYS)));
        drafts.keep(approver);
        drafts.keep(reason);
        drafts.keep(until);
        Button accept = Ui.button(
                texts.get("risk.accept"),
                "risk-accept",
                () -> Ui.day(until).ifPresent(day -> {
                    String who = approver.getText().strip();
                    String why = reason.getText().strip();
                    drafts.clear();
                    model.accept(offering, finding, who, why, day);
                }));
        accept.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> approver.getText().isBlank()
                                || reason.getText().isBlank()
                                || Ui.day(until)
                                        .filter(day -> !day.isBefore(model.date()))
                                        .isEmpty(),
                        approver.textProperty(),
                        reason.textProperty(),
                        until.getEditor().textProperty()));
        VBox form = new VBox(approver, reason, Ui.labelled(texts.get("risk.until"), until), accept);
        form.getStyleClass().add("form");
        return form;
    }
}
