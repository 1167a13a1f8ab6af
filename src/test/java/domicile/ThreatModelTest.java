package domicile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the threat model names stands in the tests. */
class ThreatModelTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|Contract))`");

    @Test
    void eachTestThatItNamesIsThere() throws IOException {
        Set<String> named = NAMED.matcher(Files.readString(Path.of("src/site/threat-model.md")))
                .results()
                .map((MatchResult r) -> r.group(1))
                .collect(Collectors.toSet());
        Set<String> there;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            there = files.map(f -> String.valueOf(f.getFileName()).replaceFirst("\\.java$", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(there).containsAll(named);
    }
}
