package domicile.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import domicile.Seeds;
import domicile.questionnaire.AcceptedRisk;
import domicile.register.Approvals;
import domicile.report.Sample;
import domicile.report.Untrusted;
import domicile.report.model.Enclosed;
import domicile.report.model.Letterhead;
import domicile.report.model.Minutes;
import domicile.report.model.ReportModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** OSCAL assessment results, by NIST's own schema and by what they may claim. */
public class OscalReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(
                    read(Path.of("src/test/resources/oscal/oscal_assessment-results_schema.json")), InputFormat.JSON);

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> errors(String json) {
        return SCHEMA
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static JsonNode document(ReportModel model) {
        String json = OscalReport.render(model);
        assertThat(errors(json)).isEmpty();
        try {
            return JSON.readTree(json).get("assessment-results");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReportModel accepting(AcceptedRisk... risks) {
        ReportModel plain = Sample.report(3, Locale.ENGLISH);
        return ReportModel.of(
                plain.assessment(),
                plain.register(),
                plain.openQuestions(),
                new Enclosed(Optional.of(Sample.minutes(risks)), new Letterhead("Example & Söhne", Optional.empty())),
                Locale.ENGLISH);
    }

    @Test
    void isValidInEveryLanguageAndTheSameByteForByte() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
            String json = OscalReport.render(Sample.report(14, locale));
            assertThat(errors(json)).isEmpty();
            assertThat(OscalReport.render(Sample.report(14, locale))).isEqualTo(json);
        }
        assertThat(errors("{\"assessment-results\": {\"uuid\": \"no\"}}")).isNotEmpty();
    }

    @Test
    void onlyWhatIsMetOrClearedIsSatisfied() {
        ReportModel model = Sample.report(14, Locale.ENGLISH);
        Set<String> seen = new HashSet<>();
        document(model)
                .get("results")
                .forEach(result -> result.get("findings").forEach(finding -> {
                    String status = finding.get("props").get(0).get("value").asText();
                    seen.add(status);
                    assertThat(finding.at("/target/status/state").asText())
                            .as(status)
                            .isEqualTo(Set.of("MET", "CLEARED").contains(status) ? "satisfied" : "not-satisfied");
                    assertThat(finding.has("related-risks"))
                            .isEqualTo(!Set.of("MET", "CLEARED").contains(status));
                }));
        assertThat(seen).contains("MET", "CONDITIONAL", "UNVERIFIED", "NOT_MET", "FLAGGED", "OPEN");
    }

    @Test
    void everyFindingOfEveryCandidateRestsOnAnObservationWithItsEvidence() {
        ReportModel model = Sample.report(14, Locale.ENGLISH);
        JsonNode document = document(model);
        Set<String> resources = new HashSet<>();
        document.at("/back-matter/resources")
                .forEach(r -> resources.add("#" + r.get("uuid").asText()));
        assertThat(resources).contains(document.at("/import-ap/href").asText());

        assertThat(document.get("results")).hasSameSizeAs(model.candidates());
        for (int i = 0; i < model.candidates().size(); i++) {
            JsonNode result = document.get("results").get(i);
            int asked = model.candidates().get(i).requirements().size();
            assertThat(result.get("observations")).hasSize(asked + 4);
            Set<String> observed = new HashSet<>();
            for (JsonNode observation : result.get("observations")) {
                observed.add(observation.get("uuid").asText());
                if (!observation.at("/props/0/value").asText().equals("NOT_APPLICABLE")) {
                    assertThat(observation.get("relevant-evidence"))
                            .as("evidence, or the citation that is missing")
                            .isNotEmpty();
                }
                observation.path("relevant-evidence").forEach(e -> {
                    if (e.has("href")) {
                        assertThat(resources).contains(e.get("href").asText());
                    } else {
                        assertThat(e.get("description").asText()).startsWith("Missing citation: ");
                    }
                });
            }
            assertThat(result.get("findings"))
                    .hasSizeGreaterThanOrEqualTo(asked)
                    .allSatisfy(finding -> assertThat(observed)
                            .contains(finding.at("/related-observations/0/observation-uuid")
                                    .asText()));
        }
        assertThat(document.toString()).contains("order-form-114.pdf");
    }

    @Test
    void idsAreUniqueButForACandidatesOwn() {
        JsonNode document = document(Sample.report(14, Locale.ENGLISH));
        List<String> ids = new ArrayList<>();
        document.findValues("uuid").forEach(u -> ids.add(u.asText()));
        assertThat(ids).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    }

    @Test
    void anAcceptedRiskIsADeviationUntilItsDayAndTheFindingStaysNotSatisfied() {
        LocalDate day = Sample.DATE;
        ReportModel model = accepting(
                Sample.accepted(
                        "vendor-01", "RETENTION", "The *CISO*", "a <pilot>", day.minusDays(3), day.plusDays(10)),
                Sample.accepted("vendor-02", "FEDRAMP", "The *CISO*", "over", day.minusDays(30), day.minusDays(1)),
                Sample.accepted("vendor-01", "FEDRAMP", "The *CISO*", "once", day.minusDays(3), day.plusDays(10), "0"));
        JsonNode document = document(model);

        JsonNode risk = risk(document, "vendor-01", "Retention");
        JsonNode over = risk(document, "vendor-02", "FedRAMP");

        assertThat(over.get("status").asText()).isEqualTo("open");
        assertThat(over.at("/risk-log/entries")).hasSize(2);
        assertThat(over.at("/risk-log/entries/1/status-change").asText()).isEqualTo("open");
        JsonNode confirm = risk(document, "vendor-01", "FedRAMP");
        assertThat(confirm.get("status").asText()).as("to be confirmed").isEqualTo("open");
        assertThat(confirm.has("deadline")).isFalse();
        assertThat(confirm.at("/risk-log/entries/1/title").asText()).contains("does not count until it is confirmed");
        JsonNode entry = risk.at("/risk-log/entries/0");
        assertThat(entry.get("description").asText()).isEqualTo("a \\<pilot\\>");
        assertThat(document.at("/metadata/parties"))
                .extracting(p -> p.get("name").asText())
                .containsExactly("Example & Söhne", "The *CISO*");
        assertThat(entry.at("/logged-by/0/party-uuid")).isEqualTo(document.at("/metadata/parties/1/uuid"));
        boolean met = risk.get("status").asText().equals("closed");
        assertThat(risk.get("status").asText()).isEqualTo(met ? "closed" : "deviation-approved");
        document.get("results")
                .forEach(r -> r.get("findings").forEach(f -> {
                    if (f.path("related-risks").path(0).path("risk-uuid").equals(risk.get("uuid")) && !met) {
                        assertThat(f.at("/target/status/state").asText()).isEqualTo("not-satisfied");
                    }
                }));
    }

    @Test
    void whatASecondPersonHasApprovedIsAnActionAndWhatWaitsIsSaid() {
        LocalDate day = Sample.DATE;
        Minutes minutes = Sample.minutes(
                Sample.accepted("vendor-01", "RETENTION", "CISO", "a pilot", day.minusDays(3), day.plusDays(10)));
        ReportModel without = with(minutes);
        ReportModel model = with(minutes.with(List.of(
                matter(1, Approvals.Kind.IMPORT, "7", Optional.of("ap")),
                matter(2, Approvals.Kind.RISK, "vendor-01 RETENTION", Optional.empty()))));
        JsonNode document = document(model);

        JsonNode action = document.at("/metadata/actions/0");
        assertThat(document.at("/metadata/actions")).hasSize(1);
        assertThat(action.get("type").asText()).isEqualTo("approval");
        assertThat(action.get("date").asText()).isEqualTo("2026-06-30T23:00:00Z");
        assertThat(action.at("/props/2/value").asText()).isEqualTo("ed");
        assertThat(action.get("remarks").asText()).contains("approved by the login ap", "looked \\*closely\\*");
        assertThat(document.at("/metadata/parties"))
                .filteredOn(p -> p.get("uuid").equals(action.at("/responsible-parties/0/party-uuids/0")))
                .extracting(p -> p.get("name").asText())
                .containsExactly("ap");
        assertThat(document.at("/metadata/props"))
                .filteredOn(p -> p.get("name").asText().equals("approval-waits"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.get("value").asText()).isEqualTo("RISK vendor-01 RETENTION");
                    assertThat(p.get("remarks").asText()).contains("waits for another login");
                });
        JsonNode risk = risk(document, "vendor-01", "Retention");
        assertThat(risk.at("/props/0/name").asText()).isEqualTo("second-approval");
        assertThat(risk.at("/props/0/value").asText()).isEqualTo("WAITS");
        // a register without roles says nothing of it
        assertThat(OscalReport.render(without)).doesNotContain("approval-waits", "second-app", "\"actions\"");
        assertThat(OscalReport.render(with(minutes.with(List.of())))).isEqualTo(OscalReport.render(without));
        assertThat(document.get("uuid")).isNotEqualTo(document(without).get("uuid"));
    }

    private static Approvals.Matter matter(long number, Approvals.Kind kind, String detail, Optional<String> approver) {
        return new Approvals.Matter(
                number,
                kind,
                "7",
                "shipped",
                detail,
                "ed",
                Instant.EPOCH,
                approver.map(login -> new Approvals.Approval(
                        login, Instant.parse("2026-06-30T23:00:00.123456Z"), "looked *closely*")));
    }

    private static ReportModel with(Minutes minutes) {
        ReportModel plain = Sample.report(3, Locale.ENGLISH);
        return ReportModel.of(
                plain.assessment(),
                plain.register(),
                plain.openQuestions(),
                new Enclosed(Optional.of(minutes), Letterhead.NONE),
                Locale.ENGLISH);
    }

    private static JsonNode risk(JsonNode document, String offering, String title) {
        for (JsonNode result : document.get("results")) {
            if (result.at("/props/0/value").asText().equals(offering)) {
                for (JsonNode risk : result.get("risks")) {
                    if (risk.get("title").asText().startsWith(title) && risk.has("risk-log")) {
                        return risk;
                    }
                }
            }
        }
        throw new AssertionError("no accepted risk " + title + " of " + offering);
    }

    private static String text(Random random) {
        return random.nextBoolean()
                ? Seeds.anyText(random, 60)
                : Seeds.any(
                        random,
                        Untrusted.MARKUP,
                        Untrusted.BIDI,
                        Untrusted.CONTROL,
                        Untrusted.FORMULA,
                        Untrusted.LETTERS,
                        Untrusted.LONG,
                        "",
                        " \t\u00A0\u2003",
                        "1. a list",
                        "# heading",
                        "{{ insert: param, x }}",
                        "[link](javascript:alert(1))");
    }

    @Test
    void isValidWhateverAnybodyWrote() {
        Seeds.forAll(60, random -> isValid(text(random), text(random), text(random)));
    }

    private static void isValid(String name, String workload, String approver) {
        var register = Sample.register(List.of(Sample.offering(1, name), Sample.offering(2, approver)));
        ReportModel model = ReportModel.of(
                Sample.assessment(register, Sample.workload(workload, List.of(), Sample.evidence())),
                register,
                List.of(name),
                new Enclosed(
                        Optional.of(Sample.minutes(Sample.accepted(
                                        "vendor-01", "RETENTION", approver, name, Sample.DATE, Sample.DATE.plusDays(1)))
                                .with(List.of(
                                        matter(1, Approvals.Kind.REVIEW, name, Optional.of(approver)),
                                        matter(2, Approvals.Kind.RISK, workload, Optional.empty())))),
                        new Letterhead(workload, Optional.empty())),
                Locale.ENGLISH);

        String json = OscalReport.render(model);

        assertThat(errors(json)).isEmpty();
        assertThat(json).doesNotContain("\u202E", "\u2066", "<script>");
    }

    @Test
    void anIdIsAVersionFiveUuidOfItsName() {
        assertThat(OscalText.uuid("a"))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .isEqualTo(OscalText.uuid("a"))
                .isNotEqualTo(OscalText.uuid("b"));
    }

    @Test
    void markdownShowsTextAsItIs() {
        assertThat(OscalText.markdown("1. *a* _b_ eu_central <i> [x](y) `c` {{d}} &amp; R&D"))
                .isEqualTo("1\\. \\*a\\* \\_b\\_ eu_central \\<i\\> \\[x\\](y) \\`c\\` \\{\\{d\\}\\} \\&amp; R\\&D");
        assertThat(OscalText.markdown("- a")).isEqualTo("\\- a");
    }
}
