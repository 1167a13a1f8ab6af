package domicile.desktop.maintenance;

import domicile.desktop.kit.Texts;
import domicile.desktop.kit.WrappedCell;
import domicile.register.RegisterKey;
import domicile.source.QuotedFact;
import domicile.source.SourceReview;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

/**
 * The facts that cite a page, what waits for a decision first, and below them what can be decided of the chosen one.
 */
final class PageFacts {
    private final PagesViewModel model;
    private final Texts texts;
    private final Consumer<QuotedFact> chosen;
    private final ListView<QuotedFact> facts = new ListView<>();
    private final Label head = Lines.text("", "layer-head");
    private final VBox pane;
    private boolean setting;

    /**
     * @param decide what is below the list
     * @param chosen is told when somebody chooses another fact
     */
    PageFacts(PagesViewModel model, Texts texts, Node decide, Consumer<QuotedFact> chosen) {
        this.model = model;
        this.texts = texts;
        this.chosen = chosen;
        facts.setId("page-facts");
        facts.getStyleClass().add("passages");
        facts.setAccessibleText(texts.get("page.facts"));
        facts.setCellFactory(list -> new FactCell(list));
        facts.getSelectionModel().selectedItemProperty().subscribe((was, is) -> {
            if (is != null && !setting) {
                chosen.accept(is);
            }
        });
        pane = new VBox(head, facts, decide);
        pane.getStyleClass().add("facts-pane");
        // or the widest of the buttons would make it wider than there is room
        pane.setMinWidth(0);
    }

    Node node() {
        return pane;
    }

    ListView<QuotedFact> list() {
        return facts;
    }

    Optional<QuotedFact> selected() {
        return Optional.ofNullable(facts.getSelectionModel().getSelectedItem());
    }

    void clear() {
        setting = true;
        facts.getItems().clear();
        setting = false;
    }

    void chooseNone() {
        facts.getSelectionModel().clearSelection();
    }

    void choose(QuotedFact fact) {
        facts.getSelectionModel().select(fact);
        facts.scrollTo(fact);
    }

    void focus() {
        facts.requestFocus();
    }

    /** What waits for a decision comes first, then what has no words. */
    private static int rank(QuotedFact fact) {
        return fact.standing().differs() ? 0 : fact.standing().stands() ? 2 : 1;
    }

    /** Shows the facts as they stand now; the chosen one stays chosen, or after a decision the next is. */
    void show(SourceReview of) {
        Optional<RegisterKey> was = selected().map(QuotedFact::part);
        int at = Math.max(0, facts.getSelectionModel().getSelectedIndex());
        boolean decided = was.flatMap(of::fact).filter(f -> rank(f) == 2).isPresent()
                && selected().filter(f -> rank(f) < 2).isPresent();
        List<QuotedFact> sorted = of.facts().stream()
                .sorted(Comparator.comparingInt(PageFacts::rank))
                .toList();
        setting = true;
        facts.getItems().setAll(sorted);
        head.setText(texts.get("page.facts.count", of.facts().size(), of.quoted()));
        Optional<QuotedFact> same = decided
                ? Optional.empty()
                : was.flatMap(part ->
                        sorted.stream().filter(f -> f.part().equals(part)).findFirst());
        same.ifPresentOrElse(
                f -> facts.getSelectionModel().select(f),
                () -> facts.getSelectionModel()
                        .clearAndSelect(sorted.isEmpty() ? -1 : Math.min(at, sorted.size() - 1)));
        setting = false;
        selected().ifPresent(chosen);
        facts.scrollTo(Math.max(0, facts.getSelectionModel().getSelectedIndex() - 1));
    }

    private final class FactCell extends WrappedCell<QuotedFact> {
        FactCell(ListView<QuotedFact> list) {
            super(list);
        }

        @Override
        protected void show(QuotedFact fact, VBox into) {
            into.getChildren()
                    .addAll(
                            Lines.text(model.name(fact), "fact-name"),
                            RegisterLabels.label(Standings.mark(fact.standing(), texts)));
        }

        @Override
        protected String said(QuotedFact fact) {
            return model.name(fact) + ", "
                    + Standings.mark(fact.standing(), texts).word();
        }
    }
}
