package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code domicile source compare}, without any register. */
class SourceCompareCommandTest {

    @Test
    void saysWhatHasBecomeOfEachQuote(@TempDir Path folder) throws IOException {
        Path old = Files.writeString(
                folder.resolve("old.md"), "# Terms\n\nLogs are kept for 30 days.\n\nIt runs in Dublin.\n");
        Path now = Files.writeString(
                folder.resolve("new.html"),
                "<html><body><h1>Terms</h1><p>Logs are kept for 90 days.</p><p>It runs in Dublin.</p></body></html>");
        Path quotes = Files.writeString(folder.resolve("quotes.json"), """
                {"quotes": [{"id": "a", "text": "It runs in Dublin.", "row": null},
                            {"id": "b", "text": "kept for 30 days"}]}
                """);
        CommandLineRun json = run("compare", old, now, "--quotes", quotes, "--format", "json");
        assertThat(json.code()).isZero();
        assertThat(json.out())
                .contains("\"schema\" : \"domicile.quotes/1\"", "\"textProcedure\" : \"text/1\"", "\"old\" : \"sha256:")
                .containsIgnoringWhitespaces(
                        "\"units\": {\"same\": 2, \"moved\": 0, \"changed\": 1, \"added\": 0, \"removed\": 0}")
                .containsIgnoringWhitespaces(
                        "{\"id\": \"a\", \"state\": \"SAME\", \"cosmetic\": false, \"unit\": \"SENTENCE\","
                                + "\"old\": \"It runs in Dublin.\", \"now\": \"It runs in Dublin.\", \"places\": 1, \"withRow\": null}")
                .containsIgnoringWhitespaces(
                        "{\"id\": \"b\", \"state\": \"CHANGED\", \"cosmetic\": false, \"unit\": \"SENTENCE\","
                                + "\"old\": \"Logs are kept for 30 days.\", \"now\": \"Logs are kept for 90 days.\", \"places\": 0,"
                                + "\"withRow\": null}");
        assertThat(run("compare", old, now, "--quotes", quotes).out())
                .contains(
                        "Units: 2 same, 0 moved, 1 changed",
                        "a  SAME",
                        "b  CHANGED",
                        "  - Logs are kept for 30 days.",
                        "  + Logs are kept for 90 days.");
        assertThat(run("compare", old, now).out())
                .contains("  - Logs are kept for 30 days.")
                .doesNotContain("Dublin");
    }

    @Test
    void refusesWhatIsNoPageOrNoListOfQuotes(@TempDir Path folder) throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), "Words.\n");
        Path other = Files.writeString(folder.resolve("quotes.json"), "{\"quotes\": [{\"id\": \"a\"}]}");
        Path binary = Files.write(folder.resolve("page.bin"), new byte[] {1, 0, 2});
        CommandLineRun missing = run("compare", page, page, "--quotes", other);
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("quotes.json#/quotes/0").contains("text");
        CommandLineRun unread = run("compare", page, binary);
        assertThat(unread.code()).isEqualTo(2);
        assertThat(unread.err()).contains("page.bin", "no page that can be read", "save the page as HTML");
        assertThat(run("compare", page, folder.resolve("none.html")).code()).isEqualTo(2);
    }

    private static CommandLineRun run(Object... args) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("source"), Stream.of(args).map(Object::toString))
                        .toList());
    }
}
