package domicile.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import domicile.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same words from every format; what cannot be read says so and does no harm. */
class PageReaderTest {
    private static final List<String> WORDS = List.of(
            "Data residency",
            "Prompts run in the \"EU\" - always.",
            "Logs are kept for 30 days, e.g. for Acme Inc. and others.",
            "Inference in Frankfurt;",
            "Storage in Dublin.",
            "Place",
            "Products",
            "Ireland",
            "All products except Gov");

    private static final String HTML = """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>Not text</title><style>p{color:red}</style></head><body>
            <script>document.write('never')</script><h1>Data residency</h1>
            <p>Prompts run in&nbsp;the <b>“EU”</b> — <i>al</i>ways. Logs are kept for 30\u00AD days, e.g. for Acme Inc. and
            others.</p><ol><li>Inference in Frankfurt;</li><li>Storage in <a href="http://x.invalid/">Dublin</a>.</li></ol>
            <p hidden>hidden</p><p style="display: none">hidden too</p>
            <table><tr><th>Place</th><th>Products</th></tr><tr><td>Ireland</td><td>All products<br>except Gov</td></tr></table>
            <img src="http://x.invalid/pixel.png" alt="a picture"></body></html>
            """;

    @Test
    void whatIsStruckOutIsNoText() {
        String page = """
                <html><body><p>Data stays in <del>Ireland</del> <s>and</s> <strike>in</strike> Japan
                <span style="text-decoration: line-through">only</span>.</p></body></html>
                """;
        assertThat(words(page.getBytes(StandardCharsets.UTF_8), "page.html")).containsExactly("Data stays in Japan .");
    }

    @Test
    void readsTheSameWordsFromEveryFormat() throws IOException {
        String markdown = """
                Data residency
                ==============

                Prompts run in the **“EU”** — *al*ways. Logs are kept for 30 days, e.g. for Acme Inc. and others.

                1. Inference in Frankfurt;
                2. Storage in [Dublin](http://x.invalid/).

                | Place | Products |
                | --- | --- |
                | Ireland | All products<br>except Gov |
                """;
        assertThat(words(HTML.getBytes(StandardCharsets.UTF_8), "page.html")).isEqualTo(WORDS);
        assertThat(words(markdown.getBytes(StandardCharsets.UTF_8), "page.md")).isEqualTo(WORDS);
        assertThat(words(archive(HTML), "page.mhtml")).isEqualTo(WORDS);
        assertThat(words(docx(), "page.docx")).isEqualTo(WORDS);
        assertThat(words(pdf(HTML), "page.pdf")).isEqualTo(WORDS);
        String plain = """
                Data residency

                Prompts run in the “EU” — always. Logs are kept for
                30 days, e.g. for Acme Inc. and others.
                1. Inference in Frankfurt;
                2. Storage in Dublin.

                Place

                Products

                Ireland

                All products except Gov
                """;
        assertThat(words(plain.getBytes(StandardCharsets.UTF_8), "page.txt")).isEqualTo(WORDS);
    }

    @Test
    void knowsWhatEachUnitIsAndWhereItStands() {
        PageText page = read(HTML.getBytes(StandardCharsets.UTF_8), "page.html");
        assertThat(page.units())
                .extracting(Unit::kind)
                .containsExactly(
                        Unit.Kind.HEADING,
                        Unit.Kind.SENTENCE,
                        Unit.Kind.SENTENCE,
                        Unit.Kind.ITEM,
                        Unit.Kind.ITEM,
                        Unit.Kind.CELL,
                        Unit.Kind.CELL,
                        Unit.Kind.CELL,
                        Unit.Kind.CELL);
        assertThat(page.units().getLast().head()).isEqualTo("Products");
        assertThat(page.units().getLast().row()).isEqualTo(1);
        assertThat(page.units()).extracting(Unit::heading).containsOnly(0);
    }

    /** What a browser copies of a table, how a narrow screen draws it, and how a text draws it: one table. */
    @ParameterizedTest
    @ValueSource(strings = {"""
            Provider\tDPA\tInference
            Alpha\tYes\tus-east-1
            Beta\tYes (EU)\t28+ regions
            Gamma\tNo\tParis, Dublin
            """, """
            | Provider | DPA | Inference |
            |----------|:---:|-----------|
            | Alpha | Yes | us-east-1 |
            | Beta | Yes (EU) | 28+ regions |
            | Gamma | No | Paris, Dublin |
            """, """
            ProviderAlpha
            DPAYes
            Inferenceus-east-1
            ProviderBeta
            DPAYes (EU)
            Inference28+ regions
            ProviderGamma
            DPANo
            InferenceParis, Dublin
            """, """
            Provider: Alpha
            DPA: Yes
            Inference: us-east-1
            Provider: Beta
            DPA: Yes (EU)
            Inference: 28+ regions
            Provider: Gamma
            DPA: No
            Inference: Paris, Dublin
            """})
    void readsATableThatATextDraws(String table) {
        PageText page = read(("Some words.\n\n" + table + "\nMore.").getBytes(StandardCharsets.UTF_8), "a.txt");
        assertThat(page.units())
                .filteredOn(u -> u.row() >= 0)
                .extracting(u -> u.row() + " " + u.head() + " " + u.text())
                .containsExactly(
                        "0  Provider",
                        "0  DPA",
                        "0  Inference",
                        "1 Provider Alpha",
                        "1 DPA Yes",
                        "1 Inference us-east-1",
                        "2 Provider Beta",
                        "2 DPA Yes (EU)",
                        "2 Inference 28+ regions",
                        "3 Provider Gamma",
                        "3 DPA No",
                        "3 Inference Paris, Dublin");
        assertThat(page.units())
                .filteredOn(u -> u.row() < 0)
                .extracting(Unit::text)
                .containsExactly("Some words.", "More.");
    }

    /** Lines that are no table stay what they were. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alpha Street 1\nAlpha Town\nAlpha Land",
                "Prompts run in the\nProvinces of the\nProvider, says the page.",
                "\tPrompts run in Paris\n\tand in Dublin.",
                "Home | Products | Prices",
                "To: Alpha\nFrom: Beta\nTo: Gamma\nFrom: Delta",
                "We say what we do\nWe do what we say\nWe say what we think\nWe do what we think\nWe say it\nWe do it"
            })
    void linesThatDrawNoTableAreAParagraph(String lines) {
        assertThat(read(lines.getBytes(StandardCharsets.UTF_8), "a.txt").units())
                .extracting(Unit::row)
                .containsOnly(-1);
    }

    /** Nothing that looks for tables takes longer than the page is long. */
    @Test
    void longLinesThatAreNearlyATableAreReadSoon() {
        String rules = ("-".repeat(400_000) + "x\n").repeat(2);
        String labels = ("Label".repeat(20_000) + "a\n").repeat(12);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(read(rules.getBytes(StandardCharsets.UTF_8), "a.txt").units())
                    .isNotEmpty();
            assertThat(read(labels.getBytes(StandardCharsets.UTF_8), "a.txt").units())
                    .isNotEmpty();
        });
    }

    @Test
    void aPdfLosesRunningHeadsAndPageNumbersAndJoinsWhatALineOrAPageParts() throws IOException {
        StringBuilder html = new StringBuilder(
                "<html><head><style>@page { size: A5; margin: 20mm;"
                        + " @top-center { content: 'Running head' } @bottom-center { content: counter(page) } }</style></head><body>");
        for (int i = 1; i <= 60; i++) {
            html.append("<p>Sentence number ")
                    .append(i)
                    .append(" says that the provider keeps prompts for ")
                    .append(i)
                    .append(" days and then deletes them from all of its systems in the European Union.</p>");
        }
        List<String> words = words(pdf(html + "</body></html>"), "page.pdf");
        assertThat(words).hasSize(60);
        assertThat(words.get(59))
                .isEqualTo(
                        "Sentence number 60 says that the provider keeps prompts for 60 days and then deletes them from"
                                + " all of its systems in the European Union.");
    }

    @Test
    void findsTheCharset() {
        byte[] latin = "<html><body><p>Verträge für Zürich.</p></body></html>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(words(latin, "a.html")).containsExactly("Verträge für Zürich.");
        byte[] meta = "<html><head><meta charset=\"windows-1251\"></head><body><p>Москва</p></body></html>"
                .getBytes(Charset.forName("windows-1251"));
        assertThat(words(meta, "a.html")).containsExactly("Москва");
        byte[] utf16 = "\uFEFFTokio 東京".getBytes(StandardCharsets.UTF_16LE);
        assertThat(words(utf16, "a.txt")).containsExactly("Tokio 東京");
        assertThat(PageReader.read(
                                "Москва".getBytes(Charset.forName("KOI8-R")),
                                "a.txt",
                                Optional.of(Charset.forName("KOI8-R")))
                        .units())
                .extracting(Unit::text)
                .containsExactly("Москва");
    }

    @Test
    void saysWhatItCannotRead() throws IOException {
        refuses(
                "<html><body><div id=app></div><script src=x.js></script></body></html>"
                        .getBytes(StandardCharsets.UTF_8),
                "a.html",
                "shows its text by scripts");
        refuses(new byte[0], "a.txt", "holds no text");
        refuses(new byte[] {1, 2, 0, 3, 4}, "a.bin", "no page that can be read");
        refuses("%PDF-1.7 and nothing else".getBytes(StandardCharsets.UTF_8), "a.pdf", "damaged or cut off");
        refuses(blankPdf(false), "a.pdf", "holds no text");
        refuses(blankPdf(true), "a.pdf", "locked with a password");
        refuses(new byte[] {'P', 'K', 3, 4, 9, 9, 9}, "a.docx", "damaged or cut off");
    }

    @Test
    void aHostilePageEndsInOneSentence() throws IOException {
        String deep = "<div>".repeat(200_000) + "<b>".repeat(200_000) + "at the bottom";
        assertThat(words(("<html><body><p>Top.</p>" + deep).getBytes(StandardCharsets.UTF_8), "a.html"))
                .contains("Top.");
        assertThat(words(("Top.\n\n" + "> ".repeat(100_000) + "x").getBytes(StandardCharsets.UTF_8), "a.md"))
                .contains("Top.");
        assertThat(words(("Top.\n\n" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8), "a.md"))
                .contains("Top.");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        refuses(bomb.toByteArray(), "a.docx", "damaged or cut off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page.html", "page.mhtml", "page.docx", "page.pdf"})
    void whatIsCutOrAlteredIsReadOrRefused(String name) throws IOException {
        byte[] whole = switch (name) {
            case "page.html" -> HTML.getBytes(StandardCharsets.UTF_8);
            case "page.mhtml" -> archive(HTML);
            case "page.docx" -> docx();
            default -> pdf(HTML);
        };
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 60; i++) {
            byte[] bytes = java.util.Arrays.copyOf(whole, i % 2 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int k = 0; k < 20 && bytes.length > 0; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                read(bytes, name);
                read++;
            } catch (ProblemException refused) {
                assertThat(refused).hasMessageStartingWith(name);
            }
        }
        assertThat(read).isBetween(0, 60);
    }

    @Test
    void whatIsNoTextIsNoPageWhateverItsNameSays() {
        byte[] bytes = new byte[4_000];
        new java.util.Random(7).nextBytes(bytes);
        bytes[100] = 0;
        for (String name : List.of("page.html", "page.txt", "page.md", "page.bin", "page")) {
            refuses(bytes, name, "no page that can be read");
        }
    }

    private static void refuses(byte[] bytes, String name, String why) {
        assertThatThrownBy(() -> read(bytes, name))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(name + ": ")
                .hasMessageContaining(why);
    }

    private static PageText read(byte[] bytes, String name) {
        return PageReader.read(bytes, name, Optional.empty());
    }

    private static List<String> words(byte[] bytes, String name) {
        return read(bytes, name).units().stream().map(Unit::words).toList();
    }

    private static byte[] archive(String html) {
        String encoded = java.util.Base64.getMimeEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));
        return ("From: <Saved by a browser>\r\nSubject: page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
                        + "\ttype=\"text/html\"; boundary=\"----b\"\r\n\r\n------b\r\nContent-Type: text/html\r\n"
                        + "Content-Transfer-Encoding: base64\r\nContent-Location: https://x.invalid/\r\n\r\n" + encoded
                        + "\r\n------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n------b--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] docx() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String text : List.of(
                    "Data residency",
                    "Prompts run in the “EU” — always. Logs are kept for 30 days, e.g. for Acme Inc. and others.",
                    "Inference in Frankfurt;",
                    "Storage in Dublin.")) {
                document.createParagraph().createRun().setText(text);
            }
            XWPFTable table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Place");
            table.getRow(0).getCell(1).setText("Products");
            table.getRow(1).getCell(0).setText("Ireland");
            table.getRow(1).getCell(1).setText("All products except Gov");
            document.write(out);
            return out.toByteArray();
        }
    }

    static byte[] pdf(String html) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            String xml = html.replace("&nbsp;", "\u00A0")
                    .replaceAll("<br>", "<br/>")
                    .replaceAll("(<img[^>]*|<meta[^>]*)>", "$1/>")
                    .replaceAll("<!DOCTYPE html>", "")
                    .replaceAll("(?s)<script>.*?</script>", "")
                    .replaceAll("<p hidden>", "<p style=\"display: none\">");
            new PdfRendererBuilder().withHtmlContent(xml, null).toStream(out).run();
            return out.toByteArray();
        }
    }

    private static byte[] blankPdf(boolean locked) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            if (locked) {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        }
    }
}
