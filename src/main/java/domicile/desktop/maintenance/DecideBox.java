package domicile.desktop.maintenance;

import domicile.assessment.Impact;
import domicile.desktop.kit.FactTexts;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Passages;
import domicile.desktop.kit.ScrollTo;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.residency.Citation;
import domicile.residency.Quote;
import domicile.source.QuotedFact;
import domicile.source.WordDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * What a fact says, how its words stand, and what a person can decide where the page now says something else: old and
 * new side by side with the words that differ.
 */
final class DecideBox {
    /** Below this width, in units of the text size, old and new stand one below the other. */
    private static final double NARROW = 30;

    private final Texts texts;
    private final Does does;
    private final VBox box = new VBox();
    /** Its letters are the measure of the room that there is. */
    private final Label measure = Lines.text("");

    /** What can be decided. */
    interface Does {
        /** The newest page's passage carries the fact. */
        void keep(QuotedFact fact);

        void edit(QuotedFact fact);

        void conflict(QuotedFact fact);

        /** Works out which saved assessments would change without the fact. */
        void weigh(QuotedFact fact, ReadOnlyObjectWrapper<Optional<List<Impact>>> found);

        /** The page no longer says it. */
        void remove(QuotedFact fact);
    }

    DecideBox(Texts texts, Does does) {
        this.texts = texts;
        this.does = does;
        box.getStyleClass().add("decide");
        box.setId("fact-words");
        box.setMinWidth(0);
    }

    Node node() {
        return box;
    }

    void clear() {
        box.getChildren().clear();
    }

    /**
     * Shows a fact.
     *
     * @param name with its offering
     * @param newest whether the newest page is shown, against which it can be decided
     */
    void show(QuotedFact fact, String name, FactTexts says, boolean newest) {
        Mark mark = Standings.mark(fact.standing(), texts);
        Label marked = RegisterLabels.label(mark);
        marked.getStyleClass().add("layer-head");
        box.getChildren()
                .setAll(
                        Lines.text(name, "pane-title"),
                        Lines.text(says.value(fact.fact().value()), "layer-head"));
        if (!fact.fact().text().isEmpty()) {
            box.getChildren().add(Lines.text(fact.fact().text(), "muted"));
        }
        box.getChildren().add(marked);
        box.getChildren().add(measure);
        measure.setManaged(false);
        Citation citation = fact.citation();
        if (fact.standing().differs()) {
            differs(fact);
            if (newest) {
                actions(fact);
            }
        } else {
            citation.quote()
                    .map(Quote::exact)
                    .ifPresent(q -> box.getChildren().add(Lines.text(texts.get("cite.quote", q), "quoted")));
            box.getChildren().add(Lines.text(texts.get("cite.read", texts.day(citation.read())), "muted"));
            if (newest && !fact.standing().stands()) {
                box.getChildren().add(Lines.text(texts.get("page.pick"), "muted"));
            }
        }
    }

    private void differs(QuotedFact fact) {
        String old = fact.result()
                .map(r -> r.old())
                .or(() -> fact.citation().quote().map(Quote::exact))
                .orElse("");
        String now = fact.result().flatMap(r -> r.now()).orElse("");
        WordDifference words = WordDifference.of(old, now);
        boolean cosmetic = fact.result().filter(r -> r.cosmetic()).isPresent();
        if (cosmetic) {
            box.getChildren().add(Lines.text(texts.get("page.cosmetic"), "muted"));
        }
        FlowPane both = new FlowPane();
        both.getStyleClass().add("both");
        both.setPrefWrapLength(100);
        both.getChildren()
                .add(side(
                        texts.get("page.was", texts.day(fact.citation().read())),
                        Passages.differing(words.before(), "passage-gone"),
                        "words-before",
                        both));
        if (!now.isEmpty()) {
            both.getChildren()
                    .add(side(
                            texts.get("page.is"),
                            Passages.differing(words.after(), "passage-new"),
                            "words-after",
                            both));
        }
        box.getChildren().add(both);
        switch (fact.standing()) {
            case GONE -> box.getChildren().add(Lines.text(texts.get("page.none"), "muted"));
            case AMBIGUOUS ->
                box.getChildren()
                        .add(Lines.text(
                                texts.get(
                                        "page.places",
                                        fact.result().map(r -> r.places()).orElse(0)),
                                "muted"));
            case CHANGED, SAME, MOVED, UNQUOTED, WITHDRAWN, NO_PAGE -> {
                // Said by the two passages.
            }
        }
    }

    private Node side(String head, TextFlow words, String id, FlowPane both) {
        VBox side = new VBox(Lines.text(head, "muted"), words);
        side.setId(id);
        side.getStyleClass().add("difference");
        side.setMinWidth(0);
        side.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> {
                            double em = measure.getFont().getSize();
                            double all = Math.max(0, both.getWidth());
                            return all >= NARROW * em ? (all - both.getHgap()) / 2 - 1 : all;
                        },
                        both.widthProperty(),
                        both.hgapProperty(),
                        measure.fontProperty()));
        return side;
    }

    private void actions(QuotedFact fact) {
        List<Button> buttons = new ArrayList<>();
        if (fact.result().flatMap(r -> r.now()).isPresent()) {
            Button keep = button("page.keep", "keep-fact", Feather.CHECK, () -> does.keep(fact));
            keep.getStyleClass().add("accent");
            buttons.add(keep);
        }
        buttons.add(button("page.edit", "change-fact", Feather.EDIT_2, () -> does.edit(fact)));
        buttons.add(button("page.conflict", "conflict-fact", Feather.ALERT_TRIANGLE, () -> does.conflict(fact)));
        buttons.add(button("page.gone", "gone-fact", Feather.X, () -> weigh(fact)));
        box.getChildren().add(row(buttons.toArray(Button[]::new)));
        box.getChildren().add(Lines.text(texts.get("page.pick"), "muted"));
    }

    /** Buttons of which none is wider than the pane, however large the text is. */
    static Node row(Button... buttons) {
        for (Button button : buttons) {
            button.setWrapText(true);
            button.setMinHeight(Region.USE_PREF_SIZE);
        }
        FlowPane row = Lines.of(Pos.CENTER_LEFT, "buttons-row", buttons);
        for (Button button : buttons) {
            Ui.wrapWithin(row, button);
        }
        return row;
    }

    private Button button(String key, String id, Ikon sign, Runnable act) {
        Button button = new Button(texts.get(key), Icons.of(sign));
        button.setId(id);
        button.setOnAction(e -> act.run());
        return button;
    }

    /** Which assessments would change is told before it is done. */
    private void weigh(QuotedFact fact) {
        ReadOnlyObjectWrapper<Optional<List<Impact>>> impacts = new ReadOnlyObjectWrapper<>(Optional.empty());
        does.weigh(fact, impacts);
        ImpactView impact = new ImpactView(impacts.getReadOnlyProperty(), texts);
        Button remove = button("page.gone.now", "remove-fact", Feather.TRASH_2, () -> does.remove(fact));
        remove.getStyleClass().addAll("danger", "button-outlined");
        Button leave = new Button(texts.get("edit.cancel"));
        leave.getStyleClass().add("flat");
        leave.setOnAction(e -> {
            box.getChildren().removeLast();
            box.lookupAll("#gone-fact").forEach(Node::requestFocus);
        });
        boolean others = fact.fact().citations().size() > 1;
        VBox confirm = new VBox(
                Lines.text(texts.get(others ? "page.gone.cited" : "page.gone.fact"), "notice"),
                row(remove, leave),
                impact.all());
        confirm.getStyleClass().add("decide");
        confirm.setId("gone-confirm");
        box.getChildren().removeIf(n -> "gone-confirm".equals(n.getId()));
        box.getChildren().add(confirm);
        // what has just been put there has no size before it is dressed
        box.applyCss();
        ScrollTo.focus(remove);
    }
}
