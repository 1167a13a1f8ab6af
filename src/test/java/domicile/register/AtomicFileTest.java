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

    /** Colleagues read the documents beside a register that they share. */
    @Test
    void aDocumentBesideARegisterIsReadByWhoeverReadsOtherFilesThere() throws IOException {
        Path usual = Files.writeString(folder.resolve("usual"), "");
        assumeThat(usual.getFileSystem().supportedFileAttributeViews()).contains("posix");
        DocumentFolder documents = new DocumentFolder(folder.resolve("documents"));
        documents.keep("0a", new ByteArrayInputStream(NEW));
        assertThat(Files.getPosixFilePermissions(folder.resolve("documents").resolve("0a")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        }
    }
}
