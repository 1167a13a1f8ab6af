package domicile.residency;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a fact says, field by field: for kinds that nobody shows in a way of their own. */
public final class FactWords {

    private FactWords() {}

    /** How one medium shows what fields hold. */
    public interface Shown {

        /** The text of a key such as {@code field.days}; empty when there is none. */
        Optional<String> word(String key);

        /** What a value that was chosen is called. */
        Optional<String> choice(Enum<?> value);

        /** One item of a field that is no truth and no choice. */
        String item(FieldType.Form form, String said);

        /** A value after its name. */
        String pair(String name, String value);
    }

    /** One text for each field that the fact has; the value alone where its kind has no other field. */
    public static List<String> of(FactValue fact, Shown shown) {
        FactKind<?> kind = fact.factKind();
        Map<String, Object> json = kind.json(fact);
        return kind.own().stream()
                .flatMap(f -> Stream.ofNullable(json.get(f.name())).map(value -> said(f, value, kind, shown)))
                .toList();
    }

    private static String said(FactField<?, ?> field, Object json, FactKind<?> kind, Shown shown) {
        String name = shown.word("field." + field.name()).orElse(field.name());
        if (json.equals(true) && !field.needed()) {
            return name;
        }
        String value = (json instanceof List<?> items ? items.stream() : Stream.of(json))
                .map(item -> item(field.type(), item.toString(), shown))
                .collect(Collectors.joining(", "));
        return kind.own().size() == 1 ? value : shown.pair(name, value);
    }

    private static String item(FieldType<?> type, String said, Shown shown) {
        return switch (type.form()) {
            case FLAG -> shown.word("value." + said).orElse(said);
            case CHOICE ->
                type.choices().stream()
                        .filter(c -> c.name().equals(said))
                        .findFirst()
                        .flatMap(shown::choice)
                        .orElse(said);
            case LINE,
                    WORDS,
                    ID,
                    IDS,
                    NAMES,
                    MODELS,
                    DEPLOYMENTS,
                    PLACES,
                    COUNTRY,
                    WHOLE,
                    PUBLISHED_DATE,
                    ADDRESS,
                    PROVIDER -> shown.item(type.form(), said);
        };
    }
}
