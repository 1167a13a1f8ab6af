package domicile.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every colour of text in our stylesheets is a token of the theme, and readable (WCAG 2.2, AA: 4.5 to 1) on what it
 * stands on.
 */
class ContrastTest {
    private static final double AA = 4.5;
    private static final Pattern TOKEN = Pattern.compile("(-color-[a-z0-9-]+):\\s*([^;]+);");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)}");
    private static final Pattern TEXT = Pattern.compile("-fx-(?:text-)?fill:\\s*(-[a-z0-9-]+)");
    private static final Pattern GROUND =
            Pattern.compile("-fx-background-color:\\s*(?:-[a-z0-9-]+,\\s*)?(-[a-z0-9-]+)");
    private static final Pattern LITERAL = Pattern.compile("(?:color|fill|stroke)[a-z-]*:\\s*(?:#|rgb|[a-z]+;)");

    /**
     * What text stands on where its own rule says nothing: a page, a box on it, a bar, a row that is selected or
     * pointed at.
     */
    private static final List<String> GROUNDS =
            List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset", "-color-bg-overlay");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textIsReadable(String theme) throws IOException {
        Map<String, String> tokens = tokens(theme);
        int checked = 0;
        for (Path sheet : sheets()) {
            Matcher rule = RULE.matcher(uncommented(sheet));
            while (rule.find()) {
                Matcher text = TEXT.matcher(rule.group(2));
                // the map's countries are filled, not written
                if (!text.find() || rule.group(1).contains("country")) {
                    continue;
                }
                Matcher own = GROUND.matcher(rule.group(2));
                List<String> grounds =
                        own.find() && !own.group(1).equals("-transparent") ? List.of(own.group(1)) : GROUNDS;
                for (String ground : grounds) {
                    assertThat(contrast(text.group(1), ground, tokens))
                            .as("%s in %s on %s, %s", rule.group(1).strip(), sheet.getFileName(), ground, theme)
                            .isGreaterThanOrEqualTo(AA);
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void noticesAreReadableOnTheirOwnGround(String theme) throws IOException {
        Map<String, String> tokens = tokens(theme);
        for (String pair : List.of(
                "-color-warning-fg -color-warning-subtle",
                "-color-fg-default -color-warning-subtle",
                "-color-fg-default -color-accent-subtle",
                "-color-fg-muted -color-accent-subtle")) {
            String[] on = pair.split(" ");
            assertThat(contrast(on[0], on[1], tokens)).as("%s, %s", pair, theme).isGreaterThanOrEqualTo(AA);
        }
    }

    @org.junit.jupiter.api.Test
    void coloursAreTokensOfTheTheme() throws IOException {
        for (Path sheet : sheets()) {
            String css = uncommented(sheet).replaceAll("-fx-effect:[^;]*;", "").replaceAll(":\\s*transparent;", ":;");
            assertThat(LITERAL.matcher(css).results().map(r -> r.group()).toList())
                    .as(sheet.toString())
                    .isEmpty();
        }
    }

    private static double contrast(String text, String ground, Map<String, String> tokens) {
        Color page = color("-color-bg-default", tokens);
        Color under = over(color(ground, tokens), page);
        double a = luminance(over(color(text, tokens), under));
        double b = luminance(under);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static Color color(String token, Map<String, String> tokens) {
        String value = tokens.getOrDefault(token, token);
        return value.startsWith("-") && !value.equals(token) ? color(value, tokens) : Color.web(value);
    }

    private static Color over(Color top, Color under) {
        return Color.color(
                mix(top.getRed(), under.getRed(), top.getOpacity()),
                mix(top.getGreen(), under.getGreen(), top.getOpacity()),
                mix(top.getBlue(), under.getBlue(), top.getOpacity()));
    }

    private static double mix(double top, double under, double opacity) {
        return top * opacity + under * (1 - opacity);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String> tokens(String theme) throws IOException {
        String address = theme.equals("dark")
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet();
        Map<String, String> tokens = new HashMap<>();
        try (InputStream in = ContrastTest.class.getResourceAsStream(address.replace(".bss", ".css"))) {
            assertThat(in).as(address).isNotNull();
            Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                tokens.putIfAbsent(matcher.group(1), matcher.group(2).strip());
            }
        }
        return tokens;
    }

    private static List<Path> sheets() throws IOException {
        List<Path> sheets = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/domicile/desktop"))) {
            files.filter(f -> f.toString().endsWith(".css")).forEach(sheets::add);
        }
        assertThat(sheets).hasSizeGreaterThanOrEqualTo(5);
        return sheets;
    }

    private static String uncommented(Path sheet) throws IOException {
        return Files.readString(sheet).replaceAll("(?s)/\\*.*?\\*/", "");
    }
}
