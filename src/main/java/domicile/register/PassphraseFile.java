package domicile.register;

import domicile.problem.InputFile;
import domicile.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A file whose first line is a passphrase, for who starts the program without a person at a terminal. */
public final class PassphraseFile {
    /** The environment's name for it. */
    public static final String VARIABLE = "DOMICILE_PASSPHRASE_FILE";

    private static final int LONGEST = 4_096;

    private PassphraseFile() {}

    /** What the file says that the environment names; empty when it names none. */
    public static Optional<char[]> ofTheEnvironment() {
        return Optional.of(System.getenv().getOrDefault(VARIABLE, ""))
                .filter(name -> !name.isBlank())
                .map(PassphraseFile::read);
    }

    /**
     * What a file says.
     *
     * @throws ProblemException when it cannot be read or its first line is empty
     */
    public static char[] read(String name) {
        try {
            return new String(InputFile.read(Path.of(name), LONGEST), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(() -> RegisterProblem.PASSPHRASE_FILE_EMPTY.at(name))
                    .toCharArray();
        } catch (InvalidPathException e) {
            throw RegisterProblem.PASSPHRASE_FILE_EMPTY.because(e, name);
        }
    }
}
