package domicile.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Requirement;
import domicile.assessment.Status;
import domicile.report.PdfReport;
import domicile.report.Sample;
import domicile.report.model.ReportModel;
import domicile.report.model.ReportModel.Candidate;
import domicile.report.model.ReportModel.Mode;
import domicile.report.model.Texts;
import domicile.report.type.LineFit;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Page one says whole sentences, however many candidates it has and whatever they are called. */
class PageOneTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

    /** What adds something to another sentence, whose short form says it. */
    private static final Set<String> WRAPPERS = Set.of("mode.storage.quoted", "mode.storage.wayOut");

    static Stream<Arguments> sizes() {
        return LANGUAGES.stream().flatMap(l -> Stream.of(1, 2, 3, 5, 8, 11, 14).map(n -> Arguments.of(n, l)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everySentenceIsWhole(int candidates, Locale locale) throws IOException {
        holds(Sample.report(candidates, locale));
    }

    /** What a workload may ask. */
    enum Asks {
        NOTHING,
        PLACE_ALONE,
        ALL_UNDECIDED,
        ALL
    }

    @ParameterizedTest
    @EnumSource(Asks.class)
    void everySentenceIsWholeWhateverIsAsked(Asks asks) throws IOException {
        for (Locale locale : LANGUAGES) {
            holds(report(asks, "Claims triage", 14, "", List.of(), locale));
        }
    }

    @ParameterizedTest
    @EnumSource(Asks.class)
    void longNamesAndManyOpenQuestionsStayOnThePage(Asks asks) throws IOException {
        String words = "of a service with a long and winding name ".repeat(3);
        List<String> questions = IntStream.rangeClosed(1, 45)
                .mapToObj(i -> "Question " + i + ": who decides it, and on which day will the answer be there?")
                .toList();
        String workload = "Claims triage ".repeat(15).substring(0, 200);

        ReportModel r = report(asks, workload, 14, words, questions, Locale.GERMAN);

        holds(r);
        PageOne front = PageOne.paper(r);
        assertThat(front.openLeft(r)).isPositive();
        assertThat(front.title(r.workload())).isEqualTo(workload);
        assertThat(pageOne(PdfReport.render(r)))
                .contains(letters(front.moreOpen(r)))
                .contains(letters(front.inFull(r)));
    }

    /** What fits is not shortened. */
    @Test
    void fewCandidatesHaveTheirSentencesInFull() {
        ReportModel r = Sample.report(1, Locale.ENGLISH);
        PageOne front = PageOne.paper(r);

        assertThat(front.notes(r)).isEmpty();
        Candidate c = r.candidates().getFirst();
        assertThat(front.why(c.why())).isEqualTo(c.why().reason());
        assertThat(c.modes()).allSatisfy(m -> assertThat(front.reason(m)).isEqualTo(m.reason()));
    }

    @Test
    void everyFailureModeHasAShortSentence() {
        ResourceBundle sentences = ResourceBundle.getBundle("domicile.assessment.Sentences", Locale.ROOT);
        List<String> keys = Stream.concat(
                        sentences.keySet().stream().filter(k -> k.startsWith("mode.") && !WRAPPERS.contains(k)),
                        Stream.of(Workload.Part.values()).map(p -> "undecided." + p))
                .toList();
        assertThat(keys).hasSizeGreaterThan(30);
        for (Locale locale : LANGUAGES) {
            Texts texts = new Texts(locale);
            assertThat(keys)
                    .allSatisfy(k -> assertThat(texts.find("brief." + k))
                            .as(k + " " + locale)
                            .isPresent());
        }
    }

    @Test
    void everyRequirementHasAShortSentenceForEveryStatusThatDecides() {
        for (Locale locale : LANGUAGES) {
            Texts texts = new Texts(locale);
            for (Requirement requirement : Requirement.values()) {
                for (Status status : EnumSet.complementOf(EnumSet.of(Status.MET))) {
                    boolean attested = Stream.of(Attestation.Kind.values())
                            .anyMatch(k -> k.name().equals(requirement.name()));
                    String key = attested
                                    && texts.find("brief." + requirement + "." + status)
                                            .isEmpty()
                            ? "brief.attestation." + status
                            : "brief." + requirement + "." + status;
                    assertThat(texts.find(key, "x")).as(key + " " + locale).isPresent();
                }
            }
        }
    }

    /** Every short form is of a sentence that there is. */
    @Test
    void noShortSentenceIsOfNothing() {
        Set<String> known = ResourceBundle.getBundle("domicile.assessment.Sentences", Locale.ROOT)
                .keySet();
        assertThat(ResourceBundle.getBundle("domicile.report.Report", Locale.ROOT).keySet().stream()
                        .filter(k -> k.startsWith("brief."))
                        .map(k -> k.substring("brief.".length()))
                        .filter(k -> !k.matches("([A-Z_0-9]+|attestation)\\.[A-Z_]+")))
                .isNotEmpty()
                .allMatch(known::contains);
    }

    /** In the narrowest column, so that fourteen candidates have room. */
    @Test
    void aFailureModeIsSaidInTwoLines() {
        LineFit column = new LineFit((182 * 0.164 - 3.3) * 72 / 25.4, 6.6);
        for (Locale locale : LANGUAGES) {
            ResourceBundle texts = ResourceBundle.getBundle("domicile.report.Report", locale);
            assertThat(texts.keySet().stream().filter(k -> k.startsWith("brief.mode.")))
                    .allSatisfy(k -> assertThat(column.lines(texts.getString(k)))
                            .as(k + " " + locale)
                            .isLessThanOrEqualTo(2));
        }
    }

    /** That page one is one page, and says what it says to the end. */
    private static void holds(ReportModel r) throws IOException {
        for (Kind kind : List.of(Kind.DILIGENCE, Kind.BOARD)) {
            PageOne front = kind == Kind.BOARD ? PageOne.board(r) : PageOne.paper(r);
            byte[] pdf = PdfReport.render(r, kind);
            String page = pageOne(pdf);
            String where = kind + " of " + r.candidates().size() + " in " + r.lang();

            assertThat(page).as(where).doesNotContain("…").doesNotContain("...");
            int from = 0;
            for (Candidate c : r.candidates()) {
                List<String> said = new ArrayList<>(
                        List.of(front.name(c.name()), c.verdict().word(), front.why(c.why())));
                for (Mode m : c.modes()) {
                    said.add(m.mark().word());
                    if (kind == Kind.DILIGENCE) {
                        said.add(front.reason(m));
                    }
                }
                for (String one : said) {
                    int at = page.indexOf(letters(one), from);
                    assertThat(at).as("%s of %s, %s", one, c.name(), where).isNotNegative();
                    from = at + letters(one).length();
                }
            }
            String notes = front.notes(r);
            assertThat(page.substring(from))
                    .as(where)
                    .contains(letters(notes), letters(notes.isEmpty() ? "" : front.inFull(r)));
            if (kind == Kind.BOARD) {
                try (PDDocument document = Loader.loadPDF(pdf)) {
                    assertThat(document.getNumberOfPages()).isEqualTo(1);
                }
            }
        }
    }

    private static ReportModel report(
            Asks asks, String name, int candidates, String more, List<String> questions, Locale locale) {
        List<Offering> offerings = IntStream.rangeClosed(1, candidates)
                .mapToObj(i -> Sample.offering(i, ("Vendor " + i + " " + more).strip()))
                .toList();
        Register register = Sample.register(offerings);
        return ReportModel.of(Sample.assessment(register, workload(asks, name)), register, questions, locale);
    }

    private static Workload workload(Asks asks, String name) {
        List<Evidence> evidence = Sample.evidence();
        Workload all = Sample.workload(name, List.of(), evidence);
        return switch (asks) {
            case ALL -> all;
            case NOTHING -> nothing(name, Optional.empty(), Set.of());
            case PLACE_ALONE -> nothing(name, all.inference(), Set.of());
            case ALL_UNDECIDED -> nothing(name, all.inference(), EnumSet.allOf(Workload.Part.class));
        };
    }

    private static Workload nothing(
            String name, Optional<domicile.residency.Area> inference, Set<Workload.Part> undecided) {
        return new Workload(
                name,
                LocalDate.of(2026, 7, 1),
                List.of(),
                List.of(),
                inference,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                undecided,
                List.of());
    }

    private static String pageOne(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            return letters(stripper.getText(document));
        }
    }

    /** Lines may break anywhere. */
    private static String letters(String text) {
        return text.replaceAll("[\\s\u00A0\u202F]", "");
    }
}
