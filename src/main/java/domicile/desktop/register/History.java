package domicile.desktop.register;

import domicile.desktop.kit.FactTexts;
import domicile.desktop.kit.QuoteLink;
import domicile.desktop.kit.Texts;
import domicile.register.Change;
import domicile.register.FieldChange;
import domicile.register.PartFields;
import domicile.register.RegisterKey;
import domicile.register.Version;
import domicile.residency.Offering;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the register has said about an offering over time: change by change, the latest first, field by field. */
final class History {
    private final Texts texts;
    private final Loads<String, List<Version>> history;
    private final Consumer<LocalDate> asOf;
    private final ZoneId zone;

    /** @param zone in which the day is told on which the register learned of a change */
    History(Texts texts, Loads<String, List<Version>> history, Consumer<LocalDate> asOf, ZoneId zone) {
        this.texts = texts;
        this.history = history;
        this.asOf = asOf;
        this.zone = zone;
    }

    void show(Offering offering, VBox into) {
        history.load(offering.id(), versions -> {
            into.getChildren().clear();
            byChange(versions).reversed().forEach(same -> into.getChildren().add(change(same)));
        });
    }

    /** The versions of one change together, in the order in which the register learned of them. */
    static List<List<Version>> byChange(List<Version> versions) {
        Map<Long, List<Version>> byChange = new LinkedHashMap<>();
        versions.stream()
                .sorted(java.util.Comparator.comparing((Version v) -> v.change().number()))
                .forEach(v -> byChange.computeIfAbsent(v.change().number(), n -> new ArrayList<>())
                        .add(v));
        return List.copyOf(byChange.values());
    }

    private Node change(List<Version> same) {
        Change change = same.getFirst().change();
        VBox box = new VBox();
        box.getStyleClass().add("change");
        Label head = label(texts.get(
                "history.change",
                texts.day(change.validFrom()),
                texts.day(LocalDate.ofInstant(change.knownAt(), zone)),
                change.by()));
        head.getStyleClass().add("layer-head");
        box.getChildren().add(head);
        if (!change.why().isEmpty()) {
            box.getChildren().add(muted(change.why()));
        }
        long first = same.stream().filter(v -> v.before().isEmpty()).count();
        if (first > 0) {
            box.getChildren().add(label(texts.get("history.added", first)));
        }
        same.stream()
                .filter(v -> v.before().isPresent())
                .forEach(v -> box.getChildren().add(version(v)));
        Button then = new Button(texts.get("history.asOf", texts.day(change.validFrom())));
        then.getStyleClass().addAll("flat", "small");
        then.setOnAction(e -> asOf.accept(change.validFrom()));
        box.getChildren().add(then);
        return box;
    }

    private Node version(Version version) {
        String about = version.part().kind() == RegisterKey.Kind.FACT
                ? FactTexts.aboutId(version.part().key(), texts)
                : texts.get("history.offering");
        VBox box = new VBox();
        box.getStyleClass().add("fact");
        if (version.json().isEmpty()) {
            box.getChildren().add(label(texts.get("history.removed", about)));
            return box;
        }
        box.getChildren().add(label(about));
        version.fields().forEach(f -> box.getChildren().add(muted(line(f, version))));
        return box;
    }

    private String line(FieldChange field, Version version) {
        String name = texts.find("field." + field.field()).orElse(field.field());
        if (field.field().equals("quote")) {
            String nothing = texts.get("history.nothing");
            return texts.get(
                    "history.field",
                    name,
                    QuoteLink.said(version.before(), texts).orElse(nothing),
                    QuoteLink.said(version.json(), texts).orElse(nothing));
        }
        return texts.get("history.field", name, value(field.before()), value(field.after()));
    }

    private String value(Optional<String> json) {
        return json.map(v -> String.join(", ", PartFields.items(v))).orElse(texts.get("history.nothing"));
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static Label muted(String text) {
        Label label = label(text);
        label.getStyleClass().add("muted");
        return label;
    }
}
