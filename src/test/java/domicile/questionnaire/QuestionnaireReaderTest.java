package domicile.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import domicile.Schemas;
import domicile.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a questionnaire's file may say. What is wrong is refused where it stands, by the schema too where it can say it.
 */
class QuestionnaireReaderTest {
    private static final String SOUND = """
            {"schema": "domicile.questionnaire/1", "languages": ["en", "de"], "sections": [
             {"id": "A", "title": {"en": "Ours", "de": "Unser"}, "questions": [
              {"id": "a1", "type": "YES_NO", "title": {"en": "A?", "de": "A?"}, "why": {"en": "So.", "de": "Darum."}, "options": [{"value": "YES", "label": {"en": "Yes", "de": "Ja"}}, {"value": "NO", "label": {"en": "No", "de": "Nein"}}]},
              {"id": "a2", "type": "TEXT", "title": {"en": "B?", "de": "B?"}, "why": {"en": "So.", "de": "Darum."}, "when": {"question": "a1", "contains": ["YES"]}},
              {"id": "a3", "type": "DATE", "title": {"en": "C?", "de": "C?"}, "why": {"en": "So.", "de": "Darum."}, "when": {"all": [{"answered": "a2"}, {"any": [{"question": "a1", "contains": ["NO"]}]}]}, "controls": ["X:1"]}]}]}
            """;

    private static Questionnaire read(String text) {
        return QuestionnaireReader.read("q.json", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anOrganisationsOwnFileIsRead() {
        assertThat(Schemas.errors("domicile.questionnaire/1", SOUND)).isEmpty();
        assertThat(read(SOUND).questions()).extracting(Question::id).containsExactly("a1", "a2", "a3");
        String english = SOUND.replace("\"languages\": [\"en\", \"de\"], ", "").replaceAll(", \"de\": \"[^\"]+\"", "");
        assertThat(Schemas.errors("domicile.questionnaire/1", english)).isEmpty();
        assertThat(read(english).questions()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            questionnaire/1                         | questionnaire/9                        | #/schema                        | true
            ["en", "de"]                            | ["de"]                                 | #/languages                     | true
            ["en", "de"]                            | ["en", "en"]                           | #/languages/1                   | true
            ["en", "de"]                            | ["en", "German"]                       | #/languages/1                   | true
            {"en": "Ours", "de": "Unser"}           | {"en": "Ours"}                         | #/sections/0/title              | false
            {"en": "Ours", "de": "Unser"}           | {"de": "Unser"}                        | #/sections/0/title              | true
            {"en": "Ours", "de": "Unser"}           | {"en": "A", "de": "B", "fr": "C"}      | #/sections/0/title              | false
            {"en": "Ours", "de": "Unser"}           | {"en": "A", "de": ""}                  | #/sections/0/title/de           | true
            "YES_NO"                                | "SLIDER"                               | #/sections/0/questions/0/type   | true
            "id": "a2"                              | "id": "a1"                             | #/sections/0/questions/1/id     | false
            "value": "NO"                           | "value": "YES"                         | #/sections/0/questions/0/options/1 | false
            "type": "TEXT"                          | "type": "CHOICE"                       | #/sections/0/questions/1        | true
            "type": "YES_NO"                        | "type": "TEXT"                         | #/sections/0/questions/0/options | true
            "question": "a1", "contains": ["YES"]   | "question": "a3", "contains": ["YES"]  | #/sections/0/questions/1/when/question   | false
            "question": "a1", "contains": ["YES"]   | "question": "a1", "contains": ["yes"]  | #/sections/0/questions/1/when/contains/0 | false
            "question": "a1", "contains": ["YES"]   | "question": "a1", "contains": []       | #/sections/0/questions/1/when/contains   | true
            "question": "a1", "contains": ["YES"]   | "question": "a1"                       | #/sections/0/questions/1/when   | true
            "question": "a1", "contains": ["YES"]   | "contains": ["YES"]                    | #/sections/0/questions/1/when   | true
            "answered": "a2"                        | "answered": "a2", "any": []            | #/sections/0/questions/2/when/all/0      | true
            "answered": "a2"                        | "all": []                              | #/sections/0/questions/2/when/all/0/all  | true
            "controls"                              | "control"                              | #/sections/0/questions/2/control | true
            ["X:1"]                                 | ["X:1", "X:1"]                         | #/sections/0/questions/2/controls/1 | true
            ["X:1"]                                 | ["X;1"]                                | #/sections/0/questions/2/controls/0 | true
            """)
    void whateverIsWrongIsRefusedWhereItStands(String sound, String spoilt, String pointer, boolean schemaSaysSo) {
        assertThat(SOUND).contains(sound);
        String text = SOUND.replace(sound, spoilt);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(text))
                .satisfies(e -> assertThat(e.where()).startsWith("q.json" + pointer + " (line"));
        assertThat(Schemas.errors("domicile.questionnaire/1", text).isEmpty()).isEqualTo(!schemaSaysSo);
    }
}
