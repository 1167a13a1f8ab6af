package domicile.assessment;

import domicile.residency.Workload;
import java.time.LocalDate;
import java.util.List;

/**
 * A workload against the register.
 *
 * @param date the assessment's date: evidence dated later does not count, and ages are counted to it
 * @param registerAsOf the day that the register is taken of
 * @param notAsked what the workload does not ask although it is advisable
 * @param offerings best verdict first, then by id
 */
public record Assessment(
        Workload workload,
        LocalDate date,
        LocalDate registerAsOf,
        String registerHash,
        String rulesVersion,
        Freshness freshness,
        List<Advisable> notAsked,
        List<OfferingAssessment> offerings) {

    public Assessment {
        notAsked = List.copyOf(notAsked);
        offerings = List.copyOf(offerings);
    }

    /** How many facts the candidates' findings rest on. */
    public int facts() {
        return offerings.stream().mapToInt(o -> o.facts().size()).sum();
    }

    /** How many of these facts have the words of a page in hand. */
    public int withQuote() {
        return offerings.stream().mapToInt(OfferingAssessment::withQuote).sum();
    }
}
