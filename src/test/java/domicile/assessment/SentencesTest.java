package domicile.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Translations;
import domicile.residency.Area;
import domicile.residency.Place;
import domicile.residency.PublishedDate;
import java.io.IOException;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules say, in every language. */
class SentencesTest {
    @ParameterizedTest
    @ValueSource(strings = {"_de", "_fr"})
    void everySentenceIsThereWithTheSameArguments(String language) throws IOException {
        Translations.agree("assessment/Sentences", language);
        Properties english = Translations.read("assessment/Sentences", "");
        Properties translated = Translations.read("assessment/Sentences", language);
        for (String key : english.stringPropertyNames()) {
            // it can be read as a format at all
            for (Properties bundle : List.of(english, translated)) {
                assertThat(new MessageFormat(bundle.getProperty(key), Locale.ROOT).toPattern())
                        .isNotNull();
            }
            // an apostrophe would switch MessageFormat's arguments off
            assertThat(translated.getProperty(key))
                    .as(key + language)
                    .isNotBlank()
                    .doesNotContain("'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "en", "de", "fr"})
    void placesDaysAndLevelsAreSaidInTheLanguage(String language) {
        Sentence sentence = new Sentence(
                "list.and",
                List.of(
                        new Area(List.of(new Place.Bloc("EU"), new Place.Country("AE"))),
                        Sentence.of("list.and", LocalDate.of(2026, 2, 10), new PublishedDate("2025-07"))));

        assertThat(sentence.in(Locale.of(language)))
                .isEqualTo(
                        switch (language) {
                            case "" -> "EU, AE, 2026-02-10, 2025-07";
                            case "en" -> "the European Union, the United Arab Emirates, 10 February 2026, July 2025";
                            case "de" -> "Europäische Union, Vereinigte Arabische Emirate, 10. Februar 2026, Juli 2025";
                            default -> "Union européenne, Émirats arabes unis, 10 février 2026, juillet 2025";
                        });
    }
}
