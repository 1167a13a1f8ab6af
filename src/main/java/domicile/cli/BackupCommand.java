package domicile.cli;

import domicile.problem.ProblemException;
import domicile.register.AutomaticBackups;
import domicile.register.BackedUp;
import domicile.register.KnownHeads;
import domicile.register.Locations;
import domicile.register.Progress;
import domicile.register.RegisterStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile backup}: the whole register, with all versions and assessments, as one file. */
@Command(
        name = "backup",
        description =
                "Writes the whole register, with its history and assessments, into one file, and restores that once"
                        + " into an empty folder to see that it holds the same. Others may go on writing meanwhile.")
final class BackupCommand implements Runnable {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The file to write; it must not exist.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description =
                    "Instead of FILE: writes one named by its time into this folder, unless nothing has changed since"
                            + " the newest there, and takes away those that were made in this way and are too many or too old.")
    private Optional<Path> into = Optional.empty();

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "With --into: how many are kept; default: " + AutomaticBackups.MOST + ".")
    private Optional<Integer> keep = Optional.empty();

    @Option(
            names = "--keep-days",
            paramLabel = "DAYS",
            description = "With --into: how old one becomes; default: " + AutomaticBackups.DAYS
                    + ". The newest one stays whatever its age.")
    private Optional<Integer> days = Optional.empty();

    private final Common options;

    BackupCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        if (file.isPresent() == into.isPresent()) {
            throw new ProblemException(
                    file.isPresent() ? "FILE and --into name two places" : "no place to write to is named",
                    "FILE",
                    "name a FILE, or --into FOLDER");
        }
        int most = checked("--keep", keep, AutomaticBackups.MOST);
        int oldest = checked("--keep-days", days, AutomaticBackups.DAYS);
        try (RegisterStore store = options.open()) {
            file.ifPresent(file -> wrote(store.backup(file)));
            into.ifPresent(folder -> {
                AutomaticBackups.Done done = new AutomaticBackups(folder, most, Duration.ofDays(oldest))
                        .run(store, options.console().clock(), Progress.NONE);
                done.written()
                        .ifPresentOrElse(
                                this::wrote,
                                () -> options.note(
                                        "domicile: nothing has changed since the newest backup in " + folder));
                done.removed().forEach(gone -> options.note("domicile: took away " + gone));
            });
            KnownHeads.in(Locations.dataFolder()).seeUnlessOlder(store);
        }
    }

    private int checked(String option, Optional<Integer> number, int otherwise) {
        if (number.isPresent() && into.isEmpty()) {
            throw new ProblemException(
                    "only backups in a folder are taken away again", option, "add --into FOLDER, or leave it out");
        }
        if (number.orElse(otherwise) < 1) {
            throw new ProblemException("\"" + number.orElse(0) + "\" is too few", option, "give 1 or more");
        }
        return number.orElse(otherwise);
    }

    private void wrote(BackedUp done) {
        options.note("domicile: wrote " + done.file());
        options.note("domicile: restored it into an empty folder, and it holds the same: "
                + counted(done.changes(), "change") + ", " + counted(done.assessments(), "assessment") + ", "
                + counted(done.documents(), "document") + ", " + counted(done.captures(), "capture") + "; register "
                + done.register() + ", chain of " + counted(done.head().number(), "link") + " ends in "
                + done.head().hash());
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
