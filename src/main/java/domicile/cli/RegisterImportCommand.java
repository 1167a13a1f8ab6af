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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile register import}: takes a pack into the register, all that was chosen or nothing. */
@Command(name = "import", description = "Imports a pack with a date stamp, in one transaction.")
final class RegisterImportCommand implements Runnable {
    @Parameters(paramLabel = "PACK", description = "A folder with a pack.json.")
    private Path folder = Path.of(".");

    @Mixin
    private Chosen chosen = new Chosen();

    @Mixin
    private By by = new By();

    @Mixin
    private Affected affected = new Affected();

    @Option(names = "--why", paramLabel = "TEXT", description = "Why; default: the pack's name.")
    private @Nullable String why;

    @Option(names = "--dry-run", description = "Does everything but write.")
    private boolean dryRun;

    private final Common options;

    RegisterImportCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        PrintWriter out = options.console().out();
        Pack pack = Pack.read(folder, options.console().today());
        LocalDate day = by.day(pack.published());
        try (RegisterStore store = options.open()) {
            List<Difference> found = store.diff(pack, chosen.complete(), day).differences();
            chosen.check(found);
            LocalDate seen = affected.day(day, options);
            RegisterStore.Preview preview = store.preview(pack, chosen.complete(), chosen::choose, day, seen);
            List<Affected.One> changed = affected.by(preview, store, options);
            List<Difference> taken = dryRun
                    ? preview.taken()
                    : store.importPack(
                            pack,
                            chosen.complete(),
                            chosen::choose,
                            by.because(
                                    pack.published(), Optional.ofNullable(why).orElse(pack.name()), Optional.empty()));
            DifferenceTexts.print(taken, out);
            if (!dryRun && !taken.isEmpty()) {
                RegisterApprovalsCommand.remind(store, options);
            }
            Affected.print(changed, out);
            if (!taken.isEmpty()
                    && preview.before().hash().equals(preview.after().hash())) {
                options.note("domicile: versions in force from a later day than " + day + " stand: as of " + seen
                        + " nothing changes");
            }
            int left = found.size() - taken.size();
            if (left > 0) {
                options.note(
                        "domicile: " + left + " more differ and were left as they are; see 'domicile register diff'");
            }
            options.note("domicile: " + (dryRun ? "nothing was written; it would be " : "") + "in force from " + day
                    + ", as of " + seen + " " + preview.after().hash());
        }
    }
}
