package domicile.cli;

import domicile.register.Encryption;
import domicile.register.PassphraseFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code domicile register rekey}: another passphrase and another recovery key. */
@Command(
        name = "rekey",
        description =
                "Gives an encrypted register another passphrase and another recovery key. The old ones open it no more; backups"
                        + " that were made before keep theirs.")
final class RegisterRekeyCommand implements Runnable {
    @Option(
            names = "--new-passphrase-file",
            paramLabel = "FILE",
            description = "A file whose first line is the new passphrase; without it you are asked.")
    private Optional<Path> to = Optional.empty();

    @Option(
            names = "--recovery-file",
            paramLabel = "FILE",
            description = "Writes the recovery key into a file and does not show it; keep the file elsewhere.")
    private Optional<Path> recovery = Optional.empty();

    @Option(names = "--keyring", description = "Keeps the new passphrase in the system's keyring.")
    private boolean keyring;

    private final Common options;

    RegisterRekeyCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        String location = options.location();
        Encryption.refuseServer(location);
        RecoveryFile file = new RecoveryFile(options, recovery);
        Optional<char[]> given = to.map(path -> PassphraseFile.read(path.toString()));
        options.passphrases().unlock(location);
        Encryption.refusePlain(location);
        char[] passphrase = Passphrases.chosen(options.console(), given, "--new-passphrase-file");
        file.tell(Encryption.rekey(location, passphrase, options.console().clock()));
        if (keyring) {
            options.keep(location, passphrase);
        } else {
            // the old one is in there or not; it opens nothing any more
            Encryption.keyId(location).ifPresent(options.console().keyring()::forget);
        }
        options.note("domicile: the register has another passphrase; backups that were made before keep theirs");
    }
}
