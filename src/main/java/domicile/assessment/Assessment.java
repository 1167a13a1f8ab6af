package domicile.assessment;

import domicile.residency.Workload;
import java.time.LocalDate;
import java.util.List;

/**
 * A workload against the register.
 *
 * @param date the assessment's date: evidence dated later does not count, and ages are counted to it
 * @param registerAsOf the day that the register is taken of
 * @param offerings best verdict first, then by id
 */
public record Assessment(
        Workload workload,
        LocalDate date,
        LocalDate registerAsOf,
        String registerHash,
        String rulesVersion,
        Freshness freshness,
        List<OfferingAssessment> offerings) {

    public Assessment {
        offerings = List.copyOf(offerings);
    }
}
