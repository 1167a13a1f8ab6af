package domicile.cli;

import domicile.register.Encryption;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code domicile register encrypt}: a register that only its passphrase opens. */
@Command(
        name = "encrypt",
        description =
                "Encrypts the register with what lies beside it: documents, pages, answers that wait. Asks for a new passphrase, or takes"
                        + " it from --passphrase-file. Shows once the recovery key, which opens the register when the passphrase is"
                        + " forgotten; without both, nobody can read it. Backups that were made before stay as they are.")
final class RegisterEncryptCommand implements Runnable {
    @Option(
            names = "--recovery-file",
            paramLabel = "FILE",
            description = "Writes the recovery key into a file and does not show it; keep the file elsewhere.")
    private Optional<Path> recovery = Optional.empty();

    @Option(
            names = "--keyring",
            description =
                    "Keeps the passphrase in the system's keyring, so that nobody is asked for it on this machine.")
    private boolean keyring;

    private final Common options;

    RegisterEncryptCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        String location = options.location();
        RecoveryFile file = new RecoveryFile(options, recovery);
        if (Encryption.state(location) != Encryption.State.PLAIN) {
            throw Encryption.already(location);
        }
        Encryption.refuseServer(location);
        char[] passphrase = options.passphrases().chosen();
        file.tell(Encryption.encrypt(location, passphrase, options.console().clock()));
        if (keyring) {
            options.keep(location, passphrase);
        }
        options.note("domicile: encrypted the register; backups that were made before are not: make new ones");
    }
}
