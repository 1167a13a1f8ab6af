package domicile.assessment;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.attestation;
import static domicile.assessment.Given.model;
import static domicile.assessment.Given.offering;
import static domicile.assessment.Given.paper;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.DocumentNotCounted.Why;
import domicile.residency.Attestation;
import domicile.residency.Attestation.FedRampLevel;
import domicile.residency.Evidence.Kind;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Selection;
import domicile.residency.Workload.DataCategory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Which documents count" of the rules. */
class DocumentsTest {
    private static final Freshness HARD = new Freshness(90, 730, true);

    /** An offering as a contract calls it. */
    private static Offering bedrock(Fact<?>... facts) {
        return offering("it", List.of("Amazon Bedrock", "AWS Bedrock"), List.of(model("claude-opus-4-6", "")), facts);
    }

    private static Documents of(Given.Ask asked, Freshness freshness, Fact<?>... facts) {
        return Documents.of(asked.workload(), bedrock(facts), Given.DATE, freshness);
    }

    /** Why a document does not count; empty when it does. */
    private static Optional<Why> why(Given.Ask asked, Given.Paper paper, Fact<?>... facts) {
        Documents documents = of(asked.with(paper), Freshness.DEFAULT, facts);
        assertThat(documents.counting().size() + documents.notCounted().size())
                .as("either it counts or a reason is given")
                .isEqualTo(1);
        return documents.notCounted().stream().map(DocumentNotCounted::why).findFirst();
    }

    private static Optional<Why> why(Given.Paper paper, Fact<?>... facts) {
        return why(ask(), paper, facts);
    }

    private static Given.Paper schedule() {
        return paper(Kind.BAA_PRODUCT_SCHEDULE).naming("Amazon Bedrock");
    }

    @ParameterizedTest
    @CsvSource({"2026-06-29, true", "2026-06-30, true", "2026-07-01, false"})
    void aPaperDatedAfterTheAssessmentIsLeftOut(String day, boolean there) {
        Documents documents = of(ask().with(schedule().dated(day)), Freshness.DEFAULT);
        assertThat(documents.counting()).hasSize(there ? 1 : 0);
        assertThat(documents.notCounted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, ", "2026-07-01, ", "2026-07-02, IN_FORCE_LATER"})
    void aPaperInForceAfterTheFirstDayDoesNotCount(String from, Why expected) {
        assertThat(why(schedule().inForceFrom(from))).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-10, 2026-02-09, OLDER_THAN_COVERAGE",
        "2026-02-10, 2026-02-10, ",
        "2026-02, 2026-02-27, OLDER_THAN_COVERAGE",
        "2026-02, 2026-02-28, "
    })
    void aPaperBeforeTheSinceOfWhatItIsToShowDoesNotCount(String since, String dated, Why expected) {
        assertThat(why(schedule().dated(dated), attestation(Attestation.Kind.BAA, Attestation.Status.HELD, since)))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void sinceIsLookedAtForEveryAttestation() {
        assertThat(why(
                        paper(Kind.DPA_SIGNED).dated("2026-01-01"),
                        attestation(Attestation.Kind.DPA, Attestation.Status.HELD, "2026-02")))
                .contains(Why.OLDER_THAN_COVERAGE);
        assertThat(why(
                        paper(Kind.FEDRAMP_AUTHORIZATION)
                                .naming("AWS Bedrock")
                                .at(FedRampLevel.HIGH)
                                .dated("2026-01-01"),
                        attestation(Attestation.Kind.FEDRAMP, Attestation.Status.HELD, "2026-02")))
                .contains(Why.OLDER_THAN_COVERAGE);
        for (Kind kind : List.of(Kind.CERTIFICATE, Kind.SOC2_REPORT)) {
            assertThat(why(
                            paper(kind)
                                    .certifying(Attestation.Kind.SOC2_TYPE_II)
                                    .dated("2026-01-01"),
                            attestation(Attestation.Kind.SOC2_TYPE_II, Attestation.Status.HELD, "2026-02")))
                    .as("%s", kind)
                    .contains(Why.OLDER_THAN_COVERAGE);
        }
    }

    @Test
    void sinceIsNotLookedAtForLocationDocuments() {
        assertThat(why(
                        paper(Kind.ORDER_FORM_INFERENCE_REGION).in("DE").dated("2019-01-01"),
                        Given.since("2026-02", Given.inference("d", Selection.DEFAULT, "DE"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amazon Bedrock",
                "AWS Bedrock",
                "amazon bedrock",
                "  Amazon   BEDROCK. ",
                "Amazon-Bedrock",
                "Amazon\tBedrock",
                "Amazon S3, Amazon Bedrock",
                "Amazon S3; Amazon Bedrock; Amazon Lex",
                "Amazon S3 and Amazon Bedrock",
                "Amazon S3 und Amazon Bedrock",
                "Amazon S3 et Amazon Bedrock",
                "Amazon S3, Amazon Lex and Amazon Bedrock",
                "Amazon S3, Amazon Lex, and Amazon Bedrock",
                "Amazon Bedrock AND Amazon S3"
            })
    void aTextThatNamesOneOfItsProductsAsAWholeCounts(String product) {
        assertThat(why(schedule().naming(product))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amazon",
                "AWS",
                "Vendor",
                "Vendor it",
                "Claude",
                "Bedrock",
                "Azure OpenAI Service",
                "Claude Code",
                "Amazon Bedrock Studio",
                "Not Amazon Bedrockish",
                "AmazonBedrock Lite, Amazon S3"
            })
    void aTextThatNamesNoneOfItsProductsNamesAnother(String product) {
        Optional<Why> why = why(schedule().naming(product));
        assertThat(why).contains(product.startsWith("Not") ? Why.EXCLUDES : Why.NAMES_ANOTHER_PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All services except Amazon Bedrock",
                "Amazon Bedrock, excluding Guardrails",
                "AWS services other than S3, Amazon Bedrock",
                "Amazon Bedrock, save for agents",
                "Amazon S3, but no Amazon Bedrock",
                "Amazon S3 but not, Amazon Bedrock",
                "Amazon Bedrock, apart from agents",
                "Amazon Bedrock, without agents",
                "AMAZON BEDROCK, EXCEPT AGENTS",
                "Amazon Bedrock, außer Agenten",
                "Amazon Bedrock, ausser Agenten",
                "Amazon Bedrock, ausgenommen Agenten",
                "Amazon Bedrock, ohne Agenten",
                "Amazon S3, nicht Amazon Bedrock",
                "Amazon Bedrock, sauf agents",
                "Amazon Bedrock, hors agents",
                "Amazon Bedrock, excepté les agents",
                "Amazon Bedrock, excepte\u0301 les agents",
                "Amazon Bedrock, excepte les agents",
                "Amazon Bedrock, sans agents",
                "Amazon Bedrock (except agents), Amazon S3",
                "Amazon Bedrock (ohne Agenten)",
                "Amazon Bedrock (hors agents)"
            })
    void anExclusionWordAnywhereMakesTheTextNotCount(String product) {
        assertThat(why(schedule().naming(product))).contains(Why.EXCLUDES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Amazon Bedrock, Sansevieria", "Amazon Bedrock, Horsepower", "Amazon Bedrock, Nightowl"})
    void aWordThatOnlyBeginsLikeOneExcludesNothing(String product) {
        assertThat(why(schedule().naming(product))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDocumentOfAnyKindThatNamesAnotherProductDoesNotCount(Kind kind) {
        assertThat(why(paper(kind)
                        .naming("Azure OpenAI Service")
                        .in("DE")
                        .certifying(Attestation.Kind.ISO_27001)
                        .at(FedRampLevel.HIGH)))
                .contains(Why.NAMES_ANOTHER_PRODUCT);
    }

    @Test
    void itemsThatTheRegisterDoesNotKnowAreLeftAside() {
        Documents documents = of(
                ask().with(schedule().naming("Amazon S3, Amazon Bedrock and Amazon Lex; Guardrails")),
                Freshness.DEFAULT);
        assertThat(documents.leftAside(documents.counting(), List.of()))
                .containsExactly("Amazon S3", "Amazon Lex", "Guardrails");
        assertThat(documents.leftAside(documents.counting(), List.of("guardrails")))
                .as("a service that is asked for is no unknown item")
                .containsExactly("Amazon S3", "Amazon Lex");
    }

    @Test
    void untilTheRegisterListsProductsTheOfferingsNameCountsAndFindingsSaySo() {
        OfferingAssessment it = ask().data(DataCategory.PHI)
                .plainCall()
                .with(schedule().naming("Vendor it"))
                .of();
        assertThat(it.documentsNotCounted()).isEmpty();
        assertThat(Given.find(it, Requirement.HIPAA_BAA).reason().english()).contains("lists no product names");
    }

    @Test
    void onceTheRegisterListsProductsTheOfferingsNameDoesNotCount() {
        assertThat(why(schedule().naming("Vendor it"))).contains(Why.NAMES_ANOTHER_PRODUCT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"ORDER_FORM_INFERENCE_REGION", "ORDER_FORM_STORAGE_REGION", "ENDPOINT_SERVICES_REGION"})
    void aLocationDocumentWithoutARegionCommitsToNothing(Kind kind) {
        assertThat(why(paper(kind))).contains(Why.NO_REGION);
        assertThat(why(paper(kind).in("DE"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {
                "BAA_PRODUCT_SCHEDULE",
                "FEDRAMP_AUTHORIZATION",
                "SOC2_REPORT",
                "CERTIFICATE",
                "OWNERSHIP_DECLARATION"
            })
    void aDocumentThatLacksWhatItsKindHasToSayShowsNothing(Kind kind) {
        assertThat(why(paper(kind))).contains(Why.SHOWS_NOTHING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"ZDR_ADDENDUM", "VENDOR_BAA", "ORDER_FORM_NO_TRAINING", "DPA_SIGNED", "STORAGE_RESIDENCY_CLAIM"})
    void aDocumentWhoseKindSaysItAllCounts(Kind kind) {
        assertThat(why(paper(kind))).isEmpty();
    }

    @Test
    void forAScopedCertificationTheDocumentNamesTheProduct() {
        Fact<?> scoped = attestation(Attestation.Kind.ISO_27001, Attestation.Status.SCOPED);
        Given.Paper certificate = paper(Kind.CERTIFICATE).certifying(Attestation.Kind.ISO_27001);
        assertThat(why(certificate, scoped)).contains(Why.SHOWS_NOTHING);
        assertThat(why(certificate.naming("Amazon Bedrock"), scoped)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024-06-30, false", "2024-06-29, true", "2024-06-28, true"})
    void aDocumentOlderThanTheLimitIsListedAndUnderAHardLimitDoesNotCount(String dated, boolean old) {
        Given.Ask asked = ask().with(schedule().dated(dated));
        Documents soft = of(asked, Freshness.DEFAULT);
        assertThat(soft.counting()).hasSize(1);
        assertThat(soft.notCounted()).isEmpty();
        assertThat(soft.stale()).hasSize(old ? 1 : 0);
        Documents hard = of(asked, HARD);
        assertThat(hard.stale()).hasSize(old ? 1 : 0);
        assertThat(hard.notCounted())
                .extracting(DocumentNotCounted::why)
                .isEqualTo(old ? List.of(Why.STALE) : List.of());
        assertThat(hard.counting()).hasSize(old ? 0 : 1);
    }

    @Test
    void whatDoesNotCountIsListedInTheAssessment() {
        OfferingAssessment it = ask().inference("EU")
                .with(paper(Kind.ORDER_FORM_INFERENCE_REGION), schedule())
                .in(bedrock());
        assertThat(it.documentsNotCounted()).singleElement().satisfies(n -> {
            assertThat(n.why()).isEqualTo(Why.NO_REGION);
            assertThat(n.document().kind()).isEqualTo(Kind.ORDER_FORM_INFERENCE_REGION);
        });
    }
}
