package domicile.desktop.assessment.common;

import domicile.desktop.kit.PdfPage;
import domicile.document.DocumentFile;
import domicile.page.PageFormat;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A document that has been read.
 *
 * @param pages as they are printed; empty for a format that has none
 */
public record ReadDocument(DocumentFile file, List<PdfPage> pages) {
    public ReadDocument {
        pages = List.copyOf(pages);
    }

    /** With its pages; not for the FX thread. */
    public static ReadDocument of(DocumentFile file) throws IOException {
        boolean pdf = file.format().equals(Optional.of(PageFormat.PDF));
        return new ReadDocument(file, pdf ? PdfPage.of(file.bytes(), file.password()) : List.of());
    }
}
