package domicile.assessment.rule;

import static domicile.assessment.Given.ask;
import static domicile.assessment.Given.elsewhere;
import static domicile.assessment.Given.paper;
import static domicile.assessment.Given.secondHand;
import static domicile.assessment.Given.training;
import static domicile.assessment.Requirement.TRAINING_REUSE;
import static domicile.assessment.Status.CONDITIONAL;
import static domicile.assessment.Status.MET;
import static domicile.assessment.Status.UNVERIFIED;
import static domicile.residency.Evidence.Kind.ORDER_FORM_NO_TRAINING;
import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Finding;
import domicile.assessment.Status;
import domicile.residency.TrainingReuse.Reuse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row TRAINING_REUSE. */
class TrainingReuseRuleTest {

    @Test
    void isAskedWhenItIsForbidden() {
        assertThat(ask().noTraining().asks(TRAINING_REUSE)).isTrue();
        assertThat(ask().keptAtMost(0).asks(TRAINING_REUSE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"NOT_USED_BY_DEFAULT, CONDITIONAL", "USED_BY_DEFAULT, NOT_MET", "VERIFY, UNVERIFIED"})
    void whatIsStatedIsConditionalAtBestAndAContractBeatsIt(Reuse stated, Status expected) {
        assertThat(ask().noTraining().status(TRAINING_REUSE, training(stated))).isEqualTo(expected);
        assertThat(ask().noTraining().with(paper(ORDER_FORM_NO_TRAINING)).status(TRAINING_REUSE, training(stated)))
                .isEqualTo(MET);
    }

    @Test
    void silenceIsUnverifiedUntilTheOrderFormIsInHand() {
        Finding silent = ask().noTraining().finding(TRAINING_REUSE);
        assertThat(silent.status()).isEqualTo(UNVERIFIED);
        assertThat(silent.missingCitation()).isPresent();
        assertThat(ask().noTraining().with(paper(ORDER_FORM_NO_TRAINING)).status(TRAINING_REUSE))
                .isEqualTo(MET);
    }

    @Test
    void whatSourcesDisputeIsUnverified() {
        assertThat(ask().noTraining()
                        .status(
                                TRAINING_REUSE,
                                training(Reuse.NOT_USED_BY_DEFAULT),
                                elsewhere(training(Reuse.USED_BY_DEFAULT))))
                .isEqualTo(UNVERIFIED);
    }

    @Test
    void aDocumentInHandLiftsWhatIsSecondHand() {
        var second = secondHand(training(Reuse.NOT_USED_BY_DEFAULT));
        assertThat(ask().noTraining().status(TRAINING_REUSE, second)).isEqualTo(CONDITIONAL);
        assertThat(ask().noTraining().with(paper(ORDER_FORM_NO_TRAINING)).status(TRAINING_REUSE, second))
                .isEqualTo(MET);
    }
}
