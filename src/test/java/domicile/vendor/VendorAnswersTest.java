package domicile.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Schemas;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.FrameworkControl;
import domicile.residency.Place;
import domicile.residency.Register;
import domicile.scan.Trees;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A vendor's answers beside what contradicts them. */
class VendorAnswersTest {
    private static final Register REGISTER = Trees.REGISTER;
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final String ANTHROPIC = "anthropic-direct";

    private static KeptWorkbook kept(String offering, String text) {
        return new KeptWorkbook(
                offering,
                DAY,
                WorkbookReader.read("answers.csv", text.getBytes(StandardCharsets.UTF_8), Optional.empty(), REGISTER));
    }

    private static KeptWorkbook hecvat(String offering, String... answers) {
        return kept(offering, "HECVAT 4.1.4;;\nID;Answer;Additional Information\n" + String.join("\n", answers) + "\n");
    }

    private static List<VendorAnswers.Told> told(List<Evidence> documents, KeptWorkbook... kept) {
        return new VendorAnswers(REGISTER, List.of(kept), documents, DAY).of(kept[0].offering());
    }

    private static List<Contradiction> contradictions(List<Evidence> documents, KeptWorkbook... kept) {
        return told(documents, kept).stream()
                .flatMap(t -> t.contradictions().stream())
                .toList();
    }

    private static Evidence document(Evidence.Kind kind, LocalDate date) {
        return new Evidence(ANTHROPIC, kind, date, List.of(new Place.Country("DE")), "Claude API", "order.pdf");
    }

    private static Evidence certificate(Evidence.Kind kind, Attestation.Kind of) {
        return new Evidence(
                ANTHROPIC,
                kind,
                DAY,
                Optional.empty(),
                List.of(),
                "Claude API",
                Optional.of(of),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                List.of(),
                "report.pdf",
                Evidence.Passage.NONE);
    }

    /** What the register says of each is looked up by hand in its data files. */
    @ParameterizedTest
    @CsvSource({
        "AISC-02, Yes, anthropic-direct, true", // not used for training by default
        "AISC-02, No, anthropic-direct, false",
        "DPAI-02, No, anthropic-direct, true", // 7 days
        "DPAI-02, Yes, anthropic-direct, false",
        "DPAI-02, Yes, anthropic-bedrock, true", // 0 days
        "HIPA-28, No, anthropic-direct, true", // a BAA is held
        "HIPA-28, Yes, anthropic-direct, false",
        "DCTR-02, No, anthropic-direct, true", // SOC 2 Type II is held
        "DOCU-03, No, anthropic-direct, true",
        "DOCU-03, Yes, anthropic-direct, false",
        "INTL-01, No, anthropic-bedrock, true", // deployments in the EU
        "GNRL-08, Germany, mistral-la-plateforme, true", // Paris
        "GNRL-08, 'Paris, Frankreich', mistral-la-plateforme, false",
        "GNRL-08, see our site, mistral-la-plateforme, false",
        "THRD-02, No, anthropic-direct, false" // says nothing that the register says
    })
    void aPlainAnswerIsComparedWithWhatIsPublished(String id, String said, String offering, boolean contradicted) {
        List<Contradiction> found = contradictions(List.of(), hecvat(offering, id + ";" + said + ";"));
        assertThat(!found.isEmpty()).isEqualTo(contradicted);
        assertThat(found)
                .allSatisfy(c -> assertThat(c)
                        .isInstanceOfSatisfying(
                                Contradiction.Published.class,
                                p -> assertThat(p.facts())
                                        .isNotEmpty()
                                        .allSatisfy(
                                                f -> assertThat(f.citations()).isNotEmpty())));
    }

    @Test
    void wordsThatLimitAnAnswerContradictNothing() {
        for (String answer : List.of(
                "AISC-02;Yes, but only with consent;",
                "AISC-02;Yes;except where the customer opted out",
                "AISC-02;Partially;",
                "AISC-02;N/A;",
                "AISC-02;;",
                "AISC-02;We may use input to improve models;")) {
            assertThat(contradictions(List.of(), hecvat(ANTHROPIC, answer)))
                    .as(answer)
                    .isEmpty();
        }
    }

    @Test
    void aDocumentInHandIsComparedUnlessItIsOfALaterDayOrOfAnother() {
        Evidence noTraining = document(Evidence.Kind.ORDER_FORM_NO_TRAINING, DAY);
        KeptWorkbook yes = hecvat("aws-bedrock", "AISC-02;Yes;", "DCTR-03;No;", "DOCU-04;No;");
        assertThat(contradictions(List.of(noTraining), yes)).noneMatch(Contradiction.InHand.class::isInstance);
        KeptWorkbook own = hecvat(ANTHROPIC, "AISC-02;Yes;", "DCTR-03;No;", "HIPA-28;No;", "A&A-02.1;No;");
        assertThat(contradictions(
                        List.of(
                                noTraining,
                                document(Evidence.Kind.ORDER_FORM_STORAGE_REGION, DAY),
                                document(Evidence.Kind.VENDOR_BAA, DAY.plusDays(1)),
                                document(Evidence.Kind.DPA_SIGNED, DAY)),
                        own))
                .filteredOn(Contradiction.InHand.class::isInstance)
                .extracting(c -> ((Contradiction.InHand) c).document().kind())
                .containsExactly(Evidence.Kind.ORDER_FORM_NO_TRAINING, Evidence.Kind.ORDER_FORM_STORAGE_REGION);
        assertThat(contradictions(
                        List.of(
                                certificate(Evidence.Kind.SOC2_REPORT, Attestation.Kind.SOC2_TYPE_I),
                                certificate(Evidence.Kind.CERTIFICATE, Attestation.Kind.SCC)),
                        hecvat(ANTHROPIC, "DCTR-02;No;", "INTL-03;No;")))
                .filteredOn(Contradiction.InHand.class::isInstance)
                .extracting(c -> ((Contradiction.InHand) c).document().kind())
                .containsExactly(Evidence.Kind.CERTIFICATE);
    }

    @Test
    void aNewerWorkbookStandsInTheOlderOnesPlaceAndATurnIsAContradiction() {
        KeptWorkbook older = hecvat(ANTHROPIC, "THRD-02;Yes;", "DATA-09;Yes;", "DPAI-03;yes;");
        KeptWorkbook newer = hecvat(ANTHROPIC, "THRD-02;No;", "DATA-09;We return it;");
        List<VendorAnswers.Told> told = told(List.of(), older, newer);
        assertThat(told)
                .extracting(t -> t.answer().control() + " " + t.answer().said().text())
                .containsExactly(
                        "HECVAT-4.14:DPAI-03 yes", "HECVAT-4.14:THRD-02 No", "HECVAT-4.14:DATA-09 We return it");
        assertThat(told.get(1).contradictions()).singleElement().isInstanceOf(Contradiction.Before.class);
        assertThat(told.get(2).contradictions()).isEmpty();
        assertThat(told.get(2).before()).isPresent();
        assertThat(told.getFirst().before()).isEmpty();
        assertThat(older.book().changes(newer.book()))
                .extracting(c -> c.control() + " " + c.turned() + " " + c.now().isPresent())
                .containsExactly(
                        "HECVAT-4.14:THRD-02 true true",
                        "HECVAT-4.14:DATA-09 false true",
                        "HECVAT-4.14:DPAI-03 false false");
    }

    @Test
    void anotherEditionIsNeverCompared() {
        KeptWorkbook older = kept(ANTHROPIC, "CAIQ v4.0.3;\nID;Answer\nA&A-02.1;No\n");
        KeptWorkbook newer = kept(ANTHROPIC, "CAIQ v4.1.0;\nID;Answer\nA&A-02.1;Yes\n");
        assertThat(contradictions(List.of(), older, newer)).isEmpty();
        assertThat(older.book().changes(newer.book())).hasSize(1).noneMatch(VendorWorkbook.Change::turned);
    }

    /** A claim of a control that the register does not list would never be looked at. */
    @Test
    void everyClaimIsOfAListedControl() {
        List<String> listed =
                REGISTER.controls().stream().map(FrameworkControl::id).toList();
        assertThat(listed.stream().filter(id -> Claim.of(id).isPresent()))
                .hasSize(Claim.controls().size());
        assertThat(Stream.of(Claim.values()))
                .allMatch(claim -> Claim.controls().stream()
                        .anyMatch(id -> Claim.of(id).filter(c -> c == claim).isPresent()));
    }

    @Test
    void whatIsKeptIsAContract() {
        List<KeptWorkbook> kept =
                List.of(hecvat(ANTHROPIC, "AISC-02;Yes;see \u201Cpolicy\u201D", "DATA-09;;", ";Yes;"));
        String json = KeptWorkbook.write(kept);
        assertThat(Schemas.errors("domicile.workbooks/1", json)).isEmpty();
        assertThat(KeptWorkbook.read("workbooks.json", json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(kept);
    }
}
