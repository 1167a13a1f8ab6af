package domicile.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.Pipes;
import domicile.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An organisation's own sections and questions: files beside the shipped one, without code. */
class OwnQuestionsTest {
    private static final Questionnaire SHIPPED = Questionnaire.shipped();
    private static final Set<String> REQUIREMENTS = Set.of("DPA", "RETENTION");
    private static final String GOOD = """
            {"schema": "domicile.questionnaire/1", "sections": [
              {"id": "Works council", "title": {"en": "Works council"}, "questions": [
                {"id": "council", "type": "YES_NO", "title": {"en": "Has the works council agreed?"},
                 "why": {"en": "An agreement binds how logs are used."}, "requirements": ["DPA"],
                 "options": [{"value": "YES", "label": {"en": "Yes"}}, {"value": "NO", "label": {"en": "No"}}]},
                {"id": "councilDay", "type": "DATE", "title": {"en": "On which day?"}, "why": {"en": "It is cited."},
                 "when": {"question": "council", "contains": ["YES"]}}]},
              {"id": "S1", "title": {"en": "Data"}, "questions": [
                {"id": "classification", "type": "TEXT", "title": {"en": "Which class of ours?"},
                 "why": {"en": "Our own policy counts in classes."},
                 "when": {"question": "data", "contains": ["PERSONAL"]}}]}]}
            """;

    private static Questionnaire with(String text) {
        return SHIPPED.with("own.json", text.getBytes(StandardCharsets.UTF_8), REQUIREMENTS);
    }

    @Test
    void addsASectionAndAQuestionToAShippedOne() {
        Questionnaire all = with(GOOD);
        assertThat(all.sections()).hasSize(SHIPPED.sections().size() + 1);
        assertThat(all.sections().get(1).questions().getLast().id()).isEqualTo("classification");
        Answers answers = Answers.NONE.with("data", new Answer.Given(List.of("PERSONAL")));
        assertThat(all.visible(answers))
                .extracting(Question::id)
                .contains("classification", "council")
                .doesNotContain("councilDay");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeAmongThemIsRefused(@TempDir Path folder) throws Exception {
        Path pipe = Pipes.at(folder.resolve("own.json"));
        assertThatThrownBy(() -> SHIPPED.withFolder(folder, REQUIREMENTS))
                .hasMessageStartingWith(pipe + ": this is not a plain file");
    }

    @Test
    void readsEveryFileOfAFolder(@TempDir Path folder) throws IOException {
        assertThat(SHIPPED.withFolder(folder.resolve("none"), REQUIREMENTS)).isEqualTo(SHIPPED);
        Files.writeString(folder.resolve("own.json"), GOOD);
        Files.writeString(folder.resolve("notes.txt"), "not read");
        Files.copy(
                Path.of("data/questionnaire/questionnaire.schema.json"), folder.resolve("questionnaire.schema.json"));
        assertThat(SHIPPED.withFolder(folder, REQUIREMENTS).question("council")).isPresent();
        Files.writeString(folder.resolve("second.json"), GOOD);
        assertThatThrownBy(() -> SHIPPED.withFolder(folder, REQUIREMENTS))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("second.json");
    }

    /** What is changed in the good file, and where that is refused. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": \"council\" | \"id\": \"dpa\" | /sections/0/questions/0/id",
                "[\"DPA\"] | [\"NONE_SUCH\"] | /sections/0/questions/0/requirements/0",
                "\"question\": \"council\" | \"question\": \"councilDay\" | /sections/0/questions/1/when/question",
                "\"contains\": [\"YES\"] | \"contains\": [\"MAYBE\"] | /sections/0/questions/1/when/contains/0",
                "\"type\": \"TEXT\" | \"type\": \"CHOICE\" | /sections/1/questions/0",
                "\"type\": \"TEXT\" | \"type\": \"TEXT\", \"feeds\": \"NAME\" | /sections/1/questions/0/feeds",
                "\"type\": \"TEXT\" | \"type\": \"TEXT\", \"colour\": \"red\" | /sections/1/questions/0/colour",
                "\"schema\": \"domicile.questionnaire/1\" | \"schema\": \"other/1\" | /schema"
            })
    void refusesWithThePointer(String good, String bad, String pointer) {
        assertThat(GOOD).contains(good);
        assertThatThrownBy(() -> with(GOOD.replaceFirst(java.util.regex.Pattern.quote(good), bad)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.where()).startsWith("own.json#" + pointer + " "));
    }
}
