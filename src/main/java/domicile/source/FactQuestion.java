package domicile.source;

import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Fact;
import domicile.residency.FactField;
import domicile.residency.FactKind;
import domicile.residency.FactValue;
import domicile.residency.FieldType;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Register;
import domicile.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that a page would have where it says what a fact says, and how much each of them matters. */
final class FactQuestion {
    /** The languages that Domicile speaks: a page may be written in any of them. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final double TEXT = 1;
    private static final double OWNER = 1;
    private static final double SUBJECT = 1;
    private static final double VALUE = 0.5;

    private final Map<String, Double> words = new HashMap<>();

    private FactQuestion() {}

    /** The question for a fact of an offering. */
    static Map<String, Double> of(Register register, Offering offering, Fact<?> fact) {
        FactQuestion question = new FactQuestion();
        question.add(TEXT, fact.text());
        question.add(OWNER, offering.name());
        question.add(OWNER / 2, register.providerName(offering.provider()));
        offering.products().forEach(product -> question.add(OWNER / 2, product));
        question.value(fact.value(), register.areas());
        return question.words;
    }

    /** The words of a text, each in the form in which it is looked for. */
    static Stream<String> words(String text) {
        return APART.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
    }

    /** A word matters as much as the part that it matters most in. */
    private void add(double matters, String text) {
        words(text).forEach(word -> words.merge(word, matters, Math::max));
    }

    private void value(FactValue value, Areas areas) {
        FactKind<?> kind = value.factKind();
        Map<String, Object> said = kind.json(value);
        for (Locale language : LANGUAGES) {
            Words called = Words.in(language);
            switch (value) {
                case Attestation a -> add(SUBJECT, called.of(a.kind()));
                case Placement p -> {
                    add(SUBJECT, called.of(p.layer()));
                    p.places().forEach(place -> add(VALUE, called.place(place, areas)));
                }
                default -> kind.word("fact." + kind.id(), language).ifPresent(word -> add(SUBJECT, word));
            }
            for (FactField<?, ?> field : kind.own()) {
                Optional.ofNullable(said.get(field.name())).ifPresent(json -> field(field.type(), json, called, areas));
            }
        }
    }

    private void field(FieldType<?> type, Object json, Words called, Areas areas) {
        Stream<String> items = (json instanceof List<?> list ? list.stream() : Stream.of(json)).map(Object::toString);
        switch (type.form()) {
            case CHOICE ->
                items.forEach(item -> type.choices().stream()
                        .filter(choice -> choice.name().equals(item))
                        .findFirst()
                        .flatMap(called::find)
                        .ifPresent(word -> add(VALUE, word)));
            case PLACES, COUNTRY ->
                items.forEach(item -> {
                    add(VALUE, item);
                    Optional<Place> place = areas.place(item);
                    place.ifPresent(p -> add(VALUE, called.place(p, areas)));
                });
            case FLAG, PROVIDER -> {}
            case LINE, WORDS, ID, IDS, NAMES, MODELS, DEPLOYMENTS, WHOLE, PUBLISHED_DATE, ADDRESS ->
                items.forEach(item -> add(VALUE, item));
        }
    }
}
