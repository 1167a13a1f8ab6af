package domicile.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Requirement;
import domicile.register.Pack;
import domicile.residency.FrameworkControl;
import domicile.residency.Register;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The content of the shipped questionnaire: how much is asked, in which languages, and what it refers to. */
class ShippedQuestionnaireTest {
    private static final Questionnaire Q = Questionnaire.shipped();
    private static final Register REGISTER = Pack.shipped().register(LocalDate.of(2026, 6, 30));

    @Test
    void hasFortySixQuestionsInEightSections() {
        assertThat(Q.sections())
                .extracting(s -> s.id() + " " + s.title().in(Locale.ENGLISH))
                .containsExactly(
                        "S0 Frame",
                        "S1 Data",
                        "S2 Policy",
                        "S3 Deployment",
                        "S4 Retention and training",
                        "S5 HIPAA",
                        "S6 FedRAMP",
                        "S7 Assurance and contract");
        assertThat(Q.questions()).hasSize(46);
        assertThat(Q.visible(Answers.NONE)).as("before anything is answered").hasSize(19);
    }

    @ParameterizedTest
    @CsvSource({"general, 21", "eu-personal-data, 27", "us-health, 30", "us-federal, 30"})
    void anExampleShowsBetween20And30Questions(String template, int shown) {
        assertThat(Q.visible(answers(template))).hasSize(shown).hasSizeBetween(20, 30);
    }

    private static Answers answers(String template) {
        return WorkloadOf.workload(
                Q, WorkloadFile.read(Path.of("data/examples", template + ".json"), REGISTER), "not asked");
    }

    @Test
    void everyTextIsThereInEnglishGermanAndFrench() {
        Stream<Question.Words> texts = Q.questions().stream()
                .flatMap(q -> Stream.concat(
                        Stream.of(q.title(), q.help(), q.why()),
                        q.options().stream().map(Question.Option::label)));
        assertThat(texts.filter(t -> !t.byLanguage().isEmpty()))
                .allSatisfy(t -> assertThat(t.byLanguage()).containsOnlyKeys("en", "de", "fr"));
        assertThat(Q.questions()).allSatisfy(q -> {
            assertThat(q.why().byLanguage().values()).as(q.id()).doesNotHaveDuplicates();
            assertThat(q.title().byLanguage().values()).as(q.id()).doesNotHaveDuplicates();
            assertThat(q.title().byLanguage().values()).allMatch(t -> t.endsWith("?"));
        });
    }

    @Test
    void aQuestionNamesTheRequirementsThatItSetsAndOnlyThose() {
        // what stands for no answer at all is set by no question
        Set<String> known = Arrays.stream(Requirement.values())
                .filter(r -> r != Requirement.UNDECIDED && r != Requirement.NOTHING_ASKED)
                .map(Enum::name)
                .collect(Collectors.toSet());
        assertThat(Q.questions())
                .filteredOn(q -> q.feeds().isEmpty())
                .allSatisfy(q -> assertThat(q.requirements()).as(q.id()).isEmpty());
        assertThat(Q.questions().stream()
                        .flatMap(q -> q.requirements().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void everyControlThatIsNamedIsInAFrameworkAndEveryOtherHasARequirement() {
        Set<String> known =
                REGISTER.controls().stream().map(FrameworkControl::id).collect(Collectors.toSet());
        Set<String> named =
                Q.questions().stream().flatMap(q -> q.controls().stream()).collect(Collectors.toSet());
        assertThat(known).containsAll(named);
        assertThat(REGISTER.controls())
                .filteredOn(c -> !named.contains(c.id()))
                .allSatisfy(c -> assertThat(c.requirements()).as(c.id()).isNotEmpty());
        assertThat(named.stream().map(id -> id.substring(0, id.indexOf(':'))).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(
                        List.of("CAIQ-4.1.0", "AI-CAIQ-1.1.0", "HECVAT-4.14", "GDPR", "45CFR164", "FedRAMP")));
    }
}
