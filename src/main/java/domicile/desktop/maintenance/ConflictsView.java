package domicile.desktop.maintenance;

import domicile.desktop.Texts;
import domicile.desktop.register.FactTexts;
import domicile.register.Part;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.util.List;
import java.util.stream.Collectors;
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
        Label title = Lines.text(texts.get("conflicts.count", count), "pane-title");
        Label explained = Lines.text(texts.get("conflicts.explained"), "muted");
        all.getChildren().setAll(title, explained);
        for (Offering offering : register.offerings()) {
            offering.conflicts().forEach((key, facts) -> all.getChildren().add(one(offering, key, facts, register)));
        }
    }

    private Node one(Offering offering, String key, List<Fact<?>> facts, Register register) {
        Part part = Part.fact(offering.id(), key);
        VBox box = new VBox(Lines.text(offering.name() + ": " + Parts.name(part, texts), "layer-head"));
        FactTexts says = new FactTexts(texts, register);
        for (Fact<?> fact : facts) {
            String pages = fact.citations().stream()
                    .map(c -> "[" + c.source() + "] "
                            + register.source(c.source())
                                    .map(s -> s.publisher() + ": " + s.title() + ", ")
                                    .orElse("")
                            + texts.get("cite.read", texts.day(c.read())))
                    .collect(Collectors.joining("; "));
            String words = fact.text().isEmpty() ? "" : " “" + fact.text() + "”";
            box.getChildren().add(Lines.text(says.value(fact.value()) + words + "  " + pages, "fact"));
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
