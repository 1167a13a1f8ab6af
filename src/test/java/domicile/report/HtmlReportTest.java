package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.report.document.Kind;
import domicile.report.model.ReportModel;
import domicile.report.type.Assets;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The HTML report as a browser, a validator and a screen reader meet it. */
class HtmlReportTest {

    static Stream<String> pages() {
        return Stream.of(
                Rendered.html(Sample.report(14, Locale.ENGLISH)),
                Rendered.html(Sample.report(1, Locale.GERMAN)),
                Rendered.html(Sample.report(3, Locale.FRENCH)),
                Rendered.html(Sample.report(3, Locale.GERMAN), Kind.BOARD),
                Rendered.html(Sample.report(2, Locale.ENGLISH), Kind.LETTER),
                Rendered.html(ProjectPartTest.withTerraform(Locale.FRENCH)),
                Rendered.html(AnswersPartTest.report(Locale.GERMAN)),
                Rendered.html(Untrusted.report()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theCheckerOfTheHtmlStandardFindsNothing(String page) throws Exception {
        assertThat(checked(page).lines())
                .filteredOn(said -> !said.isBlank())
                // the page is XML too, and the checker does not work out a stylesheet's hash
                .allMatch(said -> said.contains("info: Trailing slash on void elements")
                        || said.contains("Inline style violates Content Security Policy"));
    }

    /** The checker goes down a level for each row of a table: it needs a stack of its own. */
    private static String checked(String page) throws Exception {
        FutureTask<String> check = new FutureTask<>(() -> {
            EmbeddedValidator validator = new EmbeddedValidator();
            validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
            try (ByteArrayInputStream in = new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))) {
                return validator.validate(in);
            }
        });
        new Thread(null, check, "checker", 256L << 20).start();
        return check.get();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isOneFileThatAsksTheNetworkForNothing(String page) throws Exception {
        Document html = parse(page);

        assertThat(elements(html, "script", "link", "img", "iframe", "object", "embed", "base", "audio", "video"))
                .isEmpty();
        for (Element e : all(html)) {
            for (int i = 0; i < e.getAttributes().getLength(); i++) {
                String attribute = e.getAttributes().item(i).getNodeName();
                assertThat(attribute).doesNotStartWith("on").isNotIn("src", "srcset", "style", "action", "formaction");
            }
        }
        assertThat(style(html))
                .doesNotContain("@import")
                .doesNotContain("http:")
                .doesNotContain("https:");
        Matcher urls = Pattern.compile("url\\(\"?([^)\"]{0,5})").matcher(style(html));
        while (urls.find()) {
            assertThat(urls.group(1)).isEqualTo("data:");
        }
        // a source's address is followed only when a person clicks it
        elements(html, "a").forEach(a -> assertThat(a.getAttribute("href")).matches("#\\w.*|https?://.*"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void itsPolicyLetsNothingInButItsOwnStylesheet(String page) throws Exception {
        Document html = parse(page);
        String hash = Base64.getEncoder()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(style(html).getBytes(StandardCharsets.UTF_8)));

        assertThat(elements(html, "meta").stream()
                        .filter(m -> m.getAttribute("http-equiv").equals("Content-Security-Policy"))
                        .map(m -> m.getAttribute("content")))
                .containsExactly("default-src 'none'; style-src 'sha256-" + hash
                        + "'; font-src data:; base-uri 'none'; form-action 'none'");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void idsAreUniqueAndEveryLinkArrives(String page) throws Exception {
        Document html = parse(page);
        List<String> ids = all(html).stream()
                .map(e -> e.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .containsAll(elements(html, "a").stream()
                        .map(a -> a.getAttribute("href"))
                        .filter(h -> h.startsWith("#"))
                        .map(h -> h.substring(1))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void headingsAreInOrder(String page) throws Exception {
        List<Integer> levels = all(parse(page)).stream()
                .map(Element::getTagName)
                .filter(t -> t.matches("h[1-6]"))
                .map(t -> t.charAt(1) - '0')
                .toList();

        assertThat(levels).startsWith(1, 2).filteredOn(l -> l == 1).hasSize(1);
        IntStream.range(1, levels.size())
                .forEach(i -> assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTableHasHeadsWithAScope(String page) throws Exception {
        Document html = parse(page);

        assertThat(elements(html, "th"))
                .allSatisfy(th -> assertThat(th.getAttribute("scope")).isIn("col", "row"));
        assertThat(elements(html, "tr"))
                .allSatisfy(tr ->
                        assertThat(tr.getElementsByTagName("th").getLength()).isPositive());
        assertThat(html.getDocumentElement().getAttribute("lang")).isIn("en", "de", "fr");
    }

    @Test
    void everyBoxHidesWhatItIsNamedAfterAndOnlyOnScreen() throws Exception {
        Document html = parse(Rendered.html(Sample.report(14, Locale.ENGLISH)));
        String css = style(html);
        String screen = css.substring(css.indexOf("@media screen{"));
        Set<String> classes = new TreeSet<>();
        all(html).forEach(e -> classes.addAll(List.of(e.getAttribute("class").split(" "))));

        List<Element> boxes = elements(html, "input");
        assertThat(boxes).hasSize(8);
        boxes.forEach(box -> {
            String hidden = box.getAttribute("id").replace("show-", "");
            assertThat(screen).contains("#" + box.getAttribute("id") + ":not(:checked)) ." + hidden + "{display:none}");
        });
        assertThat(classes).contains("s-met", "s-conditional", "s-unverified", "s-notmet", "v-notmet", "v-unverified");
    }

    @Test
    void everyClaimCitesASourceOrNamesTheOneThatIsMissing() throws Exception {
        Document html = parse(Rendered.html(Sample.report(14, Locale.ENGLISH)));

        List<Element> findings = elements(html, "tr").stream()
                .filter(tr -> tr.getAttribute("class").startsWith("s-"))
                .toList();
        assertThat(findings)
                .hasSizeGreaterThan(100)
                .allSatisfy(tr -> assertThat(tr.getTextContent()).containsPattern("\\[\\d+†?]|Missing citation:"));
        List<String> modes = Sample.report(1, Locale.ENGLISH).candidates().getFirst().modes().stream()
                .map(ReportModel.Mode::name)
                .toList();
        List<Element> cells = elements(html, "td").stream()
                .filter(td -> modes.contains(td.getAttribute("data-head")))
                .toList();
        assertThat(cells)
                .hasSize(14 * 4)
                .allSatisfy(td ->
                        assertThat(td.getTextContent()).containsPattern("\\[\\d+†?]|no source yet|Not applicable"));
    }

    @Test
    void saysWhatIsSecondHandOpenAndStale() throws Exception {
        String text = parse(Rendered.html(Sample.report(14, Locale.ENGLISH)))
                .getDocumentElement()
                .getTextContent();

        assertThat(text)
                .contains("[0†]", "† second-hand: a page that compiles what others publish")
                .contains("Who signs the order form?", "An unknown never passes.")
                .contains("What is stale", "176 days")
                .contains("Where sources disagree", "Does not count: dated after the assessment")
                .contains("https://vendor3.example/trust/data-residency?lang=en&year=2026", "1 June 2026")
                .contains("sha256:4f1c2a9be07d3358c6a1e2f49b0d7713aa52cc60e8f94b1d2790e3a6bd5518f7")
                .contains("Prepared by", "Approved by", "Order-form clauses to insist on", "Ask the vendor");
    }

    @Test
    void textIsReadableOnItsGroundInLightAndInDark() {
        String css = Assets.text("report.css");
        int dark = css.indexOf("prefers-color-scheme:dark");
        for (String tokens : List.of(css.substring(0, dark), css.substring(dark))) {
            for (String ink : List.of("ink", "soft", "accent", "notmet")) {
                for (String ground : List.of("paper", "faint")) {
                    assertThat(contrast(tokens, ink, ground))
                            .as(ink + " on " + ground)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
            for (String mark : List.of("met", "conditional", "unverified", "notmet", "none")) {
                assertThat(contrast(tokens, mark, mark + "-bg")).as(mark).isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    /** Contrast ratio by WCAG 2.2. */
    private static double contrast(String tokens, String ink, String ground) {
        double a = luminance(tokens, ink);
        double b = luminance(tokens, ground);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String tokens, String name) {
        Matcher hex = Pattern.compile("--" + name + ":#([0-9a-f]{6})").matcher(tokens);
        assertThat(hex.find()).as(name).isTrue();
        int rgb = Integer.parseInt(hex.group(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static Document parse(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        try (ByteArrayInputStream in = new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))) {
            return factory.newDocumentBuilder().parse(in);
        }
    }

    private static String style(Document html) {
        return elements(html, "style").getFirst().getTextContent();
    }

    private static List<Element> elements(Document html, String... names) {
        return all(html).stream()
                .filter(e -> List.of(names).contains(e.getTagName()))
                .toList();
    }

    private static List<Element> all(Document html) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = html.getElementsByTagName("*");
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element e) {
                elements.add(e);
            }
        }
        return elements;
    }
}
