package domicile.report.document;

import domicile.report.model.ReportModel.Mark;

/** What the boxes of {@link Block.Filters} show and hide. */
final class Group {
    private Group() {}

    /** Whatever is of candidates with a verdict. */
    static String of(Mark verdict) {
        return "v-" + verdict.css();
    }

    /** The findings of a status. */
    static String ofFindings(Mark status) {
        return "s-" + status.css();
    }
}
