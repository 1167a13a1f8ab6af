package domicile.cli;

import domicile.problem.ProblemException;
import domicile.register.Encryption;
import domicile.register.PassphraseFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Where a passphrase comes from: a file, the system's keyring, or the person at the terminal, in this order. */
final class Passphrases {
    private final Console console;
    private final Optional<String> file;

    /** @param file that the command line names */
    Passphrases(Console console, Optional<String> file) {
        this.console = console;
        this.file = file;
    }

    private Optional<char[]> ofFile() {
        return file.map(PassphraseFile::read).or(PassphraseFile::ofTheEnvironment);
    }

    /** Opens the key of a register, where it is locked; a person may try three times. */
    void unlock(String location) {
        if (Encryption.state(location) == Encryption.State.LOCKED) {
            Optional<char[]> given = ofFile();
            if (given.isPresent()) {
                Encryption.unlock(location, given.get());
                return;
            }
            if (!byKeyring(location)) {
                tried("Passphrase of the register", typed -> Encryption.unlock(location, typed));
            }
        }
    }

    /** As {@link #unlock}, by what asks nobody; for a window, which asks by itself. */
    void unlockUnasked(String location) {
        if (Encryption.state(location) == Encryption.State.LOCKED) {
            ofFile().ifPresent(given -> Encryption.unlock(location, given));
        }
    }

    private boolean byKeyring(String location) {
        return Encryption.keyId(location)
                .flatMap(console.keyring()::find)
                .filter(kept -> Encryption.tryUnlock(location, kept))
                .isPresent();
    }

    /** As {@link #unlock} for a backup. */
    void unlockBackup(Path backup) {
        if (Encryption.isLockedBackup(backup)) {
            Optional<char[]> given = ofFile();
            if (given.isPresent()) {
                Encryption.unlockBackup(backup, given.get());
            } else {
                tried("Passphrase of the backup", typed -> Encryption.unlockBackup(backup, typed));
            }
        }
    }

    private static Optional<char[]> typed(Console console, String question) {
        return console.passwords().apply(question).map(String::toCharArray);
    }

    private interface Opening {
        void with(char[] typed);
    }

    private void tried(String prompt, Opening opening) {
        for (int left = 2; ; left--) {
            Optional<char[]> typed = typed(console, prompt);
            if (typed.isEmpty()) {
                return; // whoever opens it says what to give
            }
            try {
                opening.with(typed.get());
                return;
            } catch (ProblemException wrong) {
                if (left == 0) {
                    throw wrong;
                }
                console.err().println("domicile: " + wrong.what());
            }
        }
    }

    /**
     * A new passphrase: of a file, or typed twice.
     *
     * @param option that names the file
     */
    static char[] chosen(Console console, Optional<char[]> given, String option) {
        if (given.isPresent()) {
            return given.get();
        }
        char[] typed = typed(console, "New passphrase, at least " + Encryption.SHORTEST + " characters")
                .orElseThrow(() -> new ProblemException(
                        "there is no terminal to ask for a passphrase", option, "name a file whose first line it is"));
        char[] again = typed(console, "The same again").orElse(new char[0]);
        if (!Arrays.equals(typed, again)) {
            throw new ProblemException("the two are not the same", "the new passphrase", "start again");
        }
        return typed;
    }

    /** A new passphrase for a register that has none yet. */
    char[] chosen() {
        return chosen(console, ofFile(), "--passphrase-file");
    }
}
