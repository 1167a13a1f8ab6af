package domicile.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import domicile.problem.ProblemException;
import domicile.residency.Place;
import domicile.residency.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workload file may say, and that everything else is refused where it stands. */
class WorkloadFileTest {
    private static final String HEAD =
            "{\"schema\": \"domicile.workload/1\", \"name\": \"Claims triage\", \"startsOn\": \"2026-07-01\"";

    private static Workload read(String text) {
        return WorkloadFile.read("w.json", text.getBytes(StandardCharsets.UTF_8), Fixture.REGISTER);
    }

    @Test
    void absentAndNullAreNotAsked() {
        Workload bare = read(HEAD + "}");
        Workload nulls = read(HEAD + """
                , "dataCategories": null, "modelFamilies": null, "location": null, "certifications": null,
                "fedrampLevel": null, "dpaRequired": null, "retention": null, "trainingReuse": null, "services": null,
                "excludedJurisdictions": null, "candidates": null, "evidence": null}""");
        assertThat(nulls).isEqualTo(bare);
        assertThat(read(HEAD + """
                        , "location": {"inference": null, "storage": null}, "retention": {"maxDays": null},
                        "dataCategories": [], "candidates": [], "evidence": []}""")).isEqualTo(bare);
        assertThat(bare.inference()).isEmpty();
        assertThat(bare.retentionMaxDays()).isEmpty();
        assertThat(bare.dpaRequired()).isFalse();
        assertThat(bare.candidates()).isEmpty();
    }

    @Test
    void placesAreReadInTheOrderOfTheFile() {
        Workload w = read(HEAD + ", \"location\": {\"inference\": [\"US\", \"EU\", \"eu-central-1\"]}}");
        assertThat(w.inference().orElseThrow().members())
                .containsExactly(
                        new Place.Country("US"), new Place.Bloc("EU"), new Place.CloudRegion("eu-central-1", "DE"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'location': {'inference': []}                     | #/location/inference
            'location': {'inference': ['EU', 'EU']}           | #/location/inference/1
            'location': {'inference': ['Atlantis']}           | #/location/inference/0
            'location': {'inference': 'EU'}                   | #/location/inference
            'location': {'inferrence': ['EU']}                | #/location/inferrence
            'excludedJurisdictions': []                       | #/excludedJurisdictions
            'dataCategories': ['PERSONAL', 'SECRET']          | #/dataCategories/1
            'dataCategories': ['PERSONAL', 'PERSONAL']        | #/dataCategories/1
            'certifications': ['SOC_2']                       | #/certifications/0
            'certifications': ['BAA']                         | #/certifications/0
            'certifications': ['FEDRAMP']                     | #/certifications/0
            'fedrampLevel': 'high'                            | #/fedrampLevel
            'dpaRequired': 'yes'                              | #/dpaRequired
            'retention': {'maxDays': -1}                      | #/retention/maxDays
            'retention': {'maxDays': 1.5}                     | #/retention/maxDays
            'retention': {'maxDays': 1e3}                     | #/retention/maxDays
            'retention': {'maxDays': 99999999999}             | #/retention/maxDays
            'retention': {'days': 3}                          | #/retention/days
            'retention': 30                                   | #/retention
            'trainingReuse': 'NEVER'                          | #/trainingReuse
            'services': ['two words']                         | #/services/0
            'candidates': ['alpha-dirct']                     | #/candidates/0
            'candidates': ['alpha-cloud', 'alpha-cloud']      | #/candidates/1
            'notes': 'none'                                   | #/notes
            'evidence': [{'offering': 'beta', 'kind': 'DPA_SIGNED', 'date': '2026-06-10'}]          | #/evidence/0/offering
            'evidence': [{'offering': 'alpha-cloud', 'kind': 'DPA', 'date': '2026-06-10'}]          | #/evidence/0/kind
            'evidence': [{'offering': 'alpha-cloud', 'kind': 'DPA_SIGNED', 'date': '2026-06-31'}]   | #/evidence/0/date
            'evidence': [{'offering': 'alpha-cloud', 'kind': 'DPA_SIGNED'}]                         | #/evidence/0
            'evidence': [{'offering': 'alpha-cloud', 'kind': 'DPA_SIGNED', 'date': '2026-06-10', 'regions': ['XX']}] | #/evidence/0/regions/0
            'fedrampLevel': 'LOW_20X'                         | #/fedrampLevel
            'models': ['beta-1']                              | #/models/0
            'models': ['alpha-1', 'alpha-1']                  | #/models/1
            'undecided': ['NAME']                             | #/undecided/0
            'evidence': [{'offering': 'alpha-cloud', 'kind': 'DPA_SIGNED', 'date': '2026-06-10', 'line': 3}] | #/evidence/0/line
            'evidence': [{'offering': 'alpha-cloud', 'kind': 'CERTIFICATE', 'date': '2026-06-10', 'certification': 'FEDRAMP'}] | #/evidence/0/certification
            'evidence': [{'offering': 'alpha-cloud', 'kind': 'FEDRAMP_AUTHORIZATION', 'date': '2026-06-10', 'level': 'MODERATE_20X'}] | #/evidence/0/level
            'evidence': [{'offering': 'alpha-cloud', 'kind': 'ZDR_ADDENDUM', 'date': '2026-06-10', 'days': -1}] | #/evidence/0/days
            'evidence': [{'offering': 'alpha-cloud', 'kind': 'DPA_SIGNED', 'date': '2026-06-10', 'from': 'now'}] | #/evidence/0/from
            'evidence': [{'offering': 'alpha-cloud', 'kind': 'DPA_SIGNED', 'date': '2026-06-10', 'sha256': 'ab'}] | #/evidence/0/sha256
            'evidence': [{'offering': 'alpha-cloud', 'kind': 'DPA_SIGNED', 'date': '2026-06-10', 'hedges': [{'page': 1}]}] | #/evidence/0/hedges/0
            'name': 'again'                                   | #/name
            """, quoteCharacter = '`')
    void whateverElseIsRefusedWhereItStands(String field, String pointer) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(HEAD + ",\n" + field.strip().replace('\'', '"') + "}"))
                .satisfies(e -> assertThat(e.where()).isEqualTo("w.json" + pointer.strip() + " (line 2)"))
                .satisfies(e -> assertThat(e.remedy()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'name': 'a', 'startsOn': '2026-07-01'}                                        | w.json# (line 1)
            {'schema': 'domicile.workload/1', 'startsOn': '2026-07-01'}                    | w.json# (line 1)
            {'schema': 'domicile.workload/1', 'name': 'a'}                                 | w.json# (line 1)
            {'schema': 'domicile.workload/2', 'name': 'a', 'startsOn': '2026-07-01'}       | w.json#/schema (line 1)
            {'schema': 'domicile.workload/1', 'name': ' ', 'startsOn': '2026-07-01'}       | w.json#/name (line 1)
            {'schema': 'domicile.workload/1', 'name': '\u200B\u3164', 'startsOn': '2026-07-01'} | w.json#/name (line 1)
            {'schema': 'domicile.workload/1', 'name': null, 'startsOn': '2026-07-01'}      | w.json#/name (line 1)
            {'schema': 'domicile.workload/1', 'name': 'a', 'startsOn': '2026-02-29'}       | w.json#/startsOn (line 1)
            {'schema': 'domicile.workload/1', 'name': 'a', 'startsOn': '1 July 2026'}      | w.json#/startsOn (line 1)
            []                                                                             | w.json# (line 1)
            """, quoteCharacter = '`')
    void theHeadIsRequired(String text, String where) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(text.strip().replace('\'', '"')))
                .satisfies(e -> assertThat(e.where()).isEqualTo(where.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{", "{} {}", "null", "\"text\"", "{'a': 1}"})
    void whatIsNoWorkloadIsRefused(String text) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(text));
    }

    @Test
    void noServicesIsThePlainCallAndAbsentIsNotSaid() {
        assertThat(read(HEAD + "}").services()).isEmpty();
        assertThat(read(HEAD + ", \"services\": null}").services()).isEmpty();
        assertThat(read(HEAD + ", \"services\": []}").services()).contains(List.of());
        assertThat(read(HEAD + ", \"services\": [\"batch\"]}").services()).contains(List.of("batch"));
    }

    @Test
    void whoAsksForMoreThanRevision5OrAnUnlistedModelIsToldWhatThereIs() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(HEAD + ", \"fedrampLevel\": \"LOW_20X\"}"))
                .satisfies(e -> assertThat(e.remedy()).isEqualTo("use one of: LI_SAAS, LOW, MODERATE, HIGH"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(HEAD + ", \"models\": [\"beta-1\"]}"))
                .satisfies(e -> assertThat(e.remedy()).isEqualTo("use one of: alpha-1, alpha-1-mini"));
    }

    @Test
    void theNearestNameIsSuggested() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(HEAD + ", \"candidates\": [\"alpha-dirct\"]}"))
                .satisfies(e -> assertThat(e.remedy()).isEqualTo("use one of: alpha-direct, alpha-cloud"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(HEAD + ", \"excludedJurisdictions\": [\"eu\"]}"))
                .satisfies(e -> assertThat(e.remedy()).endsWith("did you mean EU?"));
    }

    @Test
    void aFileThatIsMissingOrNoFileIsRefused(@TempDir Path folder) throws IOException {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> WorkloadFile.read(folder.resolve("none.json"), Fixture.REGISTER))
                .satisfies(e -> assertThat(e.what()).isEqualTo("there is no such file"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> WorkloadFile.read(folder, Fixture.REGISTER))
                .satisfies(e -> assertThat(e.where()).isEqualTo(folder.toString()));
        Path file = Files.writeString(folder.resolve("w.json"), HEAD + "}");
        assertThat(WorkloadFile.read(file, Fixture.REGISTER).name()).isEqualTo("Claims triage");
    }
}
