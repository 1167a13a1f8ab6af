package domicile.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Registers as the programs of earlier schemas made them, each with its documents and captures: stored files, which
 * nobody makes anew.
 */
final class EarlierSchemas {
    private static final Path FILES = Path.of("src/test/resources/register-schemas");

    /** Of what they say, from the first day on. */
    static final String HASH = "sha256:749f87c6e9500b584c8651950e3e6931008516d752cc47cac9f59706b563e80d";

    private EarlierSchemas() {}

    /** Puts a register of a schema into a folder. */
    static void unpack(int schema, Path home) throws IOException {
        try (ZipFile zip =
                new ZipFile(FILES.resolve("schema-" + schema + ".zip").toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path file = home.resolve(entry.getName());
                Files.createDirectories(file.resolveSibling("."));
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
    }

    /** A backup that a program of a schema wrote. */
    static Path backup(int schema) {
        return FILES.resolve("backup-" + schema + ".zip");
    }
}
