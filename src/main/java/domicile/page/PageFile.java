package domicile.page;

import domicile.problem.InputFile;
import domicile.problem.Sha256;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A saved file of a page.
 *
 * @param hash {@code sha256:} and 64 hexadecimal digits: of the bytes, whatever is read in them
 */
public record PageFile(String hash, PageText text) {

    /** Reads a file; refused as {@link PageReader#read} says. */
    public static PageFile read(Path file) {
        byte[] bytes = InputFile.read(file, PageReader.MAX_BYTES);
        return new PageFile(Sha256.named(bytes), PageReader.read(bytes, file.toString(), Optional.empty()));
    }
}
