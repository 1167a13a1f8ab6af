package domicile.cli;

import domicile.problem.InputFile;
import domicile.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of every command that reads a document that may be locked. A password stands on no command line. */
final class Password {
    private static final int LONGEST = 4_096;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file whose first line is the password of a locked document.")
    private Optional<Path> file = Optional.empty();

    Optional<String> read() {
        return file.map(f -> new String(InputFile.read(f, LONGEST), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .filter(line -> !line.isEmpty())
                .orElseThrow(() -> new ProblemException(
                        "there is no password in this file", f.toString(), "write it into the first line")));
    }
}
