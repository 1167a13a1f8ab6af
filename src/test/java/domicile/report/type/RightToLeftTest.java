package domicile.report.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import domicile.Seeds;
import domicile.report.PdfReport;
import domicile.report.PdfReportTest;
import domicile.report.Sample;
import domicile.report.Untrusted;
import domicile.report.model.ReportModel;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/**
 * Hebrew, Arabic, Persian and Korean on paper; ICU, which the program does without (decision 34), says what is right.
 */
class RightToLeftTest {
    private static final String ARABIC = "شركة البيانات العربية (الإمارات) 2026";
    private static final String HEBREW = "חברת הנתונים (ישראל) בע\"מ";
    private static final String PERSIAN = "شرکت داده\u200cهای پارس";
    private static final String KOREAN = "주식회사 데이터 코리아";
    private static final String QUESTION = "מי חותם? סעיף 14 (ב), עד 30 ביוני 2026, באישור Google Cloud.";

    private static ReportModel report() {
        List<Offering> offerings = new ArrayList<>();
        for (String name : List.of(ARABIC, HEBREW, PERSIAN, KOREAN)) {
            offerings.add(Sample.offering(offerings.size() + 1, name));
        }
        Register register = Sample.register(offerings);
        return ReportModel.of(
                Sample.assessment(register, Sample.workload("בדיקה 2026 (דבלין)", List.of(), List.of())),
                register,
                List.of(QUESTION),
                Locale.ENGLISH);
    }

    @Test
    void namesAndNotesAreSetShapedAndReadAsTheyWereWritten() throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        byte[] pdf = PdfReport.render(report());

        assertThat(PdfReportTest.violations(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(PdfReportTest.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(PdfReport.render(report())).as("made again").isEqualTo(pdf);

        List<String> shown = new ArrayList<>();
        List<String> reads = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                extractor.getMarkedContents().stream()
                        .filter(piece -> piece.getActualText() != null)
                        .forEach(piece -> {
                            reads.add(piece.getActualText());
                            shown.add(piece.getContents().stream()
                                    .map(glyph -> ((TextPosition) glyph).getUnicode())
                                    .collect(Collectors.joining()));
                        });
            }
            assertThat(new PDFTextStripper().getText(document)).contains(KOREAN);
        }
        assertThat(reads).contains(ARABIC, HEBREW, PERSIAN.replace("\u200c", ""), "בדיקה 2026 (דבלין)", QUESTION);
        // from left to right: the digits as they are, the bracket turned, the letters joined
        assertThat(shown.get(reads.indexOf(HEBREW))).isEqualTo("מ\"עב (לארשי) םינותנה תרבח");
        assertThat(shown.get(reads.indexOf(ARABIC)))
                .startsWith("2026 (")
                .doesNotContain("ش")
                .contains("ﺔﻛﺮﺷ");
    }

    @Test
    void aReportInOtherLettersSaysNothingTwice() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfReport.render(Sample.report(1, Locale.ENGLISH)))) {
            for (PDPage page : document.getPages()) {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                assertThat(extractor.getMarkedContents()).isNotEmpty().allMatch(piece -> piece.getActualText() == null);
            }
        }
    }

    @Test
    void aSentenceThatOnlyBeginsWithANameRunsAsItsLettersDo() {
        RightToLeft.Splitter splitter = new RightToLeft.Splitter();
        assertThat(splitter.getBaseDirection("חברה publishes where prompts are processed."))
                .isZero();
        assertThat(splitter.getBaseDirection("Google: מי חותם על הטופס?")).isEqualTo((byte) 1);

        splitter.setParagraph("from חברה 2026 (בע\"מ), Haifa", (byte) 0);
        assertThat(IntStream.range(0, splitter.countTextRuns())
                        .mapToObj(splitter::getVisualRun)
                        .map(r -> r.getStart() + "+" + r.getLength() + ":" + r.getDirection()))
                .containsExactly("0+5:0", "5+16:1", "21+7:0");
    }

    @Test
    void persianLettersAreShapedAndAJoinerKeepsThemApart() {
        assertThat(ArabicShapes.shape("پارس", c -> true)).isEqualTo("\ufb58\ufe8e\ufead\ufeb1");
        assertThat(ArabicShapes.shape("می\u200cخ", c -> true)).isEqualTo("\ufee3\ufbfd\ufea5");
        assertThat(ArabicShapes.shape("میخ", c -> true)).isEqualTo("\ufee3\ufbff\ufea6");
        assertThat(ArabicShapes.shape("میخ", c -> c < 0xfb00))
                .as("of a font without")
                .isEqualTo("میخ");
    }

    /** The letters of Arabic and what stands between them. */
    @Test
    void lettersAreShapedAsIcuShapesThem() {
        Seeds.forAll(2_000, random -> {
            String word = Seeds.text(random, "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوي (1", 0, 12);
            String expected = new ArabicShaping(ArabicShaping.TEXT_DIRECTION_LOGICAL
                            | ArabicShaping.LETTERS_SHAPE
                            | ArabicShaping.LENGTH_GROW_SHRINK)
                    .shape(word)
                    .replace('ء', 'ﺀ'); // has one shape alone, under either name
            assertThat(ArabicShapes.shape(word, c -> true)).isEqualTo(expected);
            assertThat(ArabicShapes.unshaped(expected)).isEqualTo(word);
        });
    }

    /** Why ICU does not take the place of our shapes; decision 34. */
    @Test
    void icuLeavesPersianAndUrduLettersUnjoined() throws ArabicShapingException {
        String letters = "گچپژیٹ";
        assertThat(new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_GROW_SHRINK).shape(letters))
                .isEqualTo(letters);
        assertThat(ArabicShapes.shape(letters, c -> true))
                .hasSameSizeAs(letters)
                .doesNotContainPattern("[گچپژیٹ]");
    }

    @Test
    void aLineIsTurnedAsIcuTurnsIt() {
        Seeds.forAll(2_000, random -> {
            String line = Seeds.text(random, "אבגדשםעابتشabcXYZ0123456789 .,:;-/()[]«»<>\"%", 0, 20);
            Bidi bidi = new Bidi(line, Bidi.RTL);
            assertThat(RightToLeft.visual(line))
                    .isEqualTo(bidi.writeReordered(Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING));
        });
    }

    @Test
    void aPointIsDrawnFromItsLettersLeft() {
        assertThat(RightToLeft.visual("של\u05b8ם a")).isEqualTo("a ם\u05b8לש");
        assertThat(RightToLeft.visual("قَلَم")).isEqualTo("م\u064eل\u064eق");
        assertThat(RightToLeft.visual("Z\u0351 ש")).endsWith("Z\u0351");
    }

    @Test
    void aLetterWithItsPointsIsOneGlyphWhereThereIsOne() {
        assertThat(RightToLeft.visual("ש\u05b8\u05bc\u05c1")).isEqualTo("\u05b8\ufb2c");
        assertThat(RightToLeft.visual("ו\u05b9")).isEqualTo("\ufb4b");
    }

    @Test
    void pointsReadAsTheyWereWritten() throws IOException {
        String pointed = "ב\u05b0\u05bcר\u05b5אש\u05b4\u05c1ית";
        byte[] pdf = PdfReport.render(Untrusted.everywhere(place -> place.equals("parked") ? pointed : place));
        List<String> reads = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                extractor.getMarkedContents().stream()
                        .map(PDMarkedContent::getActualText)
                        .filter(Objects::nonNull)
                        .forEach(reads::add);
            }
        }
        assertThat(reads).containsExactly(pointed);
    }

    @Test
    void lettersThatAreJoinedAreMeasuredJoined() {
        String name = "شركة البيانات العربية للخدمات السحابية";
        LineFit narrow = new LineFit(160, 9);
        assertThat(narrow.cut(name, 1)).isEqualTo(name);
        assertThat(narrow.cut(name.replaceAll("(?<=\\S)(?=\\S)", "\u200c"), 1))
                .as("alone")
                .endsWith("…");
    }

    @Test
    void everyBracketIsTurnedAsUnicodeSays() {
        IntStream.range(0, 0x3100)
                .filter(PdfFonts::always)
                .filter(c -> switch (Character.getType(c)) {
                    case Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION ->
                        Character.UnicodeScript.of(c) == Character.UnicodeScript.COMMON;
                    default -> c == '<' || c == '>';
                })
                .forEach(c -> assertThat(RightToLeft.mirrored(c))
                        .as(Character.getName(c))
                        .isEqualTo(UCharacter.getMirror(c)));
    }
}
