package domicile.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes the clock out of an office file, so that the same content gives the same bytes. */
final class StableZip {
    /** The earliest time that a zip can say. */
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    private StableZip() {}

    /** The same file with every part dated alike, and its properties dated the day given. */
    static byte[] of(byte[] office, LocalDate day) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(office.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(office));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                if (part.getName().equals("docProps/core.xml")) {
                    bytes = new String(bytes, StandardCharsets.UTF_8)
                            .replaceAll("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z", day + "T00:00:00Z")
                            .getBytes(StandardCharsets.UTF_8);
                }
                ZipEntry stable = new ZipEntry(part.getName());
                stable.setTimeLocal(NEVER);
                zip.putNextEntry(stable);
                zip.write(bytes);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
