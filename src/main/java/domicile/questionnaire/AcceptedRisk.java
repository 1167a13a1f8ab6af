package domicile.questionnaire;

import java.time.LocalDate;

/**
 * A finding that somebody with the power to do so has accepted for a time. It changes no status: what is not met stays not met and is
 * shown with who accepted it.
 *
 * @param requirement the finding's requirement, by its id
 * @param until the last day on which the acceptance counts
 */
public record AcceptedRisk(
        String offering, String requirement, String approver, String reason, LocalDate acceptedOn, LocalDate until) {

    /** Whether it counts on a day. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(acceptedOn) && !day.isAfter(until);
    }
}
