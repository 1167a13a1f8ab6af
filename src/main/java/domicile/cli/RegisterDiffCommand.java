package domicile.cli;

import domicile.register.Difference;
import domicile.register.Pack;
import domicile.register.RegisterStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile register diff}: what a pack would change. */
@Command(name = "diff", description = "Shows what a pack would change in the register. Writes nothing.")
final class RegisterDiffCommand implements Runnable, Cli.Runs {
    @Parameters(paramLabel = "PACK", description = "A folder with a pack.json.")
    private Path folder = Path.of(".");

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The day from which the pack would be in force; default: its own.")
    private @Nullable LocalDate stamp;

    private Optional<Common> common = Optional.empty();

    @Override
    public void use(Common options) {
        common = Optional.of(options);
    }

    @Override
    public void run() {
        Common options = common.orElseThrow();
        Pack pack = Pack.read(folder, options.console().today());
        try (RegisterStore store = options.open()) {
            print(
                    store.diff(pack, stamp == null ? pack.published() : stamp),
                    options.console().out());
        }
    }

    static void print(List<Difference> differences, PrintWriter out) {
        for (Difference d : differences) {
            out.println(d.kind() + " " + (d.subject().isEmpty() ? "" : d.subject() + " ") + d.part());
            d.before().ifPresent(b -> out.println("  - " + b));
            d.after().ifPresent(a -> out.println("  + " + a));
        }
        out.println(differences.size() + " differences");
    }
}
