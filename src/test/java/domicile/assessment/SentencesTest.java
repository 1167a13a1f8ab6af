package domicile.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.residency.Area;
import domicile.residency.Place;
import domicile.residency.PublishedDate;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules say, in every language. */
class SentencesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/domicile/assessment");

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_fr"})
    void everySentenceIsThereWithTheSameArguments(String language) throws IOException {
        Properties english = bundle("");
        Properties translated = bundle(language);

        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(translated.getProperty(key)))
                    .as(key + language)
                    .isEqualTo(arguments(english.getProperty(key)));
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

    private static Set<String> arguments(String pattern) {
        Set<String> arguments = new TreeSet<>();
        Pattern.compile("\\{(\\d+)").matcher(pattern).results().forEach(m -> arguments.add(m.group(1)));
        // and it can be read as a format at all
        assertThat(new MessageFormat(pattern, Locale.ROOT).toPattern()).isNotNull();
        return arguments;
    }

    private static Properties bundle(String language) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(BUNDLES.resolve("Sentences" + language + ".properties"))) {
            properties.load(in);
        }
        return properties;
    }
}
