package domicile.report;

import domicile.report.document.Documents;
import domicile.report.document.Kind;
import domicile.report.document.Medium;
import domicile.report.html.HtmlPage;

/** The report as one HTML file. */
public final class HtmlReport {
    private HtmlReport() {}

    /** Renders the report; the same model gives the same text. */
    public static String render(ReportModel model) {
        return render(model, Kind.DILIGENCE);
    }

    /** Renders a kind of report. */
    static String render(ReportModel model, Kind kind) {
        return HtmlPage.render(Documents.of(model, kind, Medium.SCREEN));
    }
}
