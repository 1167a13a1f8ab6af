package domicile.register;

import domicile.residency.FactKinds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/** A register as Domicile 0.1 made it, under rules version 1. */
public final class VersionOne {
    private static final Path FILES = Path.of("src/test/resources/rules-1");
    private static final Path DATA = Path.of("data");

    private VersionOne() {}

    /** The pack that was shipped with it; what did not change since is read from the pack of today. */
    public static Pack pack() {
        return new PackReader(
                        name -> {
                            try {
                                Path file = FILES.resolve(name);
                                return Files.readAllBytes(Files.exists(file) ? file : DATA.resolve(name));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        LocalDate.MAX,
                        FactKinds.SHIPPED)
                .read();
    }

    /** A new register with this first content, opened. */
    public static RegisterStore open(String location, Clock clock) {
        boolean server = location.startsWith("jdbc:");
        Path file = server ? Path.of("") : Path.of(location).resolve("register.mv.db");
        try {
            if (!server) {
                Files.createDirectories(file.resolveSibling("."));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Database database =
                server ? Database.postgres(PostgresAddress.parse(location)) : Database.h2(H2File.at(file))) {
            database.migrate(Database.SCHEMA);
            Pack pack = pack();
            database.write(handle -> {
                new ChangeWriter(handle, location, clock, FactKinds.SHIPPED).first(pack);
                return pack;
            });
        }
        return RegisterStore.open(location, clock);
    }
}
