package domicile.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

    @ParameterizedTest
    @CsvSource({
        "fr, LONG, 2026-06-01, 1er juin 2026",
        "fr, LONG, 2026-07-11, 11 juillet 2026",
        "fr, MEDIUM, 2026-07-01, 1er juil. 2026",
        "fr-CH, LONG, 2026-06-01, 1er juin 2026",
        "fr, SHORT, 2026-06-01, 01/06/2026",
        "de, LONG, 2026-06-01, 1. Juni 2026",
        "en-GB, LONG, 2026-06-01, 1 June 2026",
    })
    void aDayIsWrittenAsItsLanguageDoes(String language, FormatStyle style, LocalDate day, String written) {
        assertThat(Days.formatter(style, Locale.forLanguageTag(language)).format(day))
                .isEqualTo(written);
    }
}
