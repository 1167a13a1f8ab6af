package domicile.report.document;

import domicile.report.model.ReportModel;

/** The documents that there are. */
public final class Documents {
    private Documents() {}

    /** The document of a kind, for a medium; the same model gives the same document. */
    public static Document of(ReportModel r, Kind kind, Medium medium) {
        return switch (kind) {
            case DILIGENCE -> DiligenceDocument.of(r, medium);
            case LETTER -> LetterDocument.of(r, medium);
            case BOARD -> BoardDocument.of(r, medium);
        };
    }
}
