package domicile.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.desktop.kit.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A few letters find what was meant. */
class PaletteTest {
    private static final List<Command> ALL = List.of(
            new Command("Offering", "Anthropic via AWS Bedrock", () -> {}),
            new Command("Offering", "AWS Bedrock", () -> {}),
            new Command("Offering", "Groq", () -> {}),
            new Command("Screen", "Assessments", () -> {}));

    private static List<String> best(String typed) {
        return Palette.best(ALL, typed).stream().map(Command::name).toList();
    }

    @Test
    void whatIsWrittenOutComesFirst() {
        assertThat(best("aws bed")).startsWith("AWS Bedrock");
        assertThat(best("groq")).containsExactly("Groq");
    }

    @Test
    void lettersMayBeLeftOutButNotTurnedAround() {
        assertThat(best("grq")).containsExactly("Groq");
        assertThat(best("ab")).contains("AWS Bedrock", "Anthropic via AWS Bedrock");
        assertThat(best("qrg")).isEmpty();
    }

    @Test
    void nothingTypedShowsEverythingInItsOrder() {
        assertThat(best(" ")).isEqualTo(ALL.stream().map(Command::name).toList());
    }
}
