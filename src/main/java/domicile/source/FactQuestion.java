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
    /** A page may be written in any language that Domicile speaks. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");

    /*
     * Shares of the shipped facts whose place on the compiled page comes first, and among three: 94 and 100 % with these
     * weights. What an offering is called must not outweigh what is said of it.
     */
    /** The fact's own text is nearest to the page's: 68 and 84 % without it. */
    private static final double TEXT = 1;
    /**
     * What it is about and its values, in three languages: 94 and 98 % where they matter half as much, 93 and 99 %
     * where they matter as much as the text.
     */
    private static final double SAID = 0.5;
    /** What else the offering is called: 92 and 99 % without it, 93 and 99 % where it matters as what is said. */
    private static final double ALSO_CALLED = 0.25;

    private final Map<String, Double> words = new HashMap<>();
    private final Areas areas;

    private FactQuestion(Areas areas) {
        this.areas = areas;
    }

    /** The question for a fact of an offering. */
    static Map<String, Double> of(Register register, Offering offering, Fact<?> fact) {
        FactQuestion question = new FactQuestion(register.areas());
        question.add(TEXT, fact.text());
        question.add(SAID, offering.name());
        question.add(ALSO_CALLED, register.providerName(offering.provider()));
        offering.products().forEach(product -> question.add(ALSO_CALLED, product));
        LANGUAGES.forEach(language -> question.add(fact.value(), language));
        return question.words;
    }

    /** The words of a text, in the form in which they are looked for. */
    static Stream<String> words(String text) {
        return APART.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
    }

    /** A word matters as much as the part in which it matters most. */
    private void add(double matters, String text) {
        words(text).forEach(word -> words.merge(word, matters, Math::max));
    }

    private void add(FactValue value, Locale language) {
        FactKind<?> kind = value.factKind();
        // these two kinds are called by what they are of: a certification, a layer
        if (!(value instanceof Attestation || value instanceof Placement)) {
            kind.word("fact." + kind.id(), language).ifPresent(word -> add(SAID, word));
        }
        Map<String, Object> json = kind.json(value);
        for (FactField<?, ?> field : kind.own()) {
            Optional.ofNullable(json.get(field.name()))
                    .ifPresent(said -> (said instanceof List<?> list ? list.stream() : Stream.of(said))
                            .forEach(item -> item(field.type(), item.toString(), language)));
        }
    }

    /** A page may name a cloud's region by its country alone. */
    private void add(Place place, Words called) {
        add(SAID, called.place(place, areas));
        if (place instanceof Place.CloudRegion region) {
            add(SAID, called.country(region.country()));
        }
    }

    private void item(FieldType<?> type, String item, Locale language) {
        switch (type.form()) {
            case CHOICE -> {
                // pages write DPA and SOC2 as packs do
                add(SAID, item.replace('_', ' '));
                type.choices().stream()
                        .filter(choice -> choice.name().equals(item))
                        .flatMap(choice -> Words.in(language).find(choice).stream())
                        .forEach(word -> add(SAID, word));
            }
            case PLACES, COUNTRY -> {
                add(SAID, item);
                areas.place(item).ifPresent(place -> add(place, Words.in(language)));
            }
            case FLAG, PROVIDER -> {}
            case LINE, WORDS, ID, IDS, NAMES, MODELS, DEPLOYMENTS, WHOLE, PUBLISHED_DATE, ADDRESS -> add(SAID, item);
        }
    }
}
