package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import domicile.residency.Attestation;
import domicile.residency.CorporateTie;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.GoverningLaw;
import domicile.residency.Headquarters;
import domicile.residency.Layer;
import domicile.residency.ModelFamilies;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.PublishedDate;
import domicile.residency.Retention;
import domicile.residency.TrainingReuse;
import domicile.residency.TrustPortal;
import domicile.residency.ZeroRetention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The seed page's provider index, 14 offerings by 7 columns, against the register: what each cell means in the model,
 * and that the cell's own words stand in a fact of that column. The words are in {@code index/provider-index.tsv}.
 */
class ProviderIndexTest {
    /** The columns of the index and what of the register answers them. */
    private enum Column {
        INFERENCE,
        BAA,
        DPA,
        SOC2,
        ISO,
        FEDRAMP,
        ZDR
    }

    /**
     * What each cell means. A placement: id, selection, places, "open" for a list that is not published in full, then
     * since and models where there are any. An attestation: kind where a column has several, status, holder, then
     * level, since, deployments, scope and "some services out of scope" where there are any.
     */
    private static final String MEANING = """
            anthropic-direct      | INFERENCE | us SELECTABLE US for claude-opus-4-6,claude-sonnet-4-6; global SELECTABLE WORLD for claude-opus-4-6,claude-sonnet-4-6; global SELECTABLE WORLD
            anthropic-direct      | BAA       | HELD anthropic (Claude for Enterprise & API)
            anthropic-direct      | DPA       | HELD anthropic
            anthropic-direct      | SOC2      | HELD anthropic
            anthropic-direct      | ISO       | ISO_27001 HELD anthropic (ISO 27001:2022); ISO_42001 HELD anthropic (ISO/IEC 42001:2023)
            anthropic-direct      | FEDRAMP   | NOT_HELD anthropic
            anthropic-direct      | ZDR       | ADDENDUM

            anthropic-bedrock     | INFERENCE | us SELECTABLE US; eu-profile SELECTABLE eu-central-1,eu-west-3,eu-west-1; apac-profile SELECTABLE APAC; us-gov-west-1 SELECTABLE us-gov-west-1
            anthropic-bedrock     | BAA       | HELD aws since 2026-02-10 (AWS BAA; some Bedrock features, which the page does not name, remain out of scope), some services out of scope
            anthropic-bedrock     | DPA       | HELD aws (AWS DPA)
            anthropic-bedrock     | SOC2      | HELD aws since 2023-08-15
            anthropic-bedrock     | ISO       | ISO_27001 HELD aws
            anthropic-bedrock     | FEDRAMP   | SCOPED aws HIGH at us-gov-west-1 (Bedrock in GovCloud US-West)
            anthropic-bedrock     | ZDR       | STATELESS

            anthropic-vertex      | INFERENCE | us SELECTABLE US; eu-regions SELECTABLE EU; eu-multi-region SELECTABLE EU; apac SELECTABLE APAC
            anthropic-vertex      | BAA       | HELD google (Google BAA)
            anthropic-vertex      | DPA       | HELD google (Google DPA)
            anthropic-vertex      | SOC2      | HELD google
            anthropic-vertex      | ISO       | ISO_9001 HELD google; ISO_27001 HELD google; ISO_27017 HELD google; ISO_27018 HELD google; ISO_27701 HELD google; ISO_42001 HELD google
            anthropic-vertex      | FEDRAMP   | SCOPED google HIGH since 2025-07 (Vertex AI Search and Generative AI on Vertex AI)
            anthropic-vertex      | ZDR       | ADDENDUM

            openai-direct         | INFERENCE | default DEFAULT US
            openai-direct         | BAA       | HELD openai (enterprise tiers)
            openai-direct         | DPA       | HELD openai
            openai-direct         | SOC2      | HELD openai
            openai-direct         | ISO       | ISO_27001 HELD openai
            openai-direct         | FEDRAMP   | SCOPED openai MODERATE (some products, which the page does not name)
            openai-direct         | ZDR       | APPROVAL

            openai-azure          | INFERENCE | global SELECTABLE WORLD; data-zone-eu SELECTABLE EU; data-zone-us SELECTABLE US; regional SELECTABLE WORLD open
            openai-azure          | BAA       | HELD microsoft (Microsoft BAA)
            openai-azure          | DPA       | HELD microsoft (Microsoft Online Services DPA)
            openai-azure          | SOC2      | HELD microsoft
            openai-azure          | ISO       | ISO_27001 HELD microsoft
            openai-azure          | FEDRAMP   | HELD microsoft HIGH (Microsoft's authorization; the page does not name the services and regions in its boundary)
            openai-azure          | ZDR       | APPROVAL

            google-vertex         | INFERENCE | europe-west1 SELECTABLE europe-west1 since 2025-04; europe-west4 SELECTABLE europe-west4 since 2025-04; eu-multi-region SELECTABLE EU; other-regions SELECTABLE WORLD open since 2025-04
            google-vertex         | BAA       | HELD google
            google-vertex         | DPA       | HELD google
            google-vertex         | SOC2      | SCOPED google (Gemini Enterprise)
            google-vertex         | ISO       | ISO_9001 HELD google; ISO_27001 SCOPED google (Gemini Enterprise); ISO_27017 SCOPED google (Gemini Enterprise); ISO_27018 SCOPED google (Gemini Enterprise); ISO_27701 SCOPED google (Gemini Enterprise); ISO_42001 SCOPED google (Gemini Enterprise)
            google-vertex         | FEDRAMP   | SCOPED google HIGH since 2025-07 (Vertex AI Search and Generative AI on Vertex AI)
            google-vertex         | ZDR       | ADDENDUM

            aws-bedrock           | INFERENCE | us-east-1 SELECTABLE us-east-1; us-west-2 SELECTABLE us-west-2; eu-west-1 SELECTABLE eu-west-1; eu-central-1 SELECTABLE eu-central-1; eu-west-3 SELECTABLE eu-west-3; ap-southeast-1 SELECTABLE ap-southeast-1; us-gov-west-1 SELECTABLE us-gov-west-1; other-regions SELECTABLE WORLD open
            aws-bedrock           | BAA       | HELD aws since 2026-02-10 (HIPAA-eligible services; some Bedrock features, which the page does not name, remain out of scope), some services out of scope
            aws-bedrock           | DPA       | HELD aws
            aws-bedrock           | SOC2      | HELD aws since 2023-08-15
            aws-bedrock           | ISO       | ISO_27001 HELD aws
            aws-bedrock           | FEDRAMP   | SCOPED aws HIGH at us-gov-west-1 (Bedrock in GovCloud US-West)
            aws-bedrock           | ZDR       | STATELESS

            mistral-la-plateforme | INFERENCE | eu DEFAULT EU; us-endpoint SELECTABLE US
            mistral-la-plateforme | BAA       | NOT_PUBLISHED mistral
            mistral-la-plateforme | DPA       | HELD mistral
            mistral-la-plateforme | SOC2      | HELD mistral
            mistral-la-plateforme | ISO       | ISO_27001 HELD mistral; ISO_27701 HELD mistral
            mistral-la-plateforme | FEDRAMP   | NOT_HELD mistral
            mistral-la-plateforme | ZDR       | ENTERPRISE

            cohere                | INFERENCE | us-central DEFAULT US open
            cohere                | BAA       | HELD cohere (standard BAA)
            cohere                | DPA       | HELD cohere (multi-jurisdictional, with SCCs)
            cohere                | SOC2      | HELD cohere
            cohere                | ISO       | ISO_27001 VERIFY cohere
            cohere                | FEDRAMP   | NOT_HELD cohere
            cohere                | ZDR       | CONFIGURABLE

            together-ai           | INFERENCE | us DEFAULT US open; sweden SELECTABLE SE since 2025-09; apac-dedicated DEDICATED APAC
            together-ai           | BAA       | HELD together (enterprise contracts)
            together-ai           | DPA       | HELD together
            together-ai           | SOC2      | HELD together
            together-ai           | ISO       | ISO_27001 VERIFY together
            together-ai           | FEDRAMP   | NOT_HELD together
            together-ai           | ZDR       | ENTERPRISE

            fireworks-ai          | INFERENCE | us UNSTATED US; frankfurt UNSTATED DE; iceland UNSTATED IS; tokyo UNSTATED JP
            fireworks-ai          | BAA       | HELD fireworks
            fireworks-ai          | DPA       | HELD fireworks
            fireworks-ai          | SOC2      | HELD fireworks
            fireworks-ai          | ISO       | ISO_27001 VERIFY fireworks
            fireworks-ai          | FEDRAMP   | NOT_HELD fireworks
            fireworks-ai          | ZDR       | DEFAULT

            replicate             | INFERENCE | us DEFAULT US open
            replicate             | BAA       | NOT_PUBLISHED replicate
            replicate             | DPA       | HELD replicate
            replicate             | SOC2      | VERIFY replicate
            replicate             | ISO       | ISO_27001 VERIFY replicate
            replicate             | FEDRAMP   | NOT_HELD replicate
            replicate             | ZDR       | VERIFY

            groq                  | INFERENCE | us UNSTATED US; canada UNSTATED CA; helsinki UNSTATED FI since 2025-12; dammam UNSTATED SA
            groq                  | BAA       | VERIFY groq
            groq                  | DPA       | HELD groq
            groq                  | SOC2      | HELD groq; VERIFY groq
            groq                  | ISO       | ISO_27001 VERIFY groq
            groq                  | FEDRAMP   | NOT_HELD groq
            groq                  | ZDR       | VERIFY

            cerebras              | INFERENCE | condor-galaxy UNSTATED US; core42-uae UNSTATED AE,MENA; buffalo UNSTATED US
            cerebras              | BAA       | VERIFY cerebras
            cerebras              | DPA       | HELD cerebras (enterprise)
            cerebras              | SOC2      | VERIFY cerebras
            cerebras              | ISO       | ISO_27001 VERIFY cerebras
            cerebras              | FEDRAMP   | NOT_HELD cerebras
            cerebras              | ZDR       | VERIFY
            """;

    private static final Map<String, List<String>> CELLS = cells();

    private static Map<String, List<String>> cells() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/index/provider-index.tsv")).stream()
                    .skip(1)
                    .map(line -> List.of(line.split("\t", -1)))
                    .collect(Collectors.toMap(List::getFirst, l -> l.subList(1, l.size())));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCellIsWhatTheRegisterSays() {
        Map<String, Offering> offerings =
                Pack.shipped().offerings().stream().collect(Collectors.toMap(Offering::id, o -> o));
        return meanings().entrySet().stream().map(e -> {
            String id = e.getKey().split(" ")[0];
            Column column = Column.valueOf(e.getKey().split(" ")[1]);
            Offering offering = java.util.Objects.requireNonNull(offerings.get(id), id);
            String cell = java.util.Objects.requireNonNull(CELLS.get(id), id).get(column.ordinal());
            return dynamicTest(id + ", " + column + ": " + cell, () -> {
                List<Fact<?>> facts = facts(offering, column);
                assertThat(facts.stream().map(f -> said(f.value(), column)).collect(Collectors.joining("; ")))
                        .isEqualTo(e.getValue());
                assertThat(Stream.concat(facts.stream(), alsoInColumn(offering, column))
                                .map(Fact::text))
                        .as("the cell's own words")
                        .anySatisfy(text -> assertThat(text).startsWith(cell));
            });
        });
    }

    @Test
    void theTableIsWhole() {
        assertThat(CELLS)
                .hasSize(14)
                .allSatisfy((id, cells) -> assertThat(cells).hasSize(7).noneMatch(String::isBlank));
        assertThat(meanings())
                .hasSize(98)
                .containsOnlyKeys(CELLS.keySet().stream()
                        .flatMap(id -> Arrays.stream(Column.values()).map(c -> id + " " + c))
                        .toList());
    }

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        MEANING.lines().filter(l -> !l.isBlank()).forEach(line -> {
            String[] parts = line.split(" \\| ", 3);
            assertThat(meanings.put(parts[0].strip() + " " + parts[1].strip(), parts[2].strip()))
                    .as(line)
                    .isNull();
        });
        return meanings;
    }

    private static List<Fact<?>> facts(Offering o, Column column) {
        return o.facts().stream().filter(f -> answers(f.value(), column)).toList();
    }

    /**
     * OpenAI's cell under "Inference regions" lists places of storage, and says so: its words stand with the storage.
     */
    private static Stream<Fact<?>> alsoInColumn(Offering o, Column column) {
        return o.facts().stream()
                .filter(f -> column == Column.INFERENCE
                        && o.id().equals("openai-direct")
                        && f.value() instanceof Placement p
                        && p.layer() == Layer.STORAGE);
    }

    private static boolean answers(FactValue value, Column column) {
        return switch (column) {
            case INFERENCE -> value instanceof Placement p && p.layer() == Layer.INFERENCE;
            case BAA -> value instanceof Attestation a && a.kind() == Attestation.Kind.BAA;
            case DPA -> value instanceof Attestation a && a.kind() == Attestation.Kind.DPA;
            case SOC2 -> value instanceof Attestation a && a.kind() == Attestation.Kind.SOC2_TYPE_II;
            case ISO -> value instanceof Attestation a && a.kind().name().startsWith("ISO_");
            case FEDRAMP -> value instanceof Attestation a && a.kind() == Attestation.Kind.FEDRAMP;
            case ZDR -> value instanceof ZeroRetention;
        };
    }

    private static String said(FactValue value, Column column) {
        return switch (value) {
            case Placement p ->
                p.id() + " " + p.selection() + " "
                        + p.places().stream().map(Place::code).collect(Collectors.joining(","))
                        + (p.openEnded() ? " open" : "")
                        + p.since().map(s -> " since " + s.text()).orElse("")
                        + (p.appliesTo().models().isEmpty()
                                ? ""
                                : " for " + String.join(",", p.appliesTo().models()));
            case Attestation a ->
                (column == Column.ISO ? a.kind() + " " : "") + a.status() + " " + a.holder()
                        + a.level().map(l -> " " + l).orElse("")
                        + a.since()
                                .map(PublishedDate::text)
                                .map(s -> " since " + s)
                                .orElse("")
                        + (a.deployments().isEmpty() ? "" : " at " + String.join(",", a.deployments()))
                        + (a.scope().isEmpty() ? "" : " (" + a.scope() + ")")
                        + (a.someServicesOutOfScope() ? ", some services out of scope" : "");
            case ZeroRetention z -> z.zdr().name();
            case Retention r -> throw new AssertionError(r);
            case TrainingReuse t -> throw new AssertionError(t);
            case ModelFamilies m -> throw new AssertionError(m);
            case CorporateTie c -> throw new AssertionError(c);
            case TrustPortal t -> throw new AssertionError(t);
            case Headquarters h -> throw new AssertionError(h);
            case GoverningLaw g -> throw new AssertionError(g);
            case FactValue.Informative i -> throw new AssertionError(i);
        };
    }
}
