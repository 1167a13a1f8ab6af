package domicile.words;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Translations;
import domicile.assessment.EvidenceFit;
import domicile.assessment.FailureMode;
import domicile.assessment.Requirement;
import domicile.assessment.Status;
import domicile.assessment.UsageStatus;
import domicile.assessment.Verdict;
import domicile.document.Warning;
import domicile.questionnaire.Meeting;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Layer;
import domicile.residency.Selection;
import domicile.residency.Source;
import domicile.residency.TrainingReuse;
import domicile.residency.ZeroRetention;
import domicile.scan.Certainty;
import domicile.scan.Environment;
import domicile.scan.Role;
import domicile.scan.Skipped;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final List<Class<? extends Enum<?>>> SAID = List.of(
            Status.class,
            Verdict.class,
            FailureMode.class,
            FailureMode.State.class,
            Attestation.Kind.class,
            Attestation.Status.class,
            Attestation.FedRampLevel.class,
            Layer.class,
            Selection.class,
            ZeroRetention.Zdr.class,
            TrainingReuse.Reuse.class,
            Evidence.Kind.class,
            Source.Kind.class,
            Meeting.Outcome.class,
            Warning.class,
            EvidenceFit.Misfit.class,
            UsageStatus.class,
            Certainty.class,
            Role.class,
            Environment.class,
            Skipped.class);

    @Test
    void everyValueHasAWordAndEveryWordAValue() throws IOException {
        Set<String> keys = new TreeSet<>();
        Stream.<Enum<?>>concat(
                        SAID.stream().flatMap(type -> Stream.of(type.getEnumConstants())),
                        Stream.of(Requirement.values())
                                .filter(r -> r.attestation().isEmpty()))
                .forEach(value -> {
                    String type = value.getDeclaringClass().getName();
                    keys.add(type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "." + value.name());
                    assertThat(Words.in(Locale.GERMAN).of(value)).isNotBlank();
                });
        Set<String> words = new TreeSet<>(Translations.read("words/Words", "").stringPropertyNames());
        words.removeIf(key -> key.startsWith("Place."));
        assertThat(words).isEqualTo(keys);
    }

    @Test
    void everyLanguageHasEveryWord() throws IOException {
        Translations.agree("words/Words", "_de");
        Translations.agree("words/Words", "_fr");
    }

    @Test
    void aLabelBeginsWithACapitalAndASentenceDoesNot() {
        Words french = Words.in(Locale.FRENCH);
        assertThat(french.of(Attestation.Kind.SCC)).isEqualTo("clauses contractuelles types de l’UE");
        assertThat(french.label(Attestation.Kind.SCC)).isEqualTo("Clauses contractuelles types de l’UE");
        assertThat(Words.in(Locale.ROOT).label(Requirement.RETENTION)).isEqualTo("Retention");
    }

    @Test
    void aRequirementThatAsksForAnAttestationBearsItsWord() {
        Words english = Words.in(Locale.ENGLISH);
        for (Attestation.Kind kind : Attestation.Kind.values()) {
            if (kind.certification()) {
                assertThat(english.of(Requirement.of(kind).word())).isEqualTo(english.of(kind));
            }
        }
        assertThat(english.of(Requirement.HIPAA_BAA.word())).isEqualTo("HIPAA BAA");
    }

    @Test
    void aPlaceIsCalledInTheLanguageAndByItsCodeWhereItNeedsOne() {
        Areas areas = new Areas(
                List.of(new Areas.CountryDefinition("DE", "Germany"), new Areas.CountryDefinition("NL", "Netherlands")),
                List.of(new Areas.BlocDefinition("EU", "European Union", Set.of("DE", "NL"), "")),
                List.of(
                        new Areas.RegionDefinition("westeurope", "West Europe", "azure", "NL"),
                        new Areas.RegionDefinition("eu-x", "eu-x", "x", "DE")),
                List.of());
        Words german = Words.in(Locale.GERMAN);
        assertThat(Stream.of("WORLD", "EU", "NL", "westeurope", "eu-x")
                        .map(code -> german.place(areas.place(code).orElseThrow(), areas)))
                .containsExactly("Weltweit", "Europäische Union", "Niederlande", "West Europe (westeurope)", "eu-x");
    }
}
