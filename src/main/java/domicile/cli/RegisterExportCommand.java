package domicile.cli;

import domicile.register.Head;
import domicile.register.Pack;
import domicile.register.Progress;
import domicile.register.RegisterStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile register export}: the register as a pack. */
@Command(name = "export", description = "Writes the register as a pack into a new or empty folder.")
final class RegisterExportCommand implements Runnable {
    @Parameters(paramLabel = "PACK", description = "The folder to write.")
    private Path folder = Path.of(".");

    @Mixin
    private AsOf asOf = new AsOf();

    @Option(
            names = "--captures",
            description = "With the pages on which the quotes of its facts stand, each under its SHA-256.")
    private boolean captures;

    private final Common options;

    RegisterExportCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        LocalDate day = asOf.day(options.console().today());
        try (RegisterStore store = options.open()) {
            Optional<Head> chain = asOf.head(store);
            Pack pack = captures
                    ? asOf.known()
                            .map(k -> store.exportWithCaptures(day, k))
                            .orElseGet(() -> store.exportWithCaptures(day))
                    : asOf.known().map(k -> store.export(day, k)).orElseGet(() -> store.export(day));
            pack.write(folder, chain, Progress.NONE);
            options.note("domicile: wrote " + folder + ", " + pack.register(day).hash());
        }
    }
}
