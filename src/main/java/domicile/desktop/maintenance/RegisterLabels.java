package domicile.desktop.maintenance;

import domicile.desktop.kit.FactTexts;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.QuoteLink;
import domicile.desktop.kit.Texts;
import domicile.register.Change;
import domicile.register.Difference;
import domicile.register.FieldChange;
import domicile.register.PartFields;
import domicile.register.RegisterKey;
import domicile.register.Version;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.Placement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** How parts of a register, and the ways in which they differ, are shown. */
final class RegisterLabels {

    private RegisterLabels() {}

    /** A fact as a reader knows it: a placement by the name that its provider gives it. */
    static String name(Fact<?> fact, Texts texts) {
        return fact.value() instanceof Placement p
                ? texts.pair(texts.of(p.layer()), p.name())
                        + apart(p.appliesTo().models())
                        + apart(p.appliesTo().services())
                        + apart(fact.variant().isEmpty() ? List.of() : List.of(fact.variant()))
                : FactTexts.aboutId(fact.id(), texts);
    }

    private static String apart(List<String> by) {
        return by.isEmpty() ? "" : " (" + String.join(", ", by) + ")";
    }

    /** A part without its offering: {@code SOC 2 Type II}, {@code Source 25}. */
    static String name(RegisterKey part, Texts texts) {
        return switch (part.kind()) {
            case FACT -> FactTexts.aboutId(part.key(), texts);
            case OFFERING -> texts.get("part.offering");
            case COUNTRY -> texts.get("part.country", part.key());
            case BLOC -> texts.get("part.bloc", part.key());
            case REGION -> texts.get("part.region", part.key());
            case ADEQUACY -> texts.get("part.adequacy", part.key());
            case SOURCE -> texts.get("part.source", part.key());
            case PROVIDER -> texts.get("part.provider", part.key());
            case CONTROL -> texts.get("part.control", part.key());
            case CAPTURE ->
                texts.get("part.capture", part.key().replaceFirst("^(\\d+)/([^/]*)/(.{8}).*", "$1, $2, $3"));
        };
    }

    /** How a register and a pack differ, as symbol, word and colour. */
    static Mark mark(Difference.Kind kind, Texts texts) {
        return switch (kind) {
            case ADDED -> new Mark("+", texts.get("diff.added"), "mark-good");
            case CHANGED -> new Mark("≠", texts.get("diff.changed"), "mark-part");
            case CONTRADICTS -> new Mark("!", texts.get("diff.contradicts"), "mark-open");
            case CITATION_ONLY -> new Mark("¶", texts.get("diff.citation"), "mark-none");
            case REMOVED -> new Mark("−", texts.get("diff.removed"), "mark-bad");
        };
    }

    static Label label(Mark mark) {
        Label label = new Label(mark.text());
        label.getStyleClass().add(mark.style());
        return label;
    }

    /** A version of a part: from when, by whom and why, and what it changed. */
    static Node version(Version v, Texts texts) {
        Change c = v.change();
        Label from = new Label(texts.get("history.from", texts.day(c.validFrom())));
        from.getStyleClass().add("layer-head");
        Label by = new Label(by(c, texts));
        by.setWrapText(true);
        by.getStyleClass().add("muted");
        VBox box = new VBox(from, by);
        box.getChildren()
                .add(
                        v.json().isEmpty()
                                ? new Label(texts.get("history.gone"))
                                : fields(v.before(), v.json(), v.fields(), texts));
        box.getStyleClass().add("difference");
        return box;
    }

    /** Who made a change, when and why, and the page that it rests on. */
    static String by(Change c, Texts texts) {
        String page = c.cited()
                .map(x -> "  [" + x.source() + "] " + texts.day(x.read()))
                .orElse("");
        return texts.get("history.by", c.by(), texts.day(LocalDate.ofInstant(c.knownAt(), ZoneOffset.UTC)), c.why())
                + page;
    }

    /** What differs between two versions of a part, a line for each field; a fact's pages with their days in one. */
    static VBox fields(Optional<String> before, Optional<String> after, List<FieldChange> fields, Texts texts) {
        VBox lines = new VBox();
        boolean pages = false;
        for (FieldChange f : fields) {
            boolean empty = f.before().isEmpty() && f.after().equals(Optional.of("\"\""));
            if (f.field().equals("source") || f.field().equals("read")) {
                pages = true;
            } else if (f.field().equals("quote")) {
                lines.getChildren()
                        .add(line(
                                texts.get("field.quote"),
                                QuoteLink.said(before, texts),
                                QuoteLink.said(after, texts),
                                texts));
            } else if (!f.field().equals("fact") && !empty) { // what it is about stands above
                lines.getChildren()
                        .add(line(
                                texts.find("field." + f.field()).orElse(f.field()),
                                f.before().map(b -> value(f.field(), b, texts)),
                                f.after().map(a -> value(f.field(), a, texts)),
                                texts));
            }
        }
        if (pages) {
            lines.getChildren()
                    .add(line(
                            texts.get("diff.pages"),
                            before.map(b -> pages(b, texts)),
                            after.map(a -> pages(a, texts)),
                            texts));
        }
        return lines;
    }

    /** What one of two versions of a part says in the fields in which they differ; the pages of facts stay unsaid. */
    static VBox said(List<FieldChange> fields, boolean before, Texts texts) {
        VBox lines = new VBox();
        for (FieldChange f : fields) {
            if (!List.of("fact", "source", "read", "quote").contains(f.field())) {
                String value = (before ? f.before() : f.after())
                        .map(v -> value(f.field(), v, texts))
                        .orElse("–");
                lines.getChildren()
                        .add(Lines.text(
                                texts.get(
                                        "diff.field",
                                        texts.find("field." + f.field()).orElse(f.field()),
                                        value),
                                "field-change"));
            }
        }
        return lines;
    }

    private static Label line(String name, Optional<String> before, Optional<String> after, Texts texts) {
        String now = after.orElse("–");
        return Lines.text(
                texts.get("diff.field", name, before.map(b -> b + "  →  " + now).orElse(now)), "field-change");
    }

    /** The pages that a fact cites, each with its day; of one day for all, the day once. */
    private static String pages(String json, Texts texts) {
        List<Citation> cited = PartFields.citations(json);
        List<LocalDate> days = cited.stream().map(Citation::read).distinct().toList();
        return cited.stream()
                .map(c -> "[" + c.source() + "]"
                        + (days.size() > 1 || c.equals(cited.getLast()) ? " " + texts.day(c.read()) : ""))
                .collect(Collectors.joining(", "));
    }

    /** A value as a reader knows it: a choice in words, a day by the language, a list with commas between. */
    static String value(String field, String json, Texts texts) {
        if (field.equals("models") && json.contains("{")) {
            return ModelLine.written(json).replace("\n", "; ");
        }
        List<String> items = PartFields.items(json);
        return items.stream().map(i -> item(field, i, texts)).collect(Collectors.joining(", "));
    }

    private static String item(String field, String value, Texts texts) {
        if (value.equals("true") || value.equals("false")) {
            return texts.get("value." + value);
        }
        return EditableKind.all(texts.kinds())
                .flatMap(s -> s.field(field).stream())
                .filter(f -> f.choices().stream().anyMatch(c -> c.name().equals(value)))
                .findFirst()
                .map(f -> FieldInput.named(f, value, texts))
                .orElse(value);
    }
}
