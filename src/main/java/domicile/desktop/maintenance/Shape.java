package domicile.desktop.maintenance;

import static domicile.desktop.maintenance.Field.maybe;
import static domicile.desktop.maintenance.Field.needed;

import domicile.desktop.maintenance.Field.Input;
import domicile.register.Part;
import domicile.residency.Attestation;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.Selection;
import domicile.residency.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Everything that is added and changed by hand, with its fields in the order of a pack: every kind of fact first. */
enum Shape {
    PLACEMENT(
            "placement",
            needed("layer", Layer.values()).identifying(),
            needed("id", Input.ID).identifying(),
            needed("name", Input.LINE),
            needed("selection", Selection.values()),
            needed("places", Input.PLACES),
            maybe("openEnded", Input.FLAG),
            maybe("deployments", Input.DEPLOYMENTS),
            maybe("since", Input.PUBLISHED_DATE),
            maybe("models", Input.IDS).identifying(),
            maybe("services", Input.IDS).identifying()),
    ATTESTATION(
            "attestation",
            needed("kind", Attestation.Kind.values()).identifying(),
            needed("status", Attestation.Status.values()),
            needed("holder", Input.PROVIDER),
            maybe("scope", Input.LINE),
            maybe("level", Attestation.FedRampLevel.values()),
            maybe("deployments", Input.DEPLOYMENTS),
            maybe("since", Input.PUBLISHED_DATE),
            maybe("outOfScope", Input.IDS),
            maybe("someServicesOutOfScope", Input.FLAG),
            maybe("models", Input.IDS).identifying(),
            maybe("services", Input.IDS).identifying()),
    RETENTION(
            "retention",
            needed("days", Input.WHOLE),
            maybe("from", Input.PUBLISHED_DATE).identifying(),
            needed("what", Input.LINE),
            maybe("models", Input.IDS).identifying(),
            maybe("services", Input.IDS).identifying()),
    ZDR(
            "zdr",
            needed("zdr", FactValue.Zdr.values()),
            maybe("models", Input.IDS).identifying(),
            maybe("services", Input.IDS).identifying()),
    TRAINING_REUSE("trainingReuse", needed("reuse", FactValue.Reuse.values())),
    MODEL_FAMILIES("modelFamilies", needed("families", Input.IDS), maybe("openEnded", Input.FLAG)),
    CORPORATE_TIE(
            "corporateTie",
            needed("party", Input.LINE).identifying(),
            needed("country", Input.COUNTRY).identifying(),
            needed("relation", FactValue.Relation.values())),
    TRUST_PORTAL("trustPortal", needed("url", Input.ADDRESS)),
    HEADQUARTERS("headquarters", needed("country", Input.COUNTRY), needed("city", Input.LINE)),
    GOVERNING_LAW("governingLaw", needed("country", Input.COUNTRY)),
    NOTE("note", needed("topic", Input.LINE).identifying()),
    OFFERING(
            Part.Kind.OFFERING,
            needed("id", Input.ID).identifying(),
            needed("name", Input.LINE),
            needed("provider", Input.PROVIDER),
            needed("operator", Input.PROVIDER),
            maybe("products", Input.NAMES),
            maybe("models", Input.MODELS)),
    SOURCE(
            Part.Kind.SOURCE,
            needed("number", Input.WHOLE).identifying(),
            needed("kind", Source.Kind.values()),
            needed("publisher", Input.LINE),
            needed("title", Input.LINE),
            maybe("url", Input.ADDRESS),
            needed("states", Input.WORDS)),
    PROVIDER(Part.Kind.PROVIDER, needed("id", Input.ID).identifying(), needed("name", Input.LINE));

    private final Part.Kind kind;
    private final String fact;
    private final List<Field> fields;

    Shape(String fact, Field... own) {
        this.kind = Part.Kind.FACT;
        this.fact = fact;
        List<Field> all = new ArrayList<>(List.of(own));
        // A note is nothing but its text.
        all.add(fact.equals("note") ? needed("text", Input.WORDS) : maybe("text", Input.WORDS));
        all.add(maybe("variant", Input.ID).identifying());
        this.fields = List.copyOf(all);
    }

    Shape(Part.Kind kind, Field... own) {
        this.kind = kind;
        this.fact = "";
        this.fields = List.of(own);
    }

    Part.Kind kind() {
        return kind;
    }

    /** What a pack calls this kind of fact; empty for what is no fact. */
    String fact() {
        return fact;
    }

    List<Field> fields() {
        return fields;
    }

    Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** The kinds of facts. */
    static List<Shape> facts() {
        return Arrays.stream(values()).filter(s -> s.kind == Part.Kind.FACT).toList();
    }

    /** The shape of a part; a fact's by what its pack calls it. */
    static Shape of(Part.Kind kind, String fact) {
        return Arrays.stream(values())
                .filter(s -> s.kind == kind && s.fact.equals(kind == Part.Kind.FACT ? fact : ""))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not changed by hand: " + kind + " " + fact));
    }
}
