package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.report.document.Kind;
import domicile.report.model.ReportModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class PdfReportTest {
    /** Every sample is rendered once, whatever is then looked for in it. */
    private static final Map<Sampled, byte[]> RENDERED = new HashMap<>();

    record Sampled(int candidates, Locale locale) {
        ReportModel model() {
            return Sample.report(candidates, locale);
        }

        byte[] pdf() {
            return RENDERED.computeIfAbsent(this, s -> PdfReport.render(s.model()));
        }
    }

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    /**
     * One of each layout of page one and of the matrix, in three languages; with {@code -Ddomicile.thorough} every size
     * from 1 to 14 in every language and kind, which takes minutes.
     */
    static Stream<Sampled> sizesAndLanguages() {
        return Boolean.getBoolean("domicile.thorough")
                ? Stream.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)
                        .flatMap(l -> IntStream.rangeClosed(1, 14).mapToObj(n -> new Sampled(n, l)))
                : Stream.of(
                        new Sampled(1, Locale.ENGLISH),
                        new Sampled(5, Locale.GERMAN),
                        new Sampled(8, Locale.FRENCH),
                        new Sampled(14, Locale.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("sizesAndLanguages")
    void isValidForArchivesAndForAssistiveTechnology(Sampled sampled) {
        byte[] pdf = sampled.pdf();

        assertThat(violations(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        if (Boolean.getBoolean("domicile.thorough")) {
            for (Kind kind : List.of(Kind.BOARD, Kind.LETTER)) {
                byte[] other = PdfReport.render(sampled.model(), kind);
                assertThat(violations(other, PDFAFlavour.PDFA_3_A))
                        .as(kind + " " + sampled)
                        .isEmpty();
                assertThat(violations(other, PDFAFlavour.PDFUA_1))
                        .as(kind + " " + sampled)
                        .isEmpty();
            }
        }
    }

    /**
     * In English: the validator reads the names of types by the machine's language, and in Turkish knows no
     * {@code Integer}.
     */
    public static List<String> violations(byte[] pdf, PDFAFlavour flavour) {
        Locale here = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> failed = result.getTestAssertions().stream()
                    .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                    .map(a -> a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + " " + a.getMessage()
                            + " at " + a.getLocation().getContext())
                    .limit(12)
                    .toList();
            assertThat(result.isCompliant()).isEqualTo(failed.isEmpty());
            return failed;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            Locale.setDefault(here);
        }
    }

    /** With those that are the tightest: longer words, and as many candidates as a density holds. */
    static Stream<Sampled> tightPages() {
        return Stream.concat(
                sizesAndLanguages(),
                Stream.of(
                        new Sampled(9, Locale.GERMAN), new Sampled(11, Locale.FRENCH), new Sampled(13, Locale.GERMAN)));
    }

    @ParameterizedTest
    @MethodSource("tightPages")
    void pageOneHasVerdictAndFailureModesOfEveryCandidate(Sampled sampled) throws IOException {
        ReportModel model = sampled.model();

        String page = pageOne(sampled.pdf());

        assertThat(model.candidates()).hasSize(sampled.candidates());
        int from = 0;
        for (ReportModel.Candidate c : model.candidates()) {
            for (String expected : Stream.concat(
                            Stream.of(c.name(), c.verdict().word()),
                            c.modes().stream().map(m -> m.mark().word()))
                    .toList()) {
                int at = page.indexOf(letters(expected), from);
                assertThat(at).as("%s of %s on page one", expected, c.name()).isNotNegative();
                from = at;
            }
        }
        model.candidates().stream()
                .flatMap(c -> c.modes().stream())
                .forEach(m -> assertThat(page).contains(letters(m.name())));
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 14})
    void pageOneHoldsEveryNumberOfCandidatesWhateverTheyAreCalled(int candidates) throws IOException {
        ReportModel model = Untrusted.longWinded(candidates);

        try (PDDocument document = Loader.loadPDF(PdfReport.render(model))) {
            String page = letters(text(document, 1));

            long states = model.candidates().stream()
                    .flatMap(c -> c.modes().stream())
                    .filter(m -> page.contains(letters(m.mark().word())))
                    .count();
            assertThat(states).isEqualTo(candidates * 4L);
            for (int i = 1; i <= candidates; i++) {
                assertThat(page).contains("W" + i + "WW");
            }
            assertThat(letters(text(document, 2)))
                    .doesNotContain("W" + candidates + "WW"
                            + letters(model.candidates().getLast().verdict().word()));
        }
    }

    private static String pageOne(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return letters(text(document, 1));
        }
    }

    private static String text(PDDocument document, int page) throws IOException {
        return text(document, page, false);
    }

    private static String text(PDDocument document, int page, boolean sorted) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(sorted);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    /** Lines may break anywhere. */
    private static String letters(String text) {
        return text.replaceAll("[\\s\u00A0]", "");
    }

    @Test
    void isTheSameByteForByteWhenMadeAgain() {
        byte[] once = new Sampled(1, Locale.ENGLISH).pdf();

        assertThat(PdfReport.render(Sample.report(1, Locale.ENGLISH))).isEqualTo(once);
        assertThat(new Sampled(5, Locale.GERMAN).pdf()).isNotEqualTo(once);
    }

    @Test
    void embedsEveryFont() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfReport.render(Untrusted.report()))) {
            int fonts = 0;
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts++;
                }
            }
            assertThat(fonts).isPositive();
        }
    }

    @Test
    void carriesTitleLanguageDatesAndBookmarks() throws IOException {
        Sampled sampled = new Sampled(5, Locale.GERMAN);
        ReportModel model = sampled.model();

        try (PDDocument document = Loader.loadPDF(sampled.pdf())) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(model.title());
            assertThat(document.getDocumentInformation()
                            .getCreationDate()
                            .toInstant()
                            .toString())
                    .isEqualTo("2026-06-30T00:00:00Z");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
            PDOutlineItem first =
                    document.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertThat(first.getTitle()).isEqualTo(model.t("section.verdicts"));
        }
    }

    @Test
    void theContentsGoForward() throws IOException {
        for (int candidates : List.of(5, 14)) {
            try (PDDocument document = Loader.loadPDF(new Sampled(candidates, Locale.ENGLISH).pdf())) {
                List<Integer> pages = new ArrayList<>();
                for (PDOutlineItem item :
                        document.getDocumentCatalog().getDocumentOutline().children()) {
                    pages.add(document.getPages().indexOf(item.findDestinationPage(document)));
                }
                assertThat(pages).hasSizeGreaterThan(6).isSorted();
            }
        }
    }

    @Test
    void numbersPagesAndRepeatsTableHeads() throws IOException {
        try (PDDocument document = Loader.loadPDF(new Sampled(5, Locale.GERMAN).pdf())) {
            int pages = document.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                assertThat(letters(text(document, page, true))).contains("Seite" + page + "von" + pages);
            }
            // a candidate's findings go over several pages, each with its own head
            long heads = Stream.iterate(1, i -> i <= pages, i -> i + 1)
                    .filter(page -> {
                        try {
                            return letters(text(document, page)).contains("AnforderungStatusBefund");
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .count();
            assertThat(heads).isGreaterThan(3);
        }
    }

    /** The renderer clips what stands outside, such as the first figure of a list's tenth number. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingStandsOutsideTheMargins(Kind kind) throws IOException {
        double margin = 14 * 72 / 25.4;
        try (PDDocument document = Loader.loadPDF(PdfReport.render(Sample.report(3, Locale.GERMAN), kind))) {
            List<String> outside = new ArrayList<>();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition glyph) {
                    if (glyph.getX() < margin - 0.1
                            || glyph.getX() + glyph.getWidth() > glyph.getPageWidth() - margin + 0.1) {
                        outside.add(glyph.getUnicode() + " at " + glyph.getX());
                    }
                    super.processTextPosition(glyph);
                }
            }.getText(document);
            assertThat(outside).isEmpty();
        }
    }

    @Test
    void aBulletStandsBeforeItsText() throws IOException {
        List<String> lines = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(new Sampled(5, Locale.GERMAN).pdf())) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                lines.addAll(text(document, page, true).lines().toList());
            }
        }
        assertThat(lines.stream().map(PdfReportTest::letters).filter(line -> line.startsWith("•")))
                .contains("•Whichsideserviceswillseeprompts?", "•Whosignstheorderform?");
        assertThat(lines.stream()
                        .map(PdfReportTest::letters)
                        .filter(line -> line.contains("Befunde im Überblick".replace(" ", ""))))
                .isNotEmpty()
                .noneMatch(line -> line.contains("•"));
    }

    @Test
    void untrustedTextIsValidToo() {
        byte[] pdf = PdfReport.render(Untrusted.report());

        assertThat(violations(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void theBoardHasOnePageAndEveryVendorALetterOfItsOwn() throws IOException {
        ReportModel model = Sample.report(14, Locale.GERMAN);
        byte[] board = PdfReport.render(model, Kind.BOARD);
        byte[] letters = PdfReport.render(Sample.report(3, Locale.FRENCH), Kind.LETTER);

        try (PDDocument document = Loader.loadPDF(board)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            String page = letters(text(document, 1));
            model.candidates()
                    .forEach(c -> assertThat(page)
                            .contains(letters(c.name()), letters(c.verdict().word())));
        }
        try (PDDocument document = Loader.loadPDF(letters)) {
            assertThat(document.getDocumentCatalog().getNames()).isNull();
            assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(3);
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .hasSize(3);
            assertThat(letters(new PDFTextStripper().getText(document)))
                    .contains(Sample.report(3, Locale.FRENCH).candidates().stream()
                            .flatMap(c -> c.asks().stream())
                            .map(a -> letters(a.question()))
                            .toList());
        }
        for (byte[] pdf : List.of(board, letters)) {
            assertThat(violations(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
            assertThat(violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        }
    }
}
