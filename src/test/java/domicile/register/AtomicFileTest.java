package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void whatBreaksOffLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("report.zip"), "old");
        for (RuntimeException end : List.of(new CancellationException(), new IllegalStateException())) {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> AtomicFile.write(file, out -> {
                        out.write(NEW);
                        throw end;
                    }));
        }
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> AtomicFile.writeLasting(file, out -> {
                    out.write(NEW);
                    throw new IOException("no space left");
                }));
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("report.zip");
    }

    @Test
    void aFileIsReplacedAndANewOneIsNot() throws IOException {
        Path file = Files.writeString(folder.resolve("report.pdf"), "old");
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> AtomicFile.writeNew(file, out -> out.write(NEW)));
        assertThat(file).hasContent("old");
        AtomicFile.write(file, out -> out.write(NEW));
        assertThat(file).hasContent("new");
        AtomicFile.writeLasting(folder.resolve("answers.json"), out -> out.write(NEW));
        assertThat(names()).containsExactly("answers.json", "report.pdf");
    }

    @Test
    void aLinkStaysOne() throws IOException {
        Path file = Files.writeString(folder.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        AtomicFile.write(link, out -> out.write(NEW));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    /** Colleagues read and write the documents beside a register that they share, and nobody those of others. */
    @Test
    void aDocumentBesideARegisterIsItsOwnersOrItsGroups() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        DocumentFolder own = new DocumentFolder(folder.resolve("documents"));
        own.keep("0a", new ByteArrayInputStream(NEW));
        assertThat(mode(folder.resolve("documents").resolve("0a"))).isEqualTo("rw-------");

        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setAttribute(shared, "unix:mode", 02770);
        DocumentFolder theirs = new DocumentFolder(shared.resolve("documents"));
        theirs.keep("0a", new ByteArrayInputStream(NEW));
        assertThat(mode(shared.resolve("documents").resolve("0a"))).isEqualTo("rw-rw----");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        }
    }
}
