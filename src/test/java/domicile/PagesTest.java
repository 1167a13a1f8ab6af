package domicile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the pages for developers name is there: paths, classes with their members, tests and pages. */
class PagesTest {
    private static final Path SITE = Path.of("src/site");
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern PATH =
            Pattern.compile("(?<![\\w/.])(?:src|data|packaging|\\.githooks|\\.mvn|\\.ci)/[\\w./-]*\\w");
    private static final Pattern TYPE = Pattern.compile("`@?([A-Z]\\w*[a-z]\\w*)((?:\\.\\w+)*)(?:\\([^`]*)?`");
    /**
     * A test, a benchmark, or a program to measure by its full name; {@code -Dbench=60} is such a program's argument.
     */
    private static final Pattern TEST = Pattern.compile("-D(?:test|bench|bench\\.main)='?(?:[a-z]+\\.)*([A-Z][\\w,]*)");

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    private static final Pattern COMMENT = Pattern.compile("(?s:/\\*.*?\\*/)|(?m:^ *//.*$)");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|record|enum|interface) (\\w+)");

    private static final Map<Path, String> PAGES = new TreeMap<>();
    /** Each type of ours by its simple name, with the sources that declare one. */
    private static final Map<String, String> TYPES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Stream.concat(
                Files.list(SITE.resolve("howto")),
                Stream.of("developing.md", "glossary.md", "layers.md").map(SITE::resolve))) {
            for (Path page : files.toList()) {
                PAGES.put(page, Files.readString(page));
            }
        }
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String source = COMMENT.matcher(Files.readString(file)).replaceAll("");
                DECLARED.matcher(source)
                        .results()
                        .map(m -> m.group(1))
                        .distinct()
                        .forEach(type -> TYPES.merge(type, source, String::concat));
            }
        }
    }

    @Test
    void everyPathIsThere() {
        assertThat(missing(PATH, m -> !Files.exists(Path.of(m.group())))).isEmpty();
    }

    @Test
    void everyClassAndMemberIsThere() {
        assertThat(missing(TYPE, m -> !declared(m.group(1), m.group(2)))).isEmpty();
    }

    @Test
    void everyTestThatACommandNamesIsThere() {
        assertThat(missing(TEST, m -> Stream.of(m.group(1).split(",")).anyMatch(t -> !TYPES.containsKey(t))))
                .isEmpty();
    }

    @Test
    void everyPageThatIsLinkedToIsThere() {
        List<String> missing = new ArrayList<>();
        PAGES.forEach((page, text) -> LINK.matcher(text)
                .results()
                .filter(m -> !Files.exists(page.resolveSibling(m.group(1))))
                .forEach(m -> missing.add(page + ": " + m.group(1))));
        assertThat(missing).isEmpty();
    }

    /** A test that finds nothing to look at would hold whatever is written. */
    @Test
    void whatIsNotThereIsSeen() {
        assertThat(PATH.matcher("`src/main/None.java`").find()).isTrue();
        Matcher member = TYPE.matcher("`Rule.decide(c)`");
        assertThat(member.find()).isTrue();
        assertThat(declared(member.group(1), member.group(2))).isTrue();
        assertThat(declared("Rule", ".decides")).isFalse();
        assertThat(declared("Ruler", "")).isFalse();
        assertThat(PAGES).hasSizeGreaterThan(8);
    }

    private static boolean declared(String type, String members) {
        String source = TYPES.getOrDefault(type, "");
        return !source.isEmpty()
                && Stream.of(members.split("\\."))
                        .filter(member -> !member.isEmpty())
                        .allMatch(member -> Pattern.compile("\\b" + member + "\\b")
                                .matcher(source)
                                .find());
    }

    private static List<String> missing(Pattern pattern, java.util.function.Predicate<MatchResult> gone) {
        List<String> missing = new ArrayList<>();
        PAGES.forEach((page, text) -> pattern.matcher(
                        pattern == TYPE ? FENCE.matcher(text).replaceAll("") : text)
                .results()
                .filter(gone)
                .forEach(m -> missing.add(page + ": " + m.group())));
        return missing;
    }
}
