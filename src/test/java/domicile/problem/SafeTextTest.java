package domicile.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t",
                "\u00A0",
                "\u200B\u200D",
                "\u202E",
                "\u2800",
                "\u3164",
                "\u00AD\u2060",
                "\uFE0F",
                "\uDB40\uDC41",
                "\uD800"
            })
    void nothingIsSeenOfThese(String text) {
        assertThat(SafeText.blank(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u05D0", "\u200F\u05D0", ".", "\uD842\uDFB7", "\uD83D\uDE00"})
    void theseAreSeen(String text) {
        assertThat(SafeText.blank(text)).isFalse();
    }

    @Test
    void softHyphensGo() {
        assertThat(SafeText.withoutSoftHyphens("Ver\u00ADsi\u00ADche\u00ADrung"))
                .isEqualTo("Versicherung");
    }
}
