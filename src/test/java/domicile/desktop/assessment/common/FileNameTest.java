package domicile.desktop.assessment.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "Claims triage, Claims-triage",
        "' ../Schaden / Prüfung? ', Schaden-Prüfung",
        "'???', assessment",
        "'', assessment"
    })
    void aWorkloadsNameBecomesAFileName(String name, String file) {
        assertThat(FileName.of(name)).isEqualTo(file);
    }

    @Test
    void aLongNameBecomesOneThatEveryFileSystemTakes() {
        assertThat(FileName.of("claims and ".repeat(40)))
                .startsWith("claims-and-")
                .hasSizeBetween(45, 50);
        // of letters that are two characters and four bytes each
        assertThat(FileName.of("\uD840\uDC00".repeat(200)).getBytes(StandardCharsets.UTF_8))
                .hasSize(200);
    }
}
