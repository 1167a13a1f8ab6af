package domicile.scan;

import domicile.register.Pack;
import domicile.residency.Register;
import domicile.scan.signature.Signatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** Small projects that a test makes, and what a scan says of them. */
public final class Trees {
    public static final Register REGISTER = Pack.shipped().register(LocalDate.of(2026, 6, 30));

    private static final Path PROJECTS = Path.of("src", "test", "resources", "domicile", "scan", "projects");

    private Trees() {}

    public static void write(Path folder, String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ScanResult scan(Path folder) {
        return Scan.of(folder, REGISTER, Signatures.shipped(), Map.of());
    }

    /** One of the shipped small projects as it is kept, read on the first day of July 2026. */
    public static ScannedProject project(String name) {
        return new ScannedProject(LocalDate.of(2026, 7, 1), scan(PROJECTS.resolve(name)), Scope.SHIPPED);
    }

    /** A usage in one line. */
    public static String said(Usage u) {
        return String.join(
                " | ",
                u.place(),
                u.reader(),
                u.subject(),
                u.deployment().orElse("-"),
                u.places().isEmpty() ? "-" : String.join(",", u.places()),
                u.model().orElse("-"),
                u.certainty().name(),
                u.role().name(),
                u.environment().map(Environment::word).orElse("-"),
                u.byDefault() ? "default" : "-",
                u.via().isEmpty() ? "-" : String.join(",", u.via()),
                u.joined().isEmpty() ? "-" : String.join(",", u.joined()),
                u.unresolved().orElse("-"));
    }
}
