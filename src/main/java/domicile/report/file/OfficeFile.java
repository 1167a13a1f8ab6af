package domicile.report.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.poi.ooxml.POIXMLDocument;

/** How an office document becomes a file, whatever program it is for. */
public final class OfficeFile {
    private OfficeFile() {}

    /** The document's bytes, dated a day. */
    public static byte[] bytes(POIXMLDocument document, LocalDate day) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try {
            document.write(out);
            return StableZip.of(out.toByteArray(), day);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void close(POIXMLDocument document) {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
