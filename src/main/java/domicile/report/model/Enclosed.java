package domicile.report.model;

import domicile.register.Head;
import domicile.scan.ScannedProject;
import domicile.vendor.KeptWorkbook;
import java.util.List;
import java.util.Optional;

/**
 * What comes with an assessment into its report and changes no verdict.
 *
 * @param minutes of the review meeting, with accepted risks; minutes that say nothing count as none
 * @param letterhead whose report it is
 * @param project what a project used
 * @param workbooks what vendors answered
 * @param chain where the register's chain ended; no page shows it
 */
public record Enclosed(
        Optional<Minutes> minutes,
        Letterhead letterhead,
        Optional<ScannedProject> project,
        List<KeptWorkbook> workbooks,
        Optional<Head> chain) {
    /** Nothing. */
    public static final Enclosed NOTHING = new Enclosed(Optional.empty(), Letterhead.NONE);

    public Enclosed {
        minutes = minutes.filter(Minutes::any);
        workbooks = List.copyOf(workbooks);
    }

    /** What comes with one that no project is compared with, of a register that nobody keeps. */
    public Enclosed(Optional<Minutes> minutes, Letterhead letterhead) {
        this(minutes, letterhead, Optional.empty(), List.of(), Optional.empty());
    }

    /** Findings that somebody has accepted until a day, whether that counts or not. */
    public List<Minutes.Risk> accepted() {
        return minutes.stream().flatMap(m -> m.risks().stream()).toList();
    }
}
