package domicile.desktop.maintenance;

import domicile.desktop.Texts;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Source;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Every fact that sources disagree about, with all its values. */
final class ConflictsView {
    private final Keeper keeper;
    private final Texts texts;
    private final java.util.function.Consumer<String> history;
    private final VBox all = new VBox();
    private final ScrollPane root = new ScrollPane(all);

    /**
     * @param history shows an offering's history
     */
    ConflictsView(Keeper keeper, Texts texts, java.util.function.Consumer<String> history) {
        this.keeper = keeper;
        this.texts = texts;
        this.history = history;
        all.setId("conflicts");
        all.getStyleClass().add("detail");
        root.setFitToWidth(true);
        root.getStyleClass().add("edge-to-edge");
    }

    Node node() {
        return root;
    }

    void refresh() {
        keeper.background().run(() -> keeper.store().asOf(keeper.today()), this::show, keeper.failed());
    }

    private void show(Register register) {
        long count = register.offerings().stream()
                .mapToLong(o -> o.conflicts().size())
                .sum();
        Label title = new Label(texts.get("conflicts.count", count));
        title.getStyleClass().add("pane-title");
        Label explained = new Label(texts.get("conflicts.explained"));
        explained.setWrapText(true);
        explained.getStyleClass().add("muted");
        all.getChildren().setAll(title, explained);
        for (Offering offering : register.offerings()) {
            offering.conflicts().forEach((key, facts) -> all.getChildren().add(one(offering, key, facts, register)));
        }
    }

    private Node one(Offering offering, String key, List<Fact<?>> facts, Register register) {
        Label head =
                new Label(offering.name() + ": " + key.replaceFirst("/$", "").replace("/", " · "));
        head.getStyleClass().add("layer-head");
        VBox box = new VBox(head);
        for (Fact<?> fact : facts) {
            Optional<Source> source =
                    register.source(fact.citations().getFirst().source());
            Label said = new Label("“" + fact.text() + "”  ["
                    + fact.citations().getFirst().source() + "] "
                    + source.map(s -> s.publisher() + ": " + s.title()).orElse("") + ", "
                    + texts.get(
                            "cite.read", texts.day(fact.citations().getFirst().read())));
            said.setWrapText(true);
            said.getStyleClass().add("fact");
            box.getChildren().add(said);
        }
        Button open = new Button(texts.get("conflicts.history"));
        open.getStyleClass().addAll("flat", "small");
        open.setAccessibleText(texts.get("conflicts.history") + ": " + offering.name());
        open.setOnAction(e -> history.accept(offering.id()));
        box.getChildren().add(open);
        box.getStyleClass().add("difference");
        return box;
    }
}
