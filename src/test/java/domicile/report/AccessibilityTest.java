package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.report.document.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The HTML reports by axe-core in a real browser: WCAG 2.2 A and AA and its best practices, in light, in dark and as
 * printed. Skipped where there is no Chromium; {@code -Ddomicile.chromium=PROGRAM} names one.
 */
class AccessibilityTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RUN = """
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                               resultTypes: ['violations'], rules: {'target-size': {enabled: %s}}})
               .then(r => JSON.stringify({passes: r.passes.length, violations: r.violations.map(v =>
                   v.id + ': ' + v.help + ' (' + v.nodes.length + '): ' + v.nodes.slice(0, 3).map(n => n.html).join(' | '))}))
            """;

    @TempDir
    private static Path folder;

    private static Optional<Chromium> browser = Optional.empty();
    private static String axe = "";

    /** A page, and how it is called in the test's name. */
    record Page(String name, String html) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<Path> program = Chromium.find();
        assumeTrue(
                program.isPresent(),
                "no Chromium on the path: install one, or name it by -Ddomicile.chromium, to check the pages by axe");
        browser = Optional.of(Chromium.start(program.orElseThrow()));
        try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(Objects.requireNonNull(in, "axe-core").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void stop() {
        browser.ifPresent(Chromium::close);
    }

    static Stream<Page> pages() {
        List<Page> pages = new ArrayList<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
            for (Kind kind : Kind.values()) {
                int candidates = kind == Kind.BOARD ? 14 : 2;
                pages.add(new Page(
                        kind + " " + locale + " " + candidates,
                        Rendered.html(Sample.report(candidates, locale), kind)));
            }
        }
        pages.add(new Page("untrusted", Rendered.html(Untrusted.report())));
        pages.add(
                new Page("with a logo", Rendered.html(LetterheadTest.report(1, LetterheadTest.logo("png", 300, 80)))));
        pages.add(new Page("with a project", Rendered.html(ProjectPartTest.withTerraform(Locale.GERMAN))));
        pages.add(new Page("with a vendor's answers", Rendered.html(AnswersPartTest.report(Locale.FRENCH))));
        return pages.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void axeFindsNothing(Page page) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("page.html"), page.html());
        for (String[] look : new String[][] {{"screen", "light"}, {"screen", "dark"}, {"print", "light"}}) {
            Chromium chromium = browser.orElseThrow();
            chromium.open(file, look[0], look[1]);
            chromium.run(axe);
            // nobody taps on paper
            JsonNode result = JSON.readTree(chromium.run(RUN.formatted(look[0].equals("screen"))));
            assertThat(result.get("passes").asInt())
                    .as("rules that found something to look at")
                    .isGreaterThan(10);
            assertThat(result.get("violations"))
                    .as(page + " on " + look[0] + " in " + look[1])
                    .isEmpty();
        }
    }
}
