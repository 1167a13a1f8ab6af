package domicile.desktop.assessment.list;

import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.Verdict;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.questionnaire.Questionnaire;
import domicile.questionnaire.WorkloadOf;
import domicile.register.SavedAssessments.Saved;
import domicile.residency.Register;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A saved assessment as the list shows it.
 *
 * @param open how many questions are open
 * @param verdicts how many candidates came to which verdict
 * @param unreadable why it cannot be read; empty when it can
 */
public record AssessmentRow(
        Saved saved, Dossier dossier, int open, Map<Verdict, Integer> verdicts, Optional<RuntimeException> unreadable) {

    public AssessmentRow {
        verdicts = Map.copyOf(verdicts);
    }

    /** Assesses it as of today. One that cannot be read is listed all the same: nothing disappears. */
    public static AssessmentRow of(Saved saved, Questionnaire questionnaire, Register register, LocalDate today) {
        try {
            Dossier dossier = DossierJson.read(saved.name(), saved.answers(), register.areas());
            Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
            for (OfferingAssessment o : Assessor.assess(
                            WorkloadOf.answers(questionnaire, dossier.answers(), register.areas(), saved.name(), today),
                            register,
                            today,
                            Freshness.DEFAULT)
                    .offerings()) {
                verdicts.merge(o.verdict(), 1, Integer::sum);
            }
            int open = questionnaire.open(dossier.answers()).size();
            return new AssessmentRow(saved, dossier, open, verdicts, Optional.empty());
        } catch (RuntimeException e) {
            return new AssessmentRow(saved, Dossier.begun(Assessor.RULES_VERSION), 0, Map.of(), Optional.of(e));
        }
    }

    /** Whether the day on which it is to be looked at again has come. */
    boolean due(LocalDate today) {
        return dossier.reviewOn().filter(day -> !day.isAfter(today)).isPresent();
    }
}
