package domicile.assessment;

import domicile.residency.Register;
import domicile.residency.Workload;
import java.time.LocalDate;

/** The one entry to the rules. */
public final class Assessor {
    /** Changes when the same input may give another result. */
    public static final String RULES_VERSION = "1";

    private Assessor() {}

    /**
     * Assesses every candidate of a workload, or every offering when it names none.
     *
     * @param date the day that the assessment is made for
     */
    public static Assessment assess(Workload workload, Register register, LocalDate date, Freshness freshness) {
        throw new UnsupportedOperationException("being written");
    }
}
