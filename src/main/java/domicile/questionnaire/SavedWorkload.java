package domicile.questionnaire;

import domicile.problem.ProblemException;
import domicile.residency.Areas;
import domicile.residency.Workload;
import java.time.LocalDate;

/** What a saved assessment asks for. */
public final class SavedWorkload {

    private SavedWorkload() {}

    /**
     * The workload that saved answers make.
     *
     * @param name the assessment's name, for messages and while the question for it has no answer
     * @param dossier as {@link DossierJson#write} wrote them
     * @param startsOn the first day while that question has no answer
     * @throws ProblemException when the answers cannot be read against these areas
     */
    public static Workload of(String name, String dossier, Areas areas, LocalDate startsOn) {
        return WorkloadOf.answers(
                Questionnaire.shipped(), DossierJson.read(name, dossier, areas).answers(), areas, name, startsOn);
    }
}
