package domicile.cli;

import domicile.register.RegisterStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile register export}: the register as a pack. */
@Command(name = "export", description = "Writes the register as a pack into a new or empty folder.")
final class RegisterExportCommand implements Runnable, Cli.Runs {
    @Parameters(paramLabel = "PACK", description = "The folder to write.")
    private Path folder = Path.of(".");

    @Option(names = "--as-of", paramLabel = "DATE", description = "The register as of this day; default: today.")
    private @Nullable LocalDate asOf;

    private Optional<Common> common = Optional.empty();

    @Override
    public void use(Common options) {
        common = Optional.of(options);
    }

    @Override
    public void run() {
        Common options = common.orElseThrow();
        LocalDate day = options.orToday(asOf);
        try (RegisterStore store = options.open()) {
            store.export(day).write(folder);
            options.note("domicile: wrote " + folder + ", " + store.asOf(day).hash());
        }
    }
}
