package domicile.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Test
    void softHyphensAreLeftOutAndWhatTurnsTheSurroundingsIsWrittenOut() {
        assertThat(CleanText.of("Ver\u00ADsi\u00ADcherung \u202E\n")).isEqualTo("Versicherung [U+202E] ");
    }
}
