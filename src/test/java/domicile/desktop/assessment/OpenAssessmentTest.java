package domicile.desktop.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAssessmentTest {

    @ParameterizedTest
    @CsvSource({
        "Claims triage, Claims-triage",
        "' ../Schaden / Prüfung? ', Schaden-Prüfung",
        "'???', assessment",
        "'', assessment"
    })
    void aWorkloadsNameBecomesAFileName(String name, String file) {
        assertThat(OpenAssessment.fileName(name)).isEqualTo(file);
    }

    @Test
    void aLongNameBecomesOneThatEveryFileSystemTakes() {
        assertThat(OpenAssessment.fileName("claims and ".repeat(40)))
                .startsWith("claims-and-")
                .hasSizeBetween(45, 50);
        // of letters that are two characters and four bytes each
        assertThat(OpenAssessment.fileName("\uD840\uDC00".repeat(200)).getBytes(StandardCharsets.UTF_8))
                .hasSize(200);
    }
}
