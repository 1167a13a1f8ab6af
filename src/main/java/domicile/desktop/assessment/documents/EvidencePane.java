package domicile.desktop.assessment.documents;

import domicile.assessment.DocumentNotCounted;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.CitationLinks;
import domicile.desktop.assessment.common.EffectPane;
import domicile.desktop.assessment.common.EvidenceWords;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.ResponsiveSidePane;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.residency.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The evidence: documents that the buyer holds for one offering each, with the clause that was confirmed or the mark
 * that none is shown. They turn what is conditional into met.
 */
final class EvidencePane {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final Notices notices;
    private final Consumer<Evidence> open;
    private final DocumentForm form;
    private final VBox list = new VBox();
    private final BorderPane root = new BorderPane();

    /** @param open shows a clause in its document */
    EvidencePane(
            AssessmentViewModel model,
            DocumentsViewModel documents,
            Texts texts,
            CitationLinks links,
            FilePicker picker,
            Notices notices,
            Consumer<Evidence> open) {
        this.model = model;
        this.texts = texts;
        this.notices = notices;
        this.open = open;
        this.form = new DocumentForm(model, texts, picker, Optional.empty(), documents::fit, made -> {
            documents.confirm(made);
            return true;
        });
        list.setId("documents");
        list.getStyleClass().add("list");
        VBox page = new VBox(
                Ui.text(texts.get("documents.title"), "detail-title"),
                Ui.muted(texts.get("documents.hint")),
                list,
                form.node());
        page.getStyleClass().add("detail");
        root.setCenter(Ui.scroll(page));
        new ResponsiveSidePane(root, page, new EffectPane(model, texts, links).node(), form.last());
        model.answersProperty().subscribe(a -> show(a.evidence()));
    }

    Node node() {
        return root;
    }

    private void show(List<Evidence> documents) {
        list.getChildren().clear();
        if (documents.isEmpty()) {
            list.getChildren().add(Ui.muted(texts.get("documents.none")));
        }
        documents.forEach(d -> list.getChildren().add(row(d)));
    }

    private Node row(Evidence d) {
        String name = d.document().isEmpty() ? texts.of(d.kind()) : d.document();
        VBox words = new VBox(
                Ui.text(name + " – " + model.offering(d.offering()), "fact-value"),
                Ui.muted(String.join(" · ", says(d))));
        words.getChildren().addAll(EvidenceWords.of(d, texts, open));
        if (d.date().isAfter(model.date())) {
            words.getChildren().add(Ui.text(texts.get("documents.later", texts.day(model.date())), "mark-open"));
        }
        whyNot(d).forEach(why -> words.getChildren().add(Ui.text(texts.of(why), "mark-open")));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button remove = Ui.button(texts.get("documents.remove"), "remove", () -> remove(d), "flat", "small");
        remove.setAccessibleText(texts.pair(texts.get("documents.remove"), name));
        HBox row = new HBox(words, remove);
        row.getStyleClass().addAll("bar", "row");
        return row;
    }

    /** Why the rules leave it out. */
    private Stream<DocumentNotCounted.Why> whyNot(Evidence d) {
        return model.assessmentProperty().get().offerings().stream()
                .flatMap(o -> o.documentsNotCounted().stream())
                .filter(n -> n.document().equals(d))
                .map(DocumentNotCounted::why)
                .distinct();
    }

    private List<String> says(Evidence d) {
        List<String> says = new ArrayList<>(List.of(texts.of(d.kind()), texts.day(d.date())));
        d.from().ifPresent(day -> says.add(texts.get("documents.inForce", texts.day(day))));
        Stream.of(
                        String.join(", ", d.regions().stream().map(this::place).toList()),
                        d.certification()
                                .map(c -> Names.attestation(c, texts.locale()))
                                .orElse(""),
                        d.level().map(texts::of).orElse(""),
                        d.days().isPresent()
                                ? texts.get("documents.keeps", d.days().getAsInt())
                                : "",
                        d.product(),
                        String.join(", ", d.models()),
                        String.join(", ", d.services()))
                .filter(s -> !s.isEmpty())
                .forEach(says::add);
        return says;
    }

    private void remove(Evidence d) {
        List<Evidence> before = model.answersProperty().get().evidence();
        model.evidence(before.stream().filter(e -> e != d).toList());
        notices.undoInAssessment(
                texts.get("actions.removed", d.document().isEmpty() ? texts.of(d.kind()) : d.document()),
                () -> model.evidence(before));
    }

    private String place(domicile.residency.Place place) {
        return Names.place(place, model.register().areas(), texts.locale());
    }
}
