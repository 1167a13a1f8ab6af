package domicile.desktop.assessment.common;

import domicile.assessment.OfferingAssessment;
import domicile.assessment.Verdict;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the last answer did to the candidates: who falls, rises or stays, by which rule and citation. */
public final class EffectPane {
    private static final int SHOWN = 2;

    private final AssessmentViewModel model;
    private final Texts texts;
    private final CitationLinks links;
    private final VBox box = new VBox();

    public EffectPane(AssessmentViewModel model, Texts texts, CitationLinks links) {
        this.model = model;
        this.texts = texts;
        this.links = links;
        box.getStyleClass().add("effect");
        box.setId("effect");
        model.assessmentProperty().subscribe(a -> show());
        model.answersProperty().subscribe(a -> show());
    }

    public Node node() {
        return box;
    }

    private void show() {
        box.getChildren().setAll(Ui.text(texts.get("effect.title"), "pane-title"));
        int open = model.open().size();
        if (open > 0) {
            boolean decides =
                    !model.assessmentProperty().get().workload().undecided().isEmpty();
            String words = texts.get(decides ? "effect.open" : "effect.recorded", open);
            Button go = Ui.button(words, "open-questions", model::goToOpen, "flat", decides ? "notice" : "quiet");
            go.setWrapText(true);
            go.setMinWidth(0);
            go.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            go.setMaxWidth(Double.MAX_VALUE);
            box.getChildren().add(go);
        }
        Map<String, Effect> moved = new HashMap<>();
        model.effectsProperty().get().forEach(e -> moved.put(e.offering(), e));
        List<OfferingAssessment> all = model.assessmentProperty().get().offerings();
        if (!moved.isEmpty()) {
            box.getChildren().add(summary(moved, all.size()));
        }
        for (Effect.Direction direction : Effect.Direction.values()) {
            all.forEach(o -> Optional.ofNullable(moved.get(o.offering()))
                    .filter(e -> e.direction() == direction)
                    .ifPresent(e -> box.getChildren().add(candidate(o, Optional.of(e)))));
        }
        all.stream()
                .filter(o -> !moved.containsKey(o.offering()))
                .forEach(o -> box.getChildren().add(candidate(o, Optional.empty())));
    }

    private Node summary(Map<String, Effect> moved, int all) {
        long falls = moved.values().stream()
                .filter(e -> e.direction() == Effect.Direction.FALLS)
                .count();
        long rises = moved.values().stream()
                .filter(e -> e.direction() == Effect.Direction.RISES)
                .count();
        Label label = Ui.muted(texts.get("effect.summary", falls, rises, all - falls - rises));
        label.setId("effect-summary");
        return label;
    }

    private Node candidate(OfferingAssessment o, Optional<Effect> effect) {
        Mark mark = Mark.of(o.verdict(), texts);
        Label verdict = new Label(mark.text());
        verdict.setId("verdict-" + o.offering());
        verdict.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        verdict.getStyleClass().add(mark.style());
        HBox head = new HBox(Ui.text(model.offering(o.offering()), "fact-value"), Ui.gap(), verdict);
        head.getStyleClass().add("bar");
        VBox card = new VBox(head);
        card.getStyleClass().add("candidate");
        effect.ifPresent(e -> moved(card, e));
        return card;
    }

    private void moved(VBox card, Effect e) {
        card.getStyleClass().add(style(e.direction()));
        String words = e.after() == Verdict.NOT_SUITABLE && e.direction() == Effect.Direction.FALLS
                ? texts.get("effect.removes", model.offering(e.offering()))
                : texts.get(key(e.direction()), e.before().map(texts::of).orElse(""));
        card.getChildren().add(Ui.text(words, "moved"));
        e.moves().stream().limit(SHOWN).forEach(m -> {
            Mark mark = Mark.of(m.after().status(), texts);
            card.getChildren()
                    .addAll(
                            Ui.muted(texts.pair(mark.text(), m.after().reason().in(texts.locale()))),
                            links.brief(m.after().citations()));
        });
        if (e.moves().size() > SHOWN) {
            card.getChildren().add(Ui.muted(texts.get("effect.more", e.moves().size() - SHOWN)));
        }
    }

    private static String style(Effect.Direction direction) {
        return switch (direction) {
            case FALLS -> "falls";
            case RISES -> "rises";
            case STAYS -> "stays";
        };
    }

    private static String key(Effect.Direction direction) {
        return switch (direction) {
            case FALLS -> "effect.falls";
            case RISES -> "effect.rises";
            case STAYS -> "effect.stays";
        };
    }
}
