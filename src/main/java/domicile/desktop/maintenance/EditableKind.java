package domicile.desktop.maintenance;

import static domicile.desktop.maintenance.Field.maybe;
import static domicile.desktop.maintenance.Field.needed;

import domicile.register.RegisterKey;
import domicile.residency.FactKind;
import domicile.residency.FactKinds;
import domicile.residency.FieldType.Form;
import domicile.residency.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that is added and changed by hand.
 *
 * @param fact its kind, for a fact alone
 * @param fields in the order of a pack
 */
record EditableKind(RegisterKey.Kind kind, Optional<FactKind<?>> fact, List<Field> fields) {
    static final EditableKind OFFERING = new EditableKind(
            RegisterKey.Kind.OFFERING,
            needed("id", Form.ID).identifying(),
            needed("name", Form.LINE),
            needed("provider", Form.PROVIDER),
            needed("operator", Form.PROVIDER),
            maybe("products", Form.NAMES),
            maybe("models", Form.MODELS));
    static final EditableKind SOURCE = new EditableKind(
            RegisterKey.Kind.SOURCE,
            needed("number", Form.WHOLE).identifying(),
            needed("kind", Source.Kind.values()),
            needed("publisher", Form.LINE),
            needed("title", Form.LINE),
            maybe("url", Form.ADDRESS),
            needed("states", Form.WORDS));
    static final EditableKind PROVIDER =
            new EditableKind(RegisterKey.Kind.PROVIDER, needed("id", Form.ID).identifying(), needed("name", Form.LINE));

    EditableKind {
        fields = List.copyOf(fields);
    }

    private EditableKind(RegisterKey.Kind kind, Field... fields) {
        this(kind, Optional.empty(), List.of(fields));
    }

    /** A fact of a kind. */
    static EditableKind of(FactKind<?> kind) {
        return new EditableKind(
                RegisterKey.Kind.FACT,
                Optional.of(kind),
                Stream.concat(
                                kind.fields().stream().map(Field::of),
                                Stream.of(
                                        kind.wordy() ? needed("text", Form.WORDS) : maybe("text", Form.WORDS),
                                        maybe("variant", Form.ID).identifying()))
                        .toList());
    }

    /** A part as it is changed by hand. */
    static EditableKind of(RegisterKey part, FactKinds kinds) {
        return switch (part.kind()) {
            case FACT -> of(kinds.ofFact(part.key()).orElseThrow());
            case OFFERING -> OFFERING;
            case SOURCE -> SOURCE;
            case PROVIDER -> PROVIDER;
            case COUNTRY, BLOC, REGION, ADEQUACY, CONTROL, CAPTURE ->
                throw new IllegalArgumentException("not changed by hand: " + part);
        };
    }

    /** Everything, every kind of fact first. */
    static Stream<EditableKind> all(FactKinds kinds) {
        return Stream.concat(kinds.all().stream().map(EditableKind::of), Stream.of(OFFERING, SOURCE, PROVIDER));
    }

    Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
