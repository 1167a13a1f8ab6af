package domicile.residency;

import domicile.problem.Bundles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;

/**
 * A kind of fact: what a pack calls it and its fields. Reader, writer, form, detail, comparison, history and schema
 * follow from it.
 *
 * @param id what a pack calls it, such as {@code trustPortal}
 * @param type its values
 * @param own the fields that say what a fact says, in the order of a pack
 * @param fields these, and those that say for which models and services it speaks
 * @param wordy whether it is nothing but its text, which is then needed
 * @param words the bundle with its words: {@code fact.} and its id, {@code field.} and a field's name, an enum's name
 *     and a constant
 */
public record FactKind<V extends FactValue>(
        String id,
        Class<V> type,
        Function<FieldReader, V> read,
        List<FactField<? super V, ?>> own,
        List<FactField<? super V, ?>> fields,
        boolean wordy,
        String words) {
    private static final FactField<FactValue, List<String>> MODELS = FactField.<FactValue, List<String>>maybe(
                    "models", FieldType.IDS, List.of(), v -> v.appliesTo().models())
            .asIdentity();
    private static final FactField<FactValue, List<String>> SERVICES = FactField.<FactValue, List<String>>maybe(
                    "services", FieldType.IDS, List.of(), v -> v.appliesTo().services())
            .asIdentity();
    private static final String WORDS = "domicile.residency.Facts";

    public FactKind {
        own = List.copyOf(own);
        fields = List.copyOf(fields);
    }

    /** Says the fields of a kind, one after the other, each with where its value is in a fact. */
    public static final class Fields<V extends FactValue> {
        private final List<FactField<? super V, ?>> all = new ArrayList<>();

        private <T> FactField<V, T> add(FactField<V, T> field) {
            all.add(field);
            return field;
        }

        /** A field that is always there. */
        public <T> FactField<V, T> needed(String name, FieldType<T> type, Function<V, T> of) {
            return add(FactField.needed(name, type, of));
        }

        /** A field that may be absent. */
        public <T> FactField<V, Optional<T>> maybe(String name, FieldType<T> type, Function<V, Optional<T>> of) {
            return add(FactField.maybe(name, type, of));
        }

        /** A field that may be absent and then has a value that says nothing, such as an empty list. */
        public <T> FactField<V, T> maybe(String name, FieldType<T> type, T nothing, Function<V, T> of) {
            return add(FactField.maybe(name, type, nothing, of));
        }

        /** Makes the field that was said last part of what a fact is about: with another value it is another fact. */
        public <T> FactField<V, T> identity(FactField<V, T> last) {
            all.removeLast();
            return add(last.asIdentity());
        }
    }

    /**
     * A kind whose facts speak for the whole offering.
     *
     * @param says its fields, and how a fact is made of their values
     */
    public static <V extends FactValue> FactKind<V> of(
            String id, Class<V> type, Function<Fields<V>, Function<FieldReader, V>> says) {
        Fields<V> fields = new Fields<>();
        return new FactKind<>(id, type, says.apply(fields), fields.all, fields.all, false, WORDS);
    }

    /** A kind whose facts may speak for some models or services alone, see {@link #appliesTo}. */
    public static <V extends FactValue> FactKind<V> narrowable(
            String id, Class<V> type, Function<Fields<V>, Function<FieldReader, V>> says) {
        FactKind<V> whole = of(id, type, says);
        List<FactField<? super V, ?>> all = new ArrayList<>(whole.own());
        all.add(MODELS);
        all.add(SERVICES);
        return new FactKind<>(id, type, whole.read(), whole.own(), all, false, WORDS);
    }

    /** For how much of an offering a fact of a {@link #narrowable} kind speaks. */
    public static AppliesTo appliesTo(FieldReader in) {
        return new AppliesTo(in.get(MODELS), in.get(SERVICES));
    }

    /** The same, of facts that are nothing but their text. */
    public FactKind<V> asWords() {
        return new FactKind<>(id, type, read, own, fields, true, words);
    }

    /** The same, with its words in a bundle of its own. */
    public FactKind<V> wordedIn(String bundle) {
        return new FactKind<>(id, type, read, own, fields, wordy, bundle);
    }

    /** Whether its facts may speak for less than an offering. */
    public boolean narrows() {
        return fields.size() > own.size();
    }

    /** Whether some of its fields are part of a fact's key. */
    boolean identified() {
        return own.stream().anyMatch(FactField::identifying);
    }

    /** What a fact is about, by the fields that say so. */
    String key(FactValue fact) {
        V value = type.cast(fact);
        StringBuilder key = new StringBuilder(id);
        for (FactField<? super V, ?> field : own) {
            if (field.identifying()) {
                key.append('/').append(field.json().apply(value).orElse(""));
            }
        }
        return key.append(value.appliesTo().suffix()).toString();
    }

    /** A field by its name. */
    public Optional<FactField<? super V, ?>> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** The fields that a fact has, by name, each with its JSON value. */
    public Map<String, Object> json(FactValue fact) {
        V value = type.cast(fact);
        Map<String, Object> said = new LinkedHashMap<>();
        fields.forEach(f -> f.json().apply(value).ifPresent(json -> said.put(f.name(), json)));
        return said;
    }

    /** Whether a fact has a field of a form. */
    public boolean has(FactValue fact, FieldType.Form form) {
        V value = type.cast(fact);
        return own.stream()
                .anyMatch(f -> f.type().form() == form && f.json().apply(value).isPresent());
    }

    /** A word of its bundle or of the one that all kinds share; empty when there is none. */
    public Optional<String> word(String key, Locale language) {
        return word(words, key, language).or(() -> word(WORDS, key, language));
    }

    static Optional<String> word(String words, String key, Locale language) {
        ResourceBundle bundle = Bundles.in(words, language);
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }
}
