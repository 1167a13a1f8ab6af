package domicile.desktop.maintenance;

import domicile.desktop.kit.FactTexts;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.register.RegisterKey;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Source;
import domicile.vendor.Answer;
import domicile.vendor.Contradiction;
import domicile.vendor.KeptWorkbook;
import domicile.vendor.VendorAnswers;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Every fact that sources disagree about, with all its values. */
final class ConflictsView {
    private final ConflictsViewModel model;
    private final Texts texts;
    private final Consumer<String> openLink;
    private final Consumer<String> history;
    private final VBox all = new VBox();
    private final ScrollPane root = Ui.scroll(all);

    /**
     * @param openLink opens a web page
     * @param history shows an offering's history
     */
    ConflictsView(ConflictsViewModel model, Texts texts, Consumer<String> openLink, Consumer<String> history) {
        this.model = model;
        this.texts = texts;
        this.openLink = openLink;
        this.history = history;
        all.setId("conflicts");
        all.getStyleClass().add("detail");
    }

    Node node() {
        return root;
    }

    void refresh() {
        model.load(this::show);
    }

    private void show(ConflictsViewModel.Shown shown) {
        Label title = Lines.text(texts.get("conflicts.count", shown.conflicts().size()), "pane-title");
        Label explained = Lines.text(texts.get("conflicts.explained"), "muted");
        all.getChildren().setAll(title, explained);
        shown.conflicts().forEach(c -> all.getChildren().add(one(c, shown.register())));
        if (!shown.answered().isEmpty()) {
            all.getChildren()
                    .addAll(
                            Lines.text(
                                    texts.get(
                                            "conflicts.answers",
                                            shown.answered().size()),
                                    "pane-title"),
                            Lines.text(texts.get("conflicts.answers.explained"), "muted"));
            shown.answered().forEach(a -> all.getChildren().add(answered(a, shown.register())));
        }
    }

    /** A vendor's answer and what contradicts it. */
    private Node answered(MaintenanceContext.Contradicted contradicted, Register register) {
        VendorAnswers.Told told = contradicted.told();
        String offering = register.offering(told.workbook().offering())
                .map(Offering::name)
                .orElse(told.workbook().offering());
        VBox box = new VBox(
                Lines.text(texts.pair(offering, told.answer().control()), "layer-head"),
                Lines.text(texts.pair(texts.get("conflicts.vendor"), words(told.answer(), told.workbook())), "fact"));
        for (Contradiction c : told.contradictions()) {
            switch (c) {
                case Contradiction.Published p -> {
                    FactTexts says = new FactTexts(texts, register);
                    for (Fact<?> fact : p.facts()) {
                        box.getChildren().add(Lines.text(says.value(fact.value()), "fact"));
                        fact.citations().forEach(cited -> box.getChildren().add(page(cited, register)));
                    }
                }
                case Contradiction.InHand d ->
                    box.getChildren()
                            .add(Lines.text(
                                    texts.pair(
                                            texts.get("conflicts.inHand"),
                                            texts.of(d.document().kind()) + ", "
                                                    + d.document().title()),
                                    "fact"));
                case Contradiction.Before b ->
                    box.getChildren()
                            .add(Lines.text(
                                    texts.pair(texts.get("conflicts.before"), words(b.answer(), b.workbook())),
                                    "fact"));
            }
        }
        box.getChildren()
                .add(Lines.text(texts.pair(texts.get("conflicts.assessment"), contradicted.assessment()), "muted"));
        box.getStyleClass().add("difference");
        return box;
    }

    private String words(Answer answer, KeptWorkbook workbook) {
        return texts.get("cite.quote", answer.said().text()) + " ("
                + workbook.book().file() + ", " + answer.said().cell() + ")";
    }

    /** The page as a link; one without an address is named alone. */
    private Node page(Citation cited, Register register) {
        Optional<Source> source = register.source(cited.source());
        String words = "[" + cited.source() + "] "
                + source.map(s -> s.publisher() + ": " + s.title() + ", ").orElse("")
                + texts.get("cite.read", texts.day(cited.read()));
        String url = source.map(Source::url).orElse("");
        if (url.isEmpty()) {
            return Lines.text(words, "muted");
        }
        Hyperlink link = new Hyperlink(words);
        link.setWrapText(true);
        link.setOnAction(e -> openLink.accept(url));
        return link;
    }

    private Node one(ConflictsViewModel.Conflict conflict, Register register) {
        Offering offering = conflict.offering();
        RegisterKey part = RegisterKey.fact(offering.id(), conflict.key());
        VBox box = new VBox(Lines.text(texts.pair(offering.name(), RegisterLabels.name(part, texts)), "layer-head"));
        FactTexts says = new FactTexts(texts, register);
        for (Fact<?> fact : conflict.facts()) {
            String words = fact.text().isEmpty() ? "" : " “" + fact.text() + "”";
            box.getChildren().add(Lines.text(says.value(fact.value()) + words, "fact"));
            fact.citations().forEach(c -> box.getChildren().add(page(c, register)));
        }
        Button open = new Button(texts.get("conflicts.history"));
        open.getStyleClass().addAll("flat", "small");
        open.setAccessibleText(texts.pair(texts.get("conflicts.history"), offering.name()));
        open.setOnAction(e -> history.accept(offering.id()));
        box.getChildren().add(open);
        box.getStyleClass().add("difference");
        return box;
    }
}
