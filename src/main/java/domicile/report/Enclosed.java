package domicile.report;

import domicile.questionnaire.AcceptedRisk;
import java.util.List;

/**
 * What comes with an assessment into its report and changes no verdict.
 *
 * @param recorded label and what it says, in the report's language; stands after what was asked
 * @param accepted findings that somebody has accepted until a day
 * @param letterhead whose report it is
 */
public record Enclosed(List<ReportModel.Pair> recorded, List<AcceptedRisk> accepted, Letterhead letterhead) {
    /** Nothing. */
    public static final Enclosed NOTHING = new Enclosed(List.of(), List.of(), Letterhead.NONE);

    public Enclosed {
        recorded = recorded.stream()
                .map(p -> new ReportModel.Pair(CleanText.of(p.label()), CleanText.of(p.value())))
                .toList();
        accepted = List.copyOf(accepted);
    }
}
