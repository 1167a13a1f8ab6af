package domicile.cli;

import domicile.problem.DiskError;
import domicile.problem.FileProblem;
import domicile.problem.ProblemException;
import domicile.register.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file that {@code --out} or another option names to be written. */
final class OutputFile {

    private OutputFile() {}

    /**
     * Refuses to write over a file that was read, by whatever name or link it is called.
     *
     * @param option that names the file
     */
    static void check(Path file, String option, List<Path> inputs) {
        inputs.stream().filter(input -> same(input, file)).findFirst().ifPresent(input -> {
            throw new ProblemException(
                    "this is the file that is read as " + input, file.toString(), "name another " + option);
        });
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw FileProblem.NOT_A_PLAIN_FILE.at(file.toString());
        }
    }

    private static boolean same(Path input, Path output) {
        try {
            return Files.exists(output) && Files.exists(input) && Files.isSameFile(input, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a text as a whole, or leaves what was there. */
    static void write(Path file, String text) {
        try {
            AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw FileProblem.FILE_UNWRITTEN.because(e, file.toString(), DiskError.said(e));
        }
    }
}
