package domicile.cli;

import domicile.register.KnownHeads;
import domicile.register.Locations;
import domicile.register.RegisterStore;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code domicile restore}: a backup in the register's place; what was there is kept beside it. */
@Command(name = "restore", description = "Puts a backup in the register's place and keeps what was there beside it.")
final class RestoreCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "A file that 'domicile backup' wrote.")
    private Path file = Path.of(".");

    private final Common options;

    RestoreCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        options.passphrases().unlock(options.location());
        options.passphrases().unlockBackup(file);
        RegisterStore.restore(file, options.location(), options.console().clock())
                .ifPresent(kept -> options.note("domicile: what was there is kept as " + kept));
        try (RegisterStore store = options.openAsItIs()) {
            KnownHeads.in(Locations.dataFolder()).see(store); // it has gone back because somebody wanted it
        }
    }
}
