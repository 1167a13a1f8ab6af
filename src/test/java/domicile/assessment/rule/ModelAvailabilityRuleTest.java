package domicile.assessment.rule;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.elsewhere;
import static domicile.assessment.Given.find;
import static domicile.assessment.Given.model;
import static domicile.assessment.Given.models;
import static domicile.assessment.Given.offering;
import static domicile.assessment.Given.secondHand;
import static domicile.assessment.Requirement.MODEL_AVAILABILITY;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.NOT_MET;
import static domicile.assessment.Status.UNVERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Given;
import domicile.assessment.Status;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.Model;
import domicile.residency.ModelFamilies;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row MODEL_AVAILABILITY. */
class ModelAvailabilityRuleTest {

    private static Status status(Given.Ask asked, List<Model> listed, Fact<?>... facts) {
        return find(asked.in(offering("it", List.of(), listed, facts)), MODEL_AVAILABILITY)
                .status();
    }

    @Test
    void isAskedWhenFamiliesOrModelsAreSet() {
        assertThat(ask().models("claude").asks(MODEL_AVAILABILITY)).isTrue();
        assertThat(ask().usingModels("claude-opus-4-6").asks(MODEL_AVAILABILITY))
                .isTrue();
        assertThat(ask().noTraining().asks(MODEL_AVAILABILITY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"claude, MET", "claude+gpt, MET", "claude+gemini, NOT_MET", "gemini, NOT_MET"})
    void allFamiliesHaveToBeOffered(String asked, Status expected) {
        assertThat(ask().models(asked.split("\\+")).status(MODEL_AVAILABILITY, models("claude", "gpt")))
                .isEqualTo(expected);
    }

    @Test
    void aRegisterThatIsSilentIsUnverified() {
        assertThat(ask().models("claude").status(MODEL_AVAILABILITY)).isEqualTo(UNVERIFIED);
        assertThat(ask().usingModels("claude-opus-4-6").status(MODEL_AVAILABILITY))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void aListThatIsNotClosedSaysNothingAboutOthers() {
        assertThat(ask().models("gpt")
                        .status(MODEL_AVAILABILITY, Given.fact(new ModelFamilies(List.of("claude"), true))))
                .isEqualTo(UNVERIFIED);
    }

    @ParameterizedTest
    @CsvSource({"claude, MET", "gpt, UNVERIFIED", "gemini, NOT_MET"})
    void whereSourcesDisputeTheListOnlyWhatAllNameIsOffered(String asked, Status expected) {
        assertThat(ask().models(asked).status(MODEL_AVAILABILITY, models("claude", "gpt"), elsewhere(models("claude"))))
                .isEqualTo(expected);
    }

    @Test
    void aSecondHandListNeverGivesMet() {
        assertThat(ask().models("claude").status(MODEL_AVAILABILITY, secondHand(models("claude"))))
                .isEqualTo(CONDITIONAL);
        assertThat(ask().models("gpt").status(MODEL_AVAILABILITY, secondHand(models("claude"))))
                .isEqualTo(NOT_MET);
    }

    @Test
    void allModelsHaveToBeOffered() {
        List<Model> listed = List.of(model("claude-opus-4-6", ""), model("claude-haiku-4-5", ""));
        assertThat(status(ask().usingModels("claude-opus-4-6", "claude-haiku-4-5"), listed, models("claude")))
                .isEqualTo(MET);
        assertThat(status(ask().usingModels("claude-opus-4-6", "claude-sonnet-4-6"), listed, models("claude")))
                .isEqualTo(NOT_MET);
    }

    @Test
    void aFamilyThatIsNotOfferedIsNotMetBesideAModelThatIs() {
        assertThat(status(
                        ask().models("gpt").usingModels("claude-opus-4-6"),
                        List.of(model("claude-opus-4-6", "")),
                        models("claude")))
                .isEqualTo(NOT_MET);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, NOT_MET", "2026-07-01, NOT_MET", "2026-07-02, MET", "2026-06, NOT_MET", "2026-07, MET"})
    void aModelWhosePublishedEndLiesOnOrBeforeTheFirstDayIsNotMet(String until, Status expected) {
        assertThat(status(ask().usingModels("claude-opus-4-6"), List.of(model("claude-opus-4-6", until))))
                .isEqualTo(expected);
    }

    @Test
    void aModelThatIsReadSecondHandIsConditional() {
        Model model = new Model("claude-opus-4-6", "claude", Optional.empty(), List.of(new Citation(2, Given.READ)));
        assertThat(status(ask().usingModels("claude-opus-4-6"), List.of(model))).isEqualTo(CONDITIONAL);
    }
}
