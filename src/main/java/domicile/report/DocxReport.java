package domicile.report;

import domicile.report.document.Documents;
import domicile.report.document.Kind;
import domicile.report.document.Medium;
import domicile.report.docx.WordRenderer;

/** The report as a document for Word. */
public final class DocxReport {
    private DocxReport() {}

    /** Renders the report; the same model gives the same bytes. */
    public static byte[] render(ReportModel model) {
        return WordRenderer.render(Documents.of(model, Kind.DILIGENCE, Medium.WORD));
    }
}
