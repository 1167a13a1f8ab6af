package domicile.questionnaire;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that somebody with the power to do so has accepted for a time. It changes no status: what is not met stays
 * not met and is shown with who accepted it.
 *
 * @param requirement the finding's requirement, by its id
 * @param until the last day on which the acceptance counts
 * @param given what it was given for; empty of one that was given before this was kept
 */
public record AcceptedRisk(
        String offering,
        String requirement,
        String approver,
        String reason,
        LocalDate acceptedOn,
        LocalDate until,
        Optional<Given> given) {

    /**
     * The finding that was accepted, as it was then.
     *
     * @param status by its name
     * @param reason the key of its reason
     * @param rulesVersion of the rules that found it
     */
    public record Given(String status, String reason, String rulesVersion) {}

    /** What an acceptance is worth on a day. */
    public enum Standing {
        COUNTS,
        /**
         * It was given for another finding than there is now, or under other rules: it counts nowhere until somebody
         * confirms it.
         */
        TO_BE_CONFIRMED,
        /** Its time has not begun, or is over. */
        OVER
    }

    /**
     * What it is worth.
     *
     * @param status of the finding now, by its name; empty when it is no longer asked
     * @param rulesVersion of the rules that find it now
     */
    public Standing standing(LocalDate day, Optional<String> status, String rulesVersion) {
        if (day.isBefore(acceptedOn) || day.isAfter(until)) {
            return Standing.OVER;
        }
        boolean same = given.filter(g -> status.filter(g.status()::equals).isPresent()
                        && g.rulesVersion().equals(rulesVersion))
                .isPresent();
        return same ? Standing.COUNTS : Standing.TO_BE_CONFIRMED;
    }
}
