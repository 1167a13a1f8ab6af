package domicile.document;

import domicile.page.Layout;
import domicile.page.PageFormat;
import domicile.page.PageReader;
import domicile.problem.InputFile;
import domicile.problem.Sha256;
import java.nio.file.Path;
import java.util.Optional;

/** A document in hand that has been read: its bytes, its text, and where the words stand. */
public final class DocumentFile {
    private final String name;
    private final byte[] bytes;
    private final Optional<String> password;
    private final String sha256;
    private final Layout layout;

    private DocumentFile(String name, byte[] bytes, Layout layout, Optional<String> password) {
        this.name = name;
        this.bytes = bytes;
        this.password = password;
        this.sha256 = Sha256.hex(bytes);
        this.layout = layout;
    }

    /**
     * Reads a file.
     *
     * @param password that opens it, where it is locked
     * @throws domicile.problem.ProblemException when it cannot be read, is too large, locked, broken or of no known
     *     format
     */
    public static DocumentFile read(Path file, Optional<String> password) {
        return of(file, InputFile.read(file, PageReader.MAX_BYTES), password);
    }

    /** As {@link #read}, of a file whose bytes are at hand; they are not copied. */
    public static DocumentFile of(Path file, byte[] bytes, Optional<String> password) {
        return new DocumentFile(
                String.valueOf(file.getFileName()),
                bytes,
                PageReader.layout(bytes, file.toString(), password),
                password);
    }

    /** As {@link #read}, of bytes that are at hand; the name tells formats apart. */
    public static DocumentFile of(String name, byte[] bytes, Optional<String> password) {
        return new DocumentFile(name, bytes.clone(), PageReader.layout(bytes, name, password), password);
    }

    /** The file's name, without its folder. */
    public String name() {
        return name;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The hash of its bytes as they are in the file, locked or not: 64 hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** What its bytes are; of a locked Word document they are of no known format. */
    public Optional<PageFormat> format() {
        return PageReader.locked(bytes) ? Optional.empty() : Optional.of(PageReader.format(bytes, name));
    }

    /** What opens it; empty where it is not locked. */
    public Optional<String> password() {
        return password;
    }

    /** Its text with the place of each unit; without any for a scan. */
    public Layout layout() {
        return layout;
    }
}
