package domicile.report.model;

import domicile.Translations;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report says, in every language. */
class TextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"_de", "_fr"})
    void everyTextIsThereWithTheSameArguments(String language) throws IOException {
        Translations.agree("report/Report", language);
    }
}
