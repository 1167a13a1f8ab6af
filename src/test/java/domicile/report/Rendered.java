package domicile.report;

import domicile.report.document.Documents;
import domicile.report.document.Kind;
import domicile.report.document.Medium;
import domicile.report.docx.WordRenderer;
import domicile.report.html.HtmlPage;
import domicile.report.model.ReportModel;

/** Reports as tests look at them. */
public final class Rendered {
    private Rendered() {}

    public static String html(ReportModel model) {
        return html(model, Kind.DILIGENCE);
    }

    public static String html(ReportModel model, Kind kind) {
        return HtmlPage.render(Documents.of(model, kind, Medium.SCREEN));
    }

    public static byte[] docx(ReportModel model) {
        return WordRenderer.render(Documents.of(model, Kind.DILIGENCE, Medium.WORD));
    }
}
