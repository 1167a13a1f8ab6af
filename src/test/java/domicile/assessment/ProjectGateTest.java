package domicile.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.questionnaire.WorkloadFile;
import domicile.residency.Workload;
import domicile.scan.Acceptance;
import domicile.scan.Environment;
import domicile.scan.Role;
import domicile.scan.Scope;
import domicile.scan.Trees;
import domicile.scan.signature.Signatures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a place in a project comes to against an assessment. */
class ProjectGateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @TempDir
    private Path folder = Path.of(".");

    private static Workload workload(String asks, String... candidates) {
        String text = "{\"schema\": \"domicile.workload/1\", \"name\": \"W\", \"startsOn\": \"2026-07-01\", " + asks
                + ", \"candidates\": [\"" + String.join("\", \"", candidates) + "\"]}";
        return WorkloadFile.read("w.json", text.getBytes(StandardCharsets.UTF_8), Trees.REGISTER);
    }

    private static Workload inference(String area, String... candidates) {
        return workload("\"location\": {\"inference\": [\"" + area + "\"]}", candidates);
    }

    private ProjectGate.Result judged(Workload workload, Scope scope) {
        return ProjectGate.judge(workload, Trees.REGISTER, Signatures.shipped(), Trees.scan(folder), DAY, scope);
    }

    private List<ProjectFinding> findings(Workload workload) {
        return judged(workload, Scope.SHIPPED).findings();
    }

    /** The two readings: the register's and the signature's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // both inside, both outside
                "eu.anthropic.claude-sonnet-4-6      | EU | MET          | ships.inside.YES",
                "us.anthropic.claude-sonnet-4-6      | EU | NOT_MET      | ships.inside.NO",
                "us.anthropic.claude-sonnet-4-6      | US | MET          | ships.inside.YES",
                // the register has no deployment: a page's NO counts, its YES does not
                "global.anthropic.claude-sonnet-4-6  | EU | NOT_MET      | ships.inside.NO",
                "jp.anthropic.claude-sonnet-4-6      | JP | UNVERIFIED   | ships.notInRegister",
                "https://us.api.openai.com           | US | NOT_ASSESSED | ships.notAssessed.offering",
                // the two disagree
                "https://api.mistral.ai              | EU | UNVERIFIED   | ships.disagree",
                "https://api.eu.mistral.ai           | EU | MET          | ships.inside.YES",
                // the page says nothing, the register has an open list
                "https://api.cohere.com              | US | UNVERIFIED   | ships.inside.MAYBE",
                "https://api.groq.com                | US | UNVERIFIED   | ships.unknown",
                "https://api.deepseek.com            | EU | NOT_ASSESSED | ships.notAssessed.service",
            })
    void theTwoReadingsComeTogether(String text, String area, UsageStatus status, String reason) {
        Trees.write(folder, "app.py", "U = \"" + text + "\"\n");
        List<ProjectFinding> all =
                findings(inference(area, "anthropic-bedrock", "mistral-la-plateforme", "cohere", "groq"));
        assertThat(all).singleElement().satisfies(f -> {
            assertThat(f.status()).isEqualTo(status);
            assertThat(f.reason().key()).isEqualTo(reason);
            assertThat(f.citations()).isNotEmpty();
            assertThat(f.lift().isPresent()).isEqualTo(status != UsageStatus.MET);
        });
    }

    @Test
    void whatDisagreesCitesBothSources() {
        Trees.write(folder, "app.py", "U = \"https://api.mistral.ai\"\n");
        assertThat(findings(inference("EU", "mistral-la-plateforme")))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.citations())
                            .anyMatch(c -> c.source().isPresent())
                            .anyMatch(c -> c.signature().isPresent());
                    assertThat(f.lift().map(Sentence::english)).contains("write api.eu.mistral.ai");
                });
    }

    /** The register states the deployment for two models: another one, or none, is no sure thing. */
    @ParameterizedTest
    @CsvSource({
        "claude-opus-4-6, MET",
        "claude-opus-4-6-20260205, MET",
        "claude-opus-4-60, UNVERIFIED",
        "claude-haiku-4-5, UNVERIFIED"
    })
    void aNarrowerFactIsReadForTheModel(String model, UsageStatus status) {
        Trees.write(folder, "app.py", "c.messages.create(model=\"" + model + "\", inference_geo=\"us\")\n");
        assertThat(findings(inference("US", "anthropic-direct")))
                .extracting(ProjectFinding::status)
                .containsExactly(status);
    }

    @Test
    void whereOnlyWhatItIsSoldWithinIsApprovedItIsJudgedAsThat() {
        Trees.write(
                folder,
                "gateway.yaml",
                "model_list:\n  - litellm_params:\n      model: bedrock/anthropic.claude-3-haiku-v1:0\n"
                        + "      aws_region_name: eu-central-1\n");
        assertThat(findings(inference("EU", "aws-bedrock"))).singleElement().satisfies(f -> {
            assertThat(f.offering()).contains("aws-bedrock");
            assertThat(f.deployment()).contains("eu-central-1");
            assertThat(f.status()).isEqualTo(UsageStatus.MET);
        });
    }

    @Test
    void anExcludedCountryIsAskedOfThePlaceAlone() {
        Trees.write(folder, "a.py", "U = \"us.anthropic.claude-sonnet-4-6\"\n");
        Trees.write(folder, "b.py", "U = \"eu.anthropic.claude-sonnet-4-6\"\n");
        assertThat(findings(workload("\"excludedJurisdictions\": [\"US\"]", "anthropic-bedrock")))
                .extracting(ProjectFinding::status)
                .containsExactly(UsageStatus.NOT_MET, UsageStatus.MET);
    }

    @Test
    void fedRampIsAskedOfTheDeployment() {
        Trees.write(folder, "a.env", "GOOGLE_VERTEX_LOCATION=us-central1\n");
        Trees.write(
                folder,
                "b.yaml",
                "a:\n  model: bedrock/amazon.nova-lite-v1:0\n  aws_region_name: us-gov-west-1\n"
                        + "b:\n  model: bedrock/amazon.nova-lite-v1:0\n  aws_region_name: us-east-1\n");
        assertThat(findings(workload("\"fedrampLevel\": \"HIGH\"", "aws-bedrock", "google-vertex")))
                .extracting(f ->
                        f.place() + " " + f.status() + " " + f.requirement().orElse(""))
                .contains("b.yaml:2 MET FEDRAMP", "b.yaml:5 NOT_MET FEDRAMP");
    }

    @Test
    void aWorkloadThatAsksForNoPlaceApprovesWhatItAssessed() {
        Trees.write(folder, "a.py", "U = \"global.anthropic.claude-sonnet-4-6\"\nV = \"https://api.x.ai\"\n");
        assertThat(findings(workload("\"dataCategories\": [\"INTERNAL\"]", "anthropic-bedrock")))
                .extracting(ProjectFinding::status)
                .containsExactly(UsageStatus.MET, UsageStatus.NOT_ASSESSED);
    }

    @Test
    void anEndpointIsAsGoodAsTheWorstDeploymentOfItsAccount() {
        Trees.write(folder, "app/.env", "AZURE_OPENAI_ENDPOINT=https://desk.openai.azure.com\n");
        Trees.write(
                folder,
                "main.tf",
                "resource \"azurerm_cognitive_account\" \"a\" {\n  name = \"desk\"\n  location = \"swedencentral\"\n}\n"
                        + deployment("one", "DataZoneStandard") + deployment("two", "GlobalStandard"));
        assertThat(findings(inference("EU", "openai-azure")))
                .extracting(f -> f.place() + " " + f.status())
                .containsExactly("app/.env:1 NOT_MET", "main.tf:8 MET", "main.tf:14 NOT_MET");
    }

    /** A name that means another place in another region is no cure by itself. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "westeurope | DataZoneStandard | US | leave DataZoneStandard, and move its account to a region of US",
                "westeurope | GlobalStandard   | US | write DataZoneStandard, with the account in a region of US",
                "eastus     | DataZoneStandard | EU | leave DataZoneStandard, and move its account to a region of EU"
            })
    void whatLiftsItSaysWhereTheAccountHasToLie(String region, String sku, String area, String lift) {
        Trees.write(
                folder,
                "main.tf",
                "resource \"azurerm_cognitive_account\" \"a\" {\n  name = \"desk\"\n  location = \"" + region
                        + "\"\n}\n" + deployment("one", sku));
        assertThat(findings(inference(area, "openai-azure"))).singleElement().satisfies(f -> {
            assertThat(f.status()).isEqualTo(UsageStatus.NOT_MET);
            assertThat(f.lift().map(Sentence::english)).contains(lift);
        });
    }

    private static String deployment(String name, String sku) {
        return "resource \"azurerm_cognitive_deployment\" \"" + name
                + "\" {\n  cognitive_account_id = azurerm_cognitive_account.a.id\n  sku {\n    name = \"" + sku
                + "\"\n  }\n}\n";
    }

    @Test
    void rolesAndEnvironmentsAreChosen() {
        Trees.write(folder, "tests/a.py", "U = \"https://api.x.ai\"\n");
        Trees.write(folder, "b.example.py", "U = \"https://api.x.ai\"\n");
        Trees.write(folder, "prod/c.py", "U = \"https://api.x.ai\"\n");
        Trees.write(folder, "staging/d.py", "U = \"https://api.x.ai\"\n");
        Trees.write(folder, "e.py", "U = \"https://api.x.ai\"\n");
        Workload w = inference("EU", "groq");
        assertThat(judged(w, Scope.SHIPPED).findings())
                .extracting(ProjectFinding::file)
                .containsExactly("e.py", "prod/c.py", "staging/d.py");
        assertThat(judged(w, new Scope(Set.of(Role.values()), Optional.empty(), List.of()))
                        .findings())
                .hasSize(5);
        assertThat(judged(w, new Scope(Set.of(Role.SHIPPED), Optional.of(Environment.PROD), List.of()))
                        .findings())
                .extracting(ProjectFinding::file)
                .containsExactly("e.py", "prod/c.py");
    }

    @Test
    void whatIsAcceptedCountsUntilItsDayAndNoLonger() {
        Trees.write(folder, "a.py", "U = \"https://api.x.ai\"\nV = \"https://api.deepseek.com\"\n");
        Workload w = inference("EU", "groq");
        List<ProjectFinding> plain = findings(w);
        Acceptance inTime = new Acceptance(
                Optional.of(plain.getFirst().fingerprint()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "A pilot.",
                DAY);
        Acceptance over = new Acceptance(
                Optional.of(plain.getLast().fingerprint()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "A pilot.",
                DAY.minusDays(1));
        Acceptance idle = new Acceptance(
                Optional.empty(), Optional.of("gone.py"), Optional.empty(), Optional.empty(), "A pilot.", DAY);
        ProjectGate.Result result =
                judged(w, new Scope(Set.of(Role.SHIPPED), Optional.empty(), List.of(inTime, over, idle)));
        assertThat(result.findings()).extracting(ProjectFinding::passes).containsExactly(true, false);
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.notes())
                .extracting(Sentence::key)
                .containsExactly("ships.unused", "ships.acceptedUntil", "ships.acceptedNothing");
    }

    @Test
    void aSwitchCountsForTheLaneToo() {
        Trees.write(folder, "main.tf", "resource \"aws_bedrock_model_invocation_logging_configuration\" \"l\" {\n}\n");
        assertThat(findings(workload("\"retention\": {\"maxDays\": 0}", "anthropic-bedrock")))
                .extracting(f -> f.status() + " " + f.requirement().orElse(""))
                .containsExactly("UNVERIFIED RETENTION");
        assertThat(findings(inference("EU", "anthropic-bedrock"))).isEmpty();
        assertThat(findings(workload("\"retention\": {\"maxDays\": 0}", "groq")))
                .isEmpty();
    }
}
