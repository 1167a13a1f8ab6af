package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manual page that packages bring says what the program does: no command more, and none less. */
class ManualPageTest {
    private static final Pattern ENTRY =
            Pattern.compile("^\\.TP\\R\\.BI?R? \"?([a-z]+(?: [a-z]+)?)\\b", Pattern.MULTILINE);
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    private static final List<String> GROUPS = List.of("register", "source", "document");

    @Test
    void itHasAnEntryForEveryCommand() throws IOException {
        List<String> commands = commands("")
                .flatMap(c -> GROUPS.contains(c) ? commands(c).map(sub -> c + " " + sub) : Stream.of(c))
                .toList();

        assertThat(commands).hasSizeGreaterThan(15).contains("list", "register stale");
        assertThat(ENTRY.matcher(page()).results().map(m -> m.group(1))).containsExactlyInAnyOrderElementsOf(commands);
    }

    @Test
    void everyOptionThatItNamesIsOne() throws IOException {
        String help = Stream.of(
                        "",
                        "list",
                        "report",
                        "verify",
                        "gate",
                        "scan",
                        "backup",
                        "register verify",
                        "register edit",
                        "register stale",
                        "register approvals",
                        "register copy",
                        "register merge",
                        "register export",
                        "register encrypt",
                        "register rekey",
                        "source quote",
                        "source check",
                        "source compare")
                .map(ManualPageTest::help)
                .reduce("", String::concat);

        List<String> named = OPTION.matcher(page().replace("\\-", "-"))
                .results()
                .map(m -> m.group())
                .distinct()
                .toList();

        assertThat(named).contains("--register", "--out");
        assertThat(named).allSatisfy(option -> assertThat(help).contains(option));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("packaging/linux/domicile.1"));
    }

    private static String help(String command) {
        return CommandLineRun.of(
                        Stream.of((command + " --help").strip().split(" ")).toList())
                .done()
                .out();
    }

    private static Stream<String> commands(String command) {
        return help(command)
                .lines()
                .dropWhile(l -> !l.equals("Commands:"))
                .filter(l -> l.matches(" {2}[a-z].*"))
                .map(l -> l.strip().split(" ")[0]);
    }
}
