package domicile.desktop.maintenance;

import domicile.desktop.Mark;
import domicile.desktop.Texts;
import domicile.desktop.register.FactTexts;
import domicile.register.Difference;
import domicile.register.FieldChange;
import domicile.register.Part;
import domicile.residency.Fact;
import domicile.residency.Placement;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** How parts of a register, and the ways in which they differ, are shown. */
final class Parts {

    private Parts() {}

    /** A fact as a reader knows it: a placement by the name that its provider gives it. */
    static String name(Fact<?> fact, Texts texts) {
        return fact.value() instanceof Placement p
                ? texts.of(p.layer()) + ": " + p.name() + (fact.variant().isEmpty() ? "" : " (" + fact.variant() + ")")
                : FactTexts.aboutId(fact.id(), texts);
    }

    /** A part without its offering: {@code SOC 2 Type II}, {@code source · 25}. */
    static String name(Part part, Texts texts) {
        return switch (part.kind()) {
            case FACT -> FactTexts.aboutId(part.key(), texts);
            case OFFERING -> texts.get("part.offering");
            case COUNTRY, BLOC, REGION, ADEQUACY, SOURCE, PROVIDER, CONTROL ->
                part.text().replaceFirst(":", " · ");
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

    /** Fields before and after, one line each. */
    static VBox fields(Iterable<FieldChange> fields) {
        VBox lines = new VBox();
        for (FieldChange f : fields) {
            String after = f.after().map(Parts::plain).orElse("–");
            Label line = new Label(f.field() + ": "
                    + f.before().map(b -> plain(b) + "  →  " + after).orElse(after));
            line.setWrapText(true);
            line.getStyleClass().add("field-change");
            lines.getChildren().add(line);
        }
        return lines;
    }

    /** A JSON text without its quotes; anything else as it is. */
    private static String plain(String json) {
        return json.length() > 1 && json.startsWith("\"") && json.endsWith("\"")
                ? json.substring(1, json.length() - 1).replace("\\\"", "\"")
                : json;
    }
}
