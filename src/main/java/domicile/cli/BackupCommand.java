package domicile.cli;

import domicile.register.RegisterStore;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code domicile backup}: the whole register, with all versions and assessments, as one file. */
@Command(name = "backup", description = "Writes the whole register, with its history and assessments, into one file.")
final class BackupCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist.")
    private Path file = Path.of(".");

    private final Common options;

    BackupCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        try (RegisterStore store = options.open()) {
            store.backup(file);
        }
        options.note("domicile: wrote " + file);
    }
}
