package domicile.report;

import domicile.report.document.Documents;
import domicile.report.document.Kind;
import domicile.report.document.Medium;
import domicile.report.model.ReportModel;
import domicile.report.pdf.PdfRenderer;

/** The report as PDF, with what it was made from. */
public final class PdfReport {
    private PdfReport() {}

    /** Renders the report; the same model gives the same bytes. */
    public static byte[] render(ReportModel model) {
        return render(model, Kind.DILIGENCE);
    }

    /** Renders a kind of report. */
    public static byte[] render(ReportModel model, Kind kind) {
        return PdfRenderer.render(
                Documents.of(model, kind, Medium.PAPER),
                // a letter leaves the house: the findings about other vendors do not go with it
                kind == Kind.LETTER ? PdfRenderer.Attached.NOTHING : Attachments.of(model, kind)::embed);
    }
}
