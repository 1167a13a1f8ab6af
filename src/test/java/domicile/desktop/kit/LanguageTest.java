package domicile.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @TempDir
    private Path folder;

    private Settings settings() {
        return new Settings(folder.resolve("desktop.properties"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"he-IL", "ar-EG", "fa-IR", "ur-PK", "tr-TR", "nl-NL", "es-ES", "th-TH-u-ca-buddhist-nu-thai"})
    void aSystemThatSpeaksAnotherLanguageGetsEnglishAsAWhole(String system) {
        Locale locale = Language.locale(settings(), Locale.forLanguageTag(system));
        Texts texts = new Texts(locale);

        assertThat(locale).isEqualTo(Locale.ENGLISH);
        assertThat(texts.day(DAY)).isEqualTo("Nov 28, 2026");
        assertThat(Names.country("DE", locale)).isEqualTo("Germany");
        assertThat(texts.get("app.status", 14, 24, texts.day(DAY))).contains("14", "24");
        assertThat(String.format(locale, "%,d", 1234)).isEqualTo("1,234");
    }

    @Test
    void aSystemThatSpeaksOneOfThemKeepsItsCountryAndNoneOfItsCalendars() {
        assertThat(Language.locale(settings(), Locale.forLanguageTag("de-AT-u-ca-buddhist")))
                .isEqualTo(Locale.of("de", "AT"));
        assertThat(Language.locale(settings(), Locale.CANADA_FRENCH)).isEqualTo(Locale.CANADA_FRENCH);
    }

    @Test
    void whatWasChosenCounts() {
        Settings settings = settings();
        Language.choose(Optional.of(Language.FRENCH), settings);
        assertThat(Language.locale(settings, Locale.GERMANY)).isEqualTo(Locale.FRENCH);
        assertThat(Language.locale(settings, Locale.of("he"))).isEqualTo(Locale.FRENCH);
        assertThat(Language.locale(settings, Locale.CANADA_FRENCH)).isEqualTo(Locale.CANADA_FRENCH);
    }
}
