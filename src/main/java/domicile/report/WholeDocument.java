package domicile.report;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A document of which every object can be read: PDFBox reads the others of a damaged list of objects anew each time.
 */
final class WholeDocument {
    private WholeDocument() {}

    /** Opens a document; refuses one of which a part is damaged. */
    static PDDocument of(byte[] pdf) throws IOException {
        PDDocument document = Loader.loadPDF(pdf);
        COSDocument all = document.getDocument();
        for (COSObjectKey key : all.getXrefTable().keySet()) {
            if (all.getObjectFromPool(key).getObject() == null) {
                document.close();
                throw new IOException("object " + key + " cannot be read");
            }
        }
        return document;
    }
}
