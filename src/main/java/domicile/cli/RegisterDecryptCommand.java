package domicile.cli;

import domicile.register.Encryption;
import picocli.CommandLine.Command;

/** {@code domicile register decrypt}: the register as it was before it was encrypted. */
@Command(
        name = "decrypt",
        description =
                "Takes the encryption off the register and what lies beside it. Backups that are encrypted stay so.")
final class RegisterDecryptCommand implements Runnable {
    private final Common options;

    RegisterDecryptCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        String location = options.location();
        Encryption.refuseServer(location);
        options.passphrases().unlock(location);
        String key = Encryption.keyId(location).orElse("");
        Encryption.decrypt(location, options.console().clock());
        options.console().keyring().forget(key);
        options.note("domicile: the register is not encrypted any more");
    }
}
