package domicile.page;

import domicile.problem.InputFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        return new PageFile(hash(bytes), PageReader.read(bytes, file.toString(), Optional.empty()));
    }

    private static String hash(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
