package domicile.cli;

import domicile.problem.ProblemException;
import domicile.register.Progress;
import domicile.register.RegisterCopy;
import domicile.register.RegisterStore;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code domicile register copy}: a server's register where the server is not. */
@Command(
        name = "copy",
        description = "Copies a register on a server, with its documents and pages, into a folder, to be read where the"
                + " server cannot be reached. Only assessments are worked on in the copy; 'register merge' brings them"
                + " back. A folder that holds an older copy gets a new one.")
final class RegisterCopyCommand implements Runnable {
    @Option(
            names = "--into",
            required = true,
            paramLabel = "DIR",
            description = "A folder that is empty, is made, or holds an older copy of the same register.")
    private @Nullable Path into;

    @Option(
            names = "--encrypt",
            description =
                    "Encrypts the copy from its first byte on, with a new passphrase that is asked for or taken from"
                            + " --passphrase-file. A new copy over an encrypted one stays encrypted without it.")
    private boolean encrypt;

    @Option(
            names = "--recovery-file",
            paramLabel = "FILE",
            description = "With --encrypt: writes the recovery key into a file and does not show it.")
    private Optional<Path> recovery = Optional.empty();

    private final Common options;

    RegisterCopyCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        if (recovery.isPresent() && !encrypt) {
            throw new ProblemException(
                    "a copy has a recovery key with --encrypt alone", "--recovery-file", "add --encrypt");
        }
        RecoveryFile file = new RecoveryFile(options, recovery);
        String folder = String.valueOf(into);
        options.passphrases().unlock(folder);
        try (RegisterStore store = options.openAsItIs()) {
            RegisterCopy copy = encrypt
                    ? store.copyInto(folder, options.passphrases().chosen(), file::tell, Progress.NONE)
                    : store.copyInto(folder, Progress.NONE);
            options.console()
                    .out()
                    .println(folder + ": copy of " + copy.server() + ", chain of "
                            + copy.head().number() + " links ends in "
                            + copy.head().hash());
        }
    }
}
