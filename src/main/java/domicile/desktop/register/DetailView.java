package domicile.desktop.register;

import domicile.desktop.Mark;
import domicile.desktop.Texts;
import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Placement;
import domicile.residency.PublishedDate;
import domicile.residency.Register;
import domicile.residency.Source;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** One offering: three layers side by side and never merged, then everything else, each fact with its citations. */
final class DetailView {
    private final Texts texts;
    private final RegisterViewModel model;
    private final Consumer<String> openLink;
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);

    DetailView(RegisterViewModel model, Texts texts, Consumer<String> openLink) {
        this.model = model;
        this.texts = texts;
        this.openLink = openLink;
        content.getStyleClass().add("detail");
        content.setId("detail");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        model.selectedProperty().subscribe(o -> show());
        model.registerProperty().subscribe(r -> show());
    }

    Node node() {
        return scroll;
    }

    private void show() {
        content.getChildren().clear();
        model.registerProperty()
                .get()
                .ifPresent(register -> model.selectedProperty()
                        .get()
                        .flatMap(o -> register.offering(o.id()))
                        .ifPresent(o -> show(o, register)));
        scroll.setVvalue(0);
    }

    private void show(Offering o, Register register) {
        Label title = new Label(o.name());
        title.getStyleClass().add("detail-title");
        title.setWrapText(true);
        Label sold = muted(
                texts.get("detail.sold", register.providerName(o.provider()), register.providerName(o.operator())));
        content.getChildren().addAll(title, sold, layers(o, register));
        if (!o.conflicts().isEmpty()) {
            Label conflict = new Label("! " + texts.get("detail.conflict"));
            conflict.getStyleClass().addAll("mark-open", "notice");
            content.getChildren().add(conflict);
        }
        section("detail.attestations", o.facts(Attestation.class), register);
        section(
                "detail.retention",
                o.facts().stream()
                        .filter(f -> f.value() instanceof FactValue.Retention
                                || f.value() instanceof FactValue.ZeroRetention
                                || f.value() instanceof FactValue.TrainingReuse)
                        .toList(),
                register);
        section("detail.ties", o.facts(FactValue.CorporateTie.class), register);
        section(
                "detail.other",
                o.facts().stream()
                        .filter(f -> f.value() instanceof FactValue.ModelFamilies
                                || f.value() instanceof FactValue.TrustPortal
                                || f.value() instanceof FactValue.Headquarters
                                || f.value() instanceof FactValue.GoverningLaw
                                || f.value() instanceof FactValue.Note)
                        .toList(),
                register);
    }

    private Node layers(Offering o, Register register) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("layers");
        int column = 0;
        for (Layer layer : Layer.values()) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / Layer.values().length);
            grid.getColumnConstraints().add(third);
            VBox box = new VBox();
            box.getStyleClass().add("layer");
            box.setId("layer-" + layer);
            Label head = new Label(texts.of(layer));
            head.getStyleClass().add("layer-head");
            box.getChildren().add(head);
            List<Fact<Placement>> placements = o.placements(layer);
            if (layer == Layer.STORAGE && RegisterViewModel.stateless(o)) {
                o.zeroRetention().ifPresent(f -> box.getChildren().add(fact(f, register)));
            } else if (placements.isEmpty()) {
                Label none = new Label("? " + texts.get("detail.notPublished"));
                none.getStyleClass().add("mark-open");
                box.getChildren().add(none);
            }
            placements.forEach(f -> box.getChildren().add(fact(f, register)));
            grid.add(box, column++, 0);
        }
        return grid;
    }

    private void section(String key, List<? extends Fact<?>> facts, Register register) {
        Label head = new Label(texts.get(key));
        head.getStyleClass().add("section-head");
        content.getChildren().add(head);
        if (facts.isEmpty()) {
            content.getChildren().add(muted(texts.get("detail.none")));
        }
        facts.forEach(f -> content.getChildren().add(fact(f, register)));
    }

    private Node fact(Fact<?> fact, Register register) {
        Label says = new Label(says(fact.value(), register));
        says.setWrapText(true);
        says.getStyleClass().add("fact-value");
        if (fact.value() instanceof Attestation a) {
            says.getStyleClass()
                    .add(
                            switch (a.status()) {
                                case HELD -> "mark-good";
                                case SCOPED -> "mark-part";
                                case NOT_HELD -> "mark-bad";
                                case NOT_PUBLISHED, VERIFY -> "mark-open";
                            });
        }
        VBox box = new VBox(says);
        box.getStyleClass().add("fact");
        if (!fact.text().isEmpty()) {
            Label text = muted(fact.text());
            box.getChildren().add(text);
        }
        FlowPane cites = new FlowPane();
        cites.getStyleClass().add("cites");
        fact.citations().forEach(c -> cites.getChildren().add(cite(c, register)));
        cites.getChildren()
                .add(muted(texts.get(
                        "cite.read", texts.day(fact.citations().getFirst().read()))));
        box.getChildren().add(cites);
        return box;
    }

    private Node cite(Citation citation, Register register) {
        Hyperlink link = new Hyperlink("[" + citation.source() + "]");
        register.source(citation.source()).ifPresent(s -> {
            String tip = s.publisher() + ", " + s.title()
                    + (s.kind() == Source.Kind.COMPILED ? " (" + texts.get("cite.secondHand") + ")" : "")
                    + (s.url().isEmpty() ? "" : "\n" + s.url());
            link.setTooltip(new Tooltip(tip));
            link.setAccessibleText(tip);
            link.setDisable(s.url().isEmpty());
            link.setOnAction(e -> openLink.accept(s.url()));
        });
        return link;
    }

    private Label muted(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private String says(FactValue value, Register register) {
        return switch (value) {
            case Placement p ->
                p.name() + "\n"
                        + p.places().stream()
                                .map(place -> Names.place(place, register.areas(), texts.locale()))
                                .collect(Collectors.joining(", "))
                        + (p.openEnded() ? ", " + texts.get("detail.openEnded") : "")
                        + " · " + texts.of(p.selection());
            case Attestation a -> {
                Mark mark = Mark.of(
                        new Offering(
                                "", "", "", "", List.of(new Fact<>(a, "", List.of(new Citation(0, register.asOf()))))),
                        a.kind(),
                        texts);
                yield Names.attestation(a.kind()) + ": " + mark.text() + " · " + register.providerName(a.holder())
                        + (a.scope().isEmpty() ? "" : " · " + a.scope())
                        + a.since()
                                .map(s -> " · " + texts.get("detail.since", s.text()))
                                .orElse("");
            }
            case FactValue.Retention r ->
                r.what() + ": " + texts.get("detail.days", r.days())
                        + r.from()
                                .map(PublishedDate::text)
                                .map(d -> " · " + texts.get("detail.from", d))
                                .orElse("");
            case FactValue.ZeroRetention z -> "ZDR: " + texts.of(z.zdr());
            case FactValue.TrainingReuse t -> texts.of(t.reuse());
            case FactValue.ModelFamilies m -> String.join(", ", m.families()) + (m.openEnded() ? " …" : "");
            case FactValue.CorporateTie c ->
                texts.get(
                        "detail.tie",
                        c.party(),
                        java.util.Locale.of("", c.country()).getDisplayCountry(texts.locale()));
            case FactValue.TrustPortal t -> t.url();
            case FactValue.Headquarters h -> h.city();
            case FactValue.GoverningLaw g ->
                java.util.Locale.of("", g.country()).getDisplayCountry(texts.locale());
            case FactValue.Note n -> n.topic();
        };
    }
}
