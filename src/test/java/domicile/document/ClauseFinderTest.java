package domicile.document;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.register.Pack;
import domicile.residency.Evidence;
import domicile.residency.Register;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is found in documents of our own, what limits it, and what is said not to be there. */
class ClauseFinderTest {
    private static final Register REGISTER = Pack.shipped().register(LocalDate.of(2026, 6, 30));

    private static final String STATEMENT_OF_WORK = """
            # Statement of Work 7

            Effective 1 February 2027 between Harbour Insurance plc ("Client") and Cohere Inc. ("Vendor").

            ## 4. Hosting

            4.1 All model inference for the Cohere Platform will take place on servers in Canada and nowhere else.

            4.2 Paragraph 4.1 does not apply to fine-tuning jobs, which Vendor may run in the United States.

            4.3 Client Data is stored at rest in the ca-central-1 region.

            ## 5. Training

            Vendor will never train its models with Client Data.

            ## 6. Miscellaneous

            This SOW is governed by the laws of Germany. Client must not use the output to train a competing model.
            """;

    @Test
    void findsClausesWithTheirValuesAndWhatLimitsThem() {
        Passage inference = first(STATEMENT_OF_WORK, Evidence.Kind.ORDER_FORM_INFERENCE_REGION);
        assertThat(inference.quote()).startsWith("All model inference").endsWith("nowhere else.");
        assertThat(inference.values().places()).containsExactly("CA");
        assertThat(inference.values().product()).contains("Cohere Platform");
        assertThat(inference.values().date()).contains("2027-02-01");
        assertThat(inference.hedges())
                .extracting(Passage.Hedge::quote)
                .anyMatch(h -> h.contains("does not apply to fine-tuning"));
        assertThat(inference.warnings()).isEmpty();
        Passage storage = first(STATEMENT_OF_WORK, Evidence.Kind.ORDER_FORM_STORAGE_REGION);
        assertThat(storage.values().places()).containsExactly("CA");
        assertThat(storage.values().regions()).containsExactly("ca-central-1");
        assertThat(kind(STATEMENT_OF_WORK, Evidence.Kind.ORDER_FORM_NO_TRAINING).passages())
                .extracting(Passage::quote)
                .containsExactly("Vendor will never train its models with Client Data.");
        for (Evidence.Kind none :
                List.of(Evidence.Kind.SOC2_REPORT, Evidence.Kind.DPA_SIGNED, Evidence.Kind.STORAGE_RESIDENCY_CLAIM)) {
            assertThat(kind(STATEMENT_OF_WORK, none).found()).isFalse();
        }
    }

    @Test
    void aPlaceOfStorageIsNoPlaceOfInference() {
        Clauses.OfKind inference = kind("""
                # Order Form

                Order date: 4 May 2027.

                Client files are stored in Finland. Teams in Ireland give support. The courts of Denmark decide.
                """, Evidence.Kind.ORDER_FORM_INFERENCE_REGION);
        assertThat(inference.found()).isFalse();
        assertThat(inference.passages()).singleElement().satisfies(p -> {
            assertThat(p.quote()).isEqualTo("Client files are stored in Finland.");
            assertThat(p.warnings()).contains(Warning.SPEAKS_OF_STORAGE);
        });
    }

    @Test
    void aReportNamesItsDayAndNoPlace() {
        Passage report = first("""
                # Independent Service Auditor's Report

                SOC 2 Type 2 report of Northwind Inc.

                We have examined the description of the Northwind Cloud system for 1 July 2025 to 30 June 2026.

                The subservice organisation's controls are carved out.

                Aarhus, 12 August 2026
                """, Evidence.Kind.SOC2_REPORT);
        assertThat(report.values().date()).contains("2026-08-12");
        assertThat(report.values().product()).contains("Northwind Cloud");
        assertThat(report.warnings()).contains(Warning.NAMES_NO_PLACE);
        assertThat(report.hedges()).extracting(Passage.Hedge::quote).anyMatch(h -> h.contains("carved out"));
    }

    @Test
    void aScheduleIsReadRowByRow() {
        String schedule = """
                # Business Associate Addendum

                This Business Associate Addendum is made as of March 3, 2026 by and between Lakeside LLC and Google LLC.

                ## Covered Services

                | Service | Covered since |
                |---|---|
                | BigQuery | January 4, 2021 |
                | Vertex AI | June 1, 2026 |

                A product that is missing from the table is not a Covered Service.
                """;
        List<Passage> rows = kind(schedule, Evidence.Kind.BAA_PRODUCT_SCHEDULE).passages();
        assertThat(rows)
                .extracting(Passage::quote)
                .containsExactly("Vertex AI | June 1, 2026", "BigQuery | January 4, 2021");
        assertThat(rows.getFirst().values().date()).contains("2026-06-01");
        assertThat(rows.getFirst().warnings()).doesNotContain(Warning.NAMES_ANOTHER_PRODUCT);
        assertThat(rows.getLast().warnings()).contains(Warning.NAMES_ANOTHER_PRODUCT);
        assertThat(read(schedule, Optional.of("aws-bedrock")).kinds().stream()
                        .filter(k -> k.kind() == Evidence.Kind.BAA_PRODUCT_SCHEDULE)
                        .flatMap(k -> k.passages().stream()))
                .allSatisfy(p -> assertThat(p.warnings()).contains(Warning.NAMES_ANOTHER_PRODUCT));
    }

    @Test
    void readsGermanAndFrench() {
        String german = """
                # Bestellschein 44

                Vertragsbeginn: 1. April 2027. Lieferant: Google Cloud EMEA Limited.

                Der Lieferant verarbeitet Kundendaten in Vertex AI ausschließlich in den Regionen europe-west3 und europe-west4.

                Prompts und Antworten werden nach Rückgabe der Antwort weder gespeichert noch protokolliert. Dies gilt nicht für den Kontext.
                """;
        assertThat(read(german, Optional.empty()).language()).contains("de");
        assertThat(first(german, Evidence.Kind.ORDER_FORM_INFERENCE_REGION)
                        .values()
                        .places())
                .containsExactly("DE", "NL");
        Passage zdr = first(german, Evidence.Kind.ZDR_ADDENDUM);
        assertThat(zdr.values().days()).hasValue(0);
        assertThat(zdr.values().date()).contains("2027-04-01");
        assertThat(zdr.hedges()).extracting(Passage.Hedge::quote).contains("Dies gilt nicht für den Kontext.");

        String french = """
                # Avenant n° 2

                Date d'entrée en vigueur : 2 février 2027. Entre Banque du Lac SA et Mistral AI SAS.

                Les requêtes envoyées à La Plateforme sont traitées uniquement dans l'Union européenne.

                Aucune donnée du client ne sera utilisée pour entraîner les modèles, sauf accord écrit.
                """;
        assertThat(read(french, Optional.empty()).language()).contains("fr");
        Passage inference = first(french, Evidence.Kind.ORDER_FORM_INFERENCE_REGION);
        assertThat(inference.values().places()).containsExactly("EU");
        assertThat(inference.values().product()).contains("La Plateforme");
        assertThat(first(french, Evidence.Kind.ORDER_FORM_NO_TRAINING).hedges())
                .extracting(Passage.Hedge::quote)
                .containsExactly("sauf accord écrit");
    }

    @Test
    void aDraftHoldsFromNoDayAndAPageForEverybodyPromisesNothing() {
        Passage draft = first("""
                # Order Form, draft 2 of 4 May 2027

                Vendor runs inference in Finland only.
                """, Evidence.Kind.ORDER_FORM_INFERENCE_REGION);
        assertThat(draft.values().date()).isEmpty();
        assertThat(draft.values().documentDate()).contains("2027-05-04");

        String page = """
                # Data residency FAQ

                Customer content is stored at rest in Germany. This FAQ is provided for information.
                """;
        assertThat(kind(page, Evidence.Kind.ORDER_FORM_STORAGE_REGION).found()).isFalse();
        Passage claim = first(page, Evidence.Kind.STORAGE_RESIDENCY_CLAIM);
        assertThat(claim.values().places()).containsExactly("DE");
        assertThat(claim.hedges()).extracting(Passage.Hedge::quote).anyMatch(h -> h.contains("for information"));
    }

    private static Passage first(String document, Evidence.Kind kind) {
        Clauses.OfKind found = kind(document, kind);
        assertThat(found.found()).as(kind.name()).isTrue();
        return found.passages().getFirst();
    }

    private static Clauses.OfKind kind(String document, Evidence.Kind kind) {
        return read(document, Optional.empty()).kinds().stream()
                .filter(k -> k.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Clauses read(String document, Optional<String> offering) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        return new ClauseReader(DocumentFile.of("x.md", bytes, Optional.empty()), REGISTER, offering).clauses();
    }
}
