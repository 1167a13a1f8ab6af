package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.CorporateTie;
import domicile.residency.FactValue;
import domicile.residency.GoverningLaw;
import domicile.residency.Headquarters;
import domicile.residency.Layer;
import domicile.residency.ModelFamilies;
import domicile.residency.Offering;
import domicile.residency.Placement;
import domicile.residency.Retention;
import domicile.residency.TrainingReuse;
import domicile.residency.TrustPortal;
import domicile.residency.ZeroRetention;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the seed page says outside its index, and what each numbered source may be cited for. Read off the page by eye.
 */
class SeedNarrativeTest {
    /** Offering, fact, value. Complete: what is not here, the page does not say. */
    private static final String NARRATIVE = """
            anthropic-direct | placement/STORAGE/us | selection=DEFAULT, places=US
            anthropic-direct | retention/ | days=30, what=API logs
            anthropic-direct | retention/2025-09-14 | days=7, from=2025-09-14, what=API logs
            anthropic-direct | trainingReuse | reuse=NOT_USED_BY_DEFAULT
            anthropic-direct | modelFamilies | families=claude
            anthropic-direct | attestation/SOC2_TYPE_I | status=HELD, holder=anthropic
            anthropic-direct | attestation/SOC3 | status=HELD, holder=anthropic
            anthropic-direct | attestation/ISO_42001 | status=HELD, holder=anthropic, scope=ISO/IEC 42001:2023
            anthropic-direct | trustPortal | url=https://trust.anthropic.com/

            anthropic-bedrock | retention/ | days=0, what=Prompts and responses
            anthropic-bedrock | trainingReuse | reuse=NOT_USED_BY_DEFAULT
            anthropic-bedrock | modelFamilies | families=claude
            anthropic-bedrock | attestation/SOC1 | status=HELD, holder=aws, since=2023-08-15
            anthropic-bedrock | attestation/SOC3 | status=HELD, holder=aws, since=2023-08-15
            anthropic-bedrock | attestation/CSA_STAR_2 | status=HELD, holder=aws
            anthropic-bedrock | trustPortal | url=https://aws.amazon.com/bedrock/security-compliance/

            anthropic-vertex | trainingReuse | reuse=NOT_USED_BY_DEFAULT
            anthropic-vertex | modelFamilies | families=claude
            anthropic-vertex | attestation/SOC1 | status=HELD, holder=google
            anthropic-vertex | attestation/SOC3 | status=HELD, holder=google
            anthropic-vertex | attestation/ISO_42001 | status=HELD, holder=google
            anthropic-vertex | trustPortal | url=https://docs.cloud.google.com/vertex-ai/generative-ai/docs/learn/data-residency

            openai-direct | placement/STORAGE/us | selection=SELECTABLE, places=US
            openai-direct | placement/STORAGE/eu#index | selection=SELECTABLE, places=EU, variant=index
            openai-direct | placement/STORAGE/eu#announcement | selection=SELECTABLE, places=EUROPE, variant=announcement
            openai-direct | placement/STORAGE/gb | selection=SELECTABLE, places=GB
            openai-direct | placement/STORAGE/ca | selection=SELECTABLE, places=CA
            openai-direct | placement/STORAGE/jp | selection=SELECTABLE, places=JP, since=2025-05-08
            openai-direct | placement/STORAGE/kr | selection=SELECTABLE, places=KR, since=2025-05-08
            openai-direct | placement/STORAGE/sg | selection=SELECTABLE, places=SG, since=2025-05-08
            openai-direct | placement/STORAGE/in | selection=SELECTABLE, places=IN, since=2025-05-08
            openai-direct | placement/STORAGE/au | selection=SELECTABLE, places=AU
            openai-direct | placement/STORAGE/ae | selection=SELECTABLE, places=AE
            openai-direct | trainingReuse | reuse=NOT_USED_BY_DEFAULT
            openai-direct | modelFamilies | families=gpt
            openai-direct | trustPortal | url=https://openai.com/business-data/

            openai-azure | retention/ | days=30, what=Abuse-monitoring buffer
            openai-azure | modelFamilies | families=gpt
            openai-azure | attestation/EU_CLOUD_COC | status=HELD, holder=microsoft

            google-vertex | trainingReuse | reuse=NOT_USED_BY_DEFAULT
            google-vertex | modelFamilies | families=claude/gemini, openEnded=true
            google-vertex | attestation/SOC1 | status=SCOPED, holder=google, scope=Gemini Enterprise
            google-vertex | attestation/SOC3 | status=SCOPED, holder=google, scope=Gemini Enterprise
            google-vertex | attestation/ISO_42001 | status=SCOPED, holder=google, scope=Gemini Enterprise
            google-vertex | trustPortal | url=https://docs.cloud.google.com/gemini/enterprise/docs/compliance-security-controls

            aws-bedrock | retention/ | days=0, what=Prompts and responses
            aws-bedrock | trainingReuse | reuse=NOT_USED_BY_DEFAULT
            aws-bedrock | modelFamilies | families=claude, openEnded=true
            aws-bedrock | attestation/SOC1 | status=HELD, holder=aws, since=2023-08-15
            aws-bedrock | attestation/SOC3 | status=HELD, holder=aws, since=2023-08-15
            aws-bedrock | attestation/CSA_STAR_2 | status=HELD, holder=aws
            aws-bedrock | trustPortal | url=https://aws.amazon.com/bedrock/security-compliance/

            mistral-la-plateforme | placement/STORAGE/eu | selection=DEFAULT, places=EU, deployments=eu
            mistral-la-plateforme | trainingReuse | reuse=NOT_USED_BY_DEFAULT
            mistral-la-plateforme | trustPortal | url=https://help.mistral.ai/en/articles/347638-do-you-have-soc-2-or-iso-27001-certification
            mistral-la-plateforme | corporateTie/FR/Government of France | party=Government of France, country=FR, relation=FRAMEWORK_PARTNER
            mistral-la-plateforme | corporateTie/DE/Government of Germany | party=Government of Germany, country=DE, relation=FRAMEWORK_PARTNER
            mistral-la-plateforme | headquarters | country=FR, city=Paris
            mistral-la-plateforme | governingLaw | country=FR

            cohere | trainingReuse | reuse=NOT_USED_BY_DEFAULT
            cohere | attestation/SCC | status=HELD, holder=cohere
            cohere | trustPortal | url=https://trustcenter.cohere.com/


            fireworks-ai | trustPortal | url=https://fireworks.ai/enterprise


            groq | corporateTie/SA/Saudi Arabia (HUMAIN) | party=Saudi Arabia (HUMAIN), country=SA, relation=INVESTOR
            groq | corporateTie/SA/Aramco Digital | party=Aramco Digital, country=SA, relation=PARTNER
            groq | trustPortal | url=https://trust.groq.com/

            cerebras | corporateTie/AE/G42 / Core42 | party=G42 / Core42, country=AE, relation=PARTNER
            """;

    /**
     * Each source's number and the facts that its description on the page supports, in whole or, beside source 0, in
     * part. Source 15 says where data is stored, so it carries no inference; 8 says no attestation; 11 no statelessness
     * and no dates alone.
     */
    private static final String SOURCES = """
            1 | anthropic-direct attestation/BAA, anthropic-direct attestation/SOC2_TYPE_I, anthropic-direct attestation/SOC2_TYPE_II, anthropic-direct attestation/ISO_27001, anthropic-direct attestation/ISO_42001
            2 | anthropic-direct placement/INFERENCE/us@claude-opus-4-6,claude-sonnet-4-6, anthropic-direct placement/INFERENCE/global, anthropic-direct placement/INFERENCE/global@claude-opus-4-6,claude-sonnet-4-6, anthropic-direct placement/STORAGE/us, anthropic-direct modelFamilies, anthropic-direct note/pricing
            3 | anthropic-direct attestation/SOC3, anthropic-direct trustPortal
            4 | openai-direct placement/INFERENCE/default, openai-direct placement/STORAGE/jp, openai-direct placement/STORAGE/kr, openai-direct placement/STORAGE/sg, openai-direct placement/STORAGE/in
            5 | openai-direct placement/STORAGE/us, openai-direct placement/STORAGE/eu#announcement, openai-direct placement/STORAGE/gb, openai-direct placement/STORAGE/ca, openai-direct placement/STORAGE/jp, openai-direct placement/STORAGE/kr, openai-direct placement/STORAGE/sg, openai-direct placement/STORAGE/in, openai-direct placement/STORAGE/au, openai-direct placement/STORAGE/ae
            6 | openai-direct zdr, openai-direct attestation/DPA, openai-direct attestation/SOC2_TYPE_II, openai-direct trustPortal
            7 | openai-azure placement/INFERENCE/global, openai-azure placement/INFERENCE/data-zone-eu, openai-azure placement/INFERENCE/data-zone-us, openai-azure placement/INFERENCE/regional
            8 | anthropic-vertex placement/INFERENCE/eu-multi-region, anthropic-vertex trustPortal, google-vertex placement/INFERENCE/europe-west1, google-vertex placement/INFERENCE/europe-west4, google-vertex placement/INFERENCE/eu-multi-region, google-vertex placement/INFERENCE/other-regions
            9 | anthropic-vertex attestation/FEDRAMP, google-vertex attestation/FEDRAMP
            10 | google-vertex attestation/SOC1, google-vertex attestation/SOC2_TYPE_II, google-vertex attestation/SOC3, google-vertex attestation/ISO_27001, google-vertex attestation/ISO_27017, google-vertex attestation/ISO_27018, google-vertex attestation/ISO_27701, google-vertex attestation/ISO_42001, google-vertex trustPortal
            11 | anthropic-bedrock attestation/BAA, anthropic-bedrock attestation/SOC2_TYPE_II, anthropic-bedrock attestation/SOC1, anthropic-bedrock attestation/SOC3, anthropic-bedrock attestation/ISO_27001, anthropic-bedrock attestation/CSA_STAR_2, anthropic-bedrock attestation/FEDRAMP, anthropic-bedrock trustPortal, aws-bedrock placement/INFERENCE/us-gov-west-1, aws-bedrock attestation/BAA, aws-bedrock attestation/SOC1, aws-bedrock attestation/SOC2_TYPE_II, aws-bedrock attestation/SOC3, aws-bedrock attestation/ISO_27001, aws-bedrock attestation/CSA_STAR_2, aws-bedrock attestation/FEDRAMP, aws-bedrock trustPortal, aws-bedrock note/gdpr
            12 | aws-bedrock note/switzerland
            13 | anthropic-bedrock placement/INFERENCE/us-gov-west-1, anthropic-bedrock attestation/FEDRAMP, aws-bedrock placement/INFERENCE/us-gov-west-1, aws-bedrock attestation/FEDRAMP
            14 | mistral-la-plateforme attestation/SOC2_TYPE_II, mistral-la-plateforme attestation/ISO_27001, mistral-la-plateforme attestation/ISO_27701, mistral-la-plateforme trustPortal
            15 | mistral-la-plateforme placement/STORAGE/eu
            16 | cohere attestation/BAA, cohere attestation/SOC2_TYPE_II, cohere trustPortal
            17 | cohere zdr, cohere attestation/DPA, cohere attestation/SCC
            18 | fireworks-ai placement/INFERENCE/us, fireworks-ai placement/INFERENCE/frankfurt, fireworks-ai placement/INFERENCE/iceland, fireworks-ai placement/INFERENCE/tokyo, fireworks-ai zdr, fireworks-ai attestation/BAA, fireworks-ai attestation/SOC2_TYPE_II, fireworks-ai trustPortal, fireworks-ai note/airgapped, fireworks-ai note/gdpr
            19 | groq trustPortal
            20 | groq placement/INFERENCE/us, groq placement/INFERENCE/canada, groq placement/INFERENCE/helsinki, groq placement/INFERENCE/dammam, groq note/expansion
            21 | groq placement/INFERENCE/dammam, groq corporateTie/SA/Aramco Digital
            22 | groq placement/INFERENCE/dammam, groq corporateTie/SA/Saudi Arabia (HUMAIN)
            23 | cerebras corporateTie/AE/G42 / Core42
            24 | cerebras placement/INFERENCE/buffalo, cerebras note/maximus01
            """;

    private static final List<Offering> OFFERINGS = Pack.shipped().offerings();

    private static List<String> lines(String table) {
        return table.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    @TestFactory
    Stream<DynamicTest> theRegisterSaysWhatTheTextSays() {
        return lines(NARRATIVE).stream()
                .map(line -> dynamicTest(line, () -> assertThat(narrative()).contains(line)));
    }

    @Test
    void theRegisterSaysNoMore() {
        assertThat(narrative()).containsExactlyInAnyOrderElementsOf(lines(NARRATIVE));
    }

    /** Everything that is neither a column of the index nor a note. */
    private static List<String> narrative() {
        return OFFERINGS.stream()
                .flatMap(o -> o.facts().stream()
                        .filter(f -> outsideTheIndex(f.value()))
                        .map(f -> o.id() + " | " + f.id() + " | " + says(RegisterJson.fact(f))))
                .toList();
    }

    private static boolean outsideTheIndex(FactValue value) {
        return switch (value) {
            case Placement p -> p.layer() != Layer.INFERENCE;
            case Attestation a ->
                switch (a.kind()) {
                    case BAA, DPA, SOC2_TYPE_II, ISO_9001, ISO_27001, ISO_27017, ISO_27018, ISO_27701, FEDRAMP -> false;
                    case SOC1, SOC2_TYPE_I, SOC3, ISO_42001, CSA_STAR_2, EU_CLOUD_COC, SCC -> true;
                };
            case Retention r -> true;
            case TrainingReuse t -> true;
            case ModelFamilies m -> true;
            case CorporateTie c -> true;
            case TrustPortal t -> true;
            case Headquarters h -> true;
            case GoverningLaw g -> true;
            case ZeroRetention z -> false;
            case FactValue.Informative i -> false;
        };
    }

    private static String says(Map<String, Object> line) {
        Set<String> inTheKey = Set.of("fact", "layer", "id", "kind", "name", "text", "source", "read");
        return line.entrySet().stream()
                .filter(e -> !inTheKey.contains(e.getKey()))
                .map(e -> e.getKey() + "="
                        + (e.getValue() instanceof List<?> list
                                ? list.stream().map(String::valueOf).collect(Collectors.joining("/"))
                                : e.getValue()))
                .collect(Collectors.joining(", "));
    }

    @TestFactory
    Stream<DynamicTest> aNumberedSourceIsCitedForWhatItStatesAlone() {
        Map<Integer, List<String>> cited = new TreeMap<>();
        OFFERINGS.forEach(o -> o.facts()
                .forEach(f -> f.citations().stream()
                        .map(Citation::source)
                        .forEach(n -> cited.computeIfAbsent(n, k -> new java.util.ArrayList<>())
                                .add(o.id() + " " + f.id()))));
        assertThat(lines(SOURCES)).hasSize(24);
        return lines(SOURCES).stream().map(line -> {
            int number = Integer.parseInt(line.substring(0, line.indexOf(" | ")));
            List<String> may =
                    Arrays.asList(line.substring(line.indexOf(" | ") + 3).split(", "));
            return dynamicTest(
                    "[" + number + "]",
                    () -> assertThat(cited.getOrDefault(number, List.of())).containsExactlyInAnyOrderElementsOf(may));
        });
    }
}
