package domicile.report.model;

import domicile.scan.ScannedProject;
import java.util.List;
import java.util.Optional;

/**
 * What comes with an assessment into its report and changes no verdict.
 *
 * @param minutes of the review meeting, with accepted risks; minutes that say nothing count as none
 * @param letterhead whose report it is
 * @param project what a project used
 */
public record Enclosed(Optional<Minutes> minutes, Letterhead letterhead, Optional<ScannedProject> project) {
    /** Nothing. */
    public static final Enclosed NOTHING = new Enclosed(Optional.empty(), Letterhead.NONE);

    /** What comes with an assessment that no project is compared with. */
    public Enclosed(Optional<Minutes> minutes, Letterhead letterhead) {
        this(minutes, letterhead, Optional.empty());
    }

    public Enclosed {
        minutes = minutes.filter(Minutes::any);
    }

    /** Findings that somebody has accepted until a day, whether that counts or not. */
    public List<Minutes.Risk> accepted() {
        return minutes.stream().flatMap(m -> m.risks().stream()).toList();
    }
}
