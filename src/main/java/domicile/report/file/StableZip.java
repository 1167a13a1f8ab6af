package domicile.report.file;

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
public final class StableZip {
    /** Not the earliest time that a zip can say: Java writes that one in a field that depends on the time zone. */
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 2, 0, 0);

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
                zip.putNextEntry(entry(part.getName()));
                zip.write(bytes);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** A part that is dated as all are, whenever and wherever it is written. */
    public static ZipEntry entry(String name) {
        ZipEntry stable = new ZipEntry(name);
        stable.setTimeLocal(NEVER);
        return stable;
    }
}
