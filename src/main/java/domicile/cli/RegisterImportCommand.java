package domicile.cli;

import domicile.register.Pack;
import domicile.register.RegisterStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile register import}: takes a pack into the register, whole or not at all. */
@Command(name = "import", description = "Imports a pack with a date stamp, in one transaction.")
final class RegisterImportCommand implements Runnable, Cli.Runs {
    @Parameters(paramLabel = "PACK", description = "A folder with a pack.json.")
    private Path folder = Path.of(".");

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The day from which the pack is in force; default: its own.")
    private @Nullable LocalDate stamp;

    @Option(names = "--who", paramLabel = "NAME", description = "Who imports it; default: your user name.")
    private String who = System.getProperty("user.name", "unknown");

    @Option(names = "--why", paramLabel = "TEXT", description = "Why; default: the pack's name.")
    private @Nullable String why;

    private Optional<Common> common = Optional.empty();

    @Override
    public void use(Common options) {
        common = Optional.of(options);
    }

    @Override
    public void run() {
        Common options = common.orElseThrow();
        Pack pack = Pack.read(folder, options.console().today());
        LocalDate day = stamp == null ? pack.published() : stamp;
        try (RegisterStore store = options.open()) {
            RegisterDiffCommand.print(
                    store.importPack(pack, day, who, why == null ? pack.name() : why),
                    options.console().out());
            options.note(
                    "domicile: in force from " + day + ", " + store.asOf(day).hash());
        }
    }
}
