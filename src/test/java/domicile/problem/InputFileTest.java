package domicile.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.Pipes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InputFileTest {
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    private Path folder;

    private static void refused(Path file, String saying) {
        assertThatThrownBy(() -> InputFile.read(file, MEGABYTE))
                .isInstanceOf(ProblemException.class)
                .hasMessage(file + ": " + saying);
    }

    @Test
    void aPlainFileIsReadUpToItsLimit() throws IOException {
        Path file = Files.write(folder.resolve("a"), new byte[MEGABYTE]);
        assertThat(InputFile.read(file, MEGABYTE)).hasSize(MEGABYTE);
        assertThat(InputFile.read(Files.createSymbolicLink(folder.resolve("link"), file), MEGABYTE))
                .hasSize(MEGABYTE);
        assertThatThrownBy(() -> InputFile.read(folder.resolve("link"), MEGABYTE, LinkOption.NOFOLLOW_LINKS))
                .hasMessageContaining("not a plain file");
        Files.write(file, new byte[MEGABYTE + 1]);
        refused(file, "the file is larger than 1 MiB; split it or leave out what does not belong there");
    }

    /** Reading it first would end in no memory. */
    @Test
    void aHugeFileIsRefusedUnread() throws IOException {
        Path file = folder.resolve("huge");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(64L * 1024 * MEGABYTE);
        }
        refused(file, "the file is larger than 1 MiB; split it or leave out what does not belong there");
    }

    @Test
    void whatIsNotThereOrAFolderIsSaid() throws IOException {
        refused(folder.resolve("none"), "there is no such file; check the name and the folder");
        Path inFile = Files.createFile(folder.resolve("file")).resolve("none");
        refused(inFile, "there is no such file; check the name and the folder");
        refused(folder, "this is a folder; name a file in it");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void devicesAndPipesAreRefusedAtOnce() throws Exception {
        Path pipe = Pipes.at(folder.resolve("pipe"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
        for (Path file : List.of(pipe, link, Path.of("/dev/zero"), Path.of("/dev/null"))) {
            refused(
                    file,
                    "this is not a plain file; copy it to a file on a disk and name that, not a link, a pipe or a device");
        }
    }

    @Test
    void aReasonIsInWordsAndNamesNoClass() {
        assertThat(List.of(
                                new IOException("No space left on device"),
                                new FileSystemException(
                                        "/a", null, "Auf dem Gerät ist kein Speicherplatz mehr verfügbar"),
                                new java.nio.file.AccessDeniedException("/a"),
                                new java.io.UncheckedIOException(new java.nio.file.NoSuchFileException("/a")),
                                new IOException("Input/output error"),
                                new IOException("java.lang.IllegalStateException: x"),
                                new IOException())
                        .stream()
                        .map(e -> DiskError.said(e).in(Locale.ROOT)))
                .containsExactly(
                        "the disk is full",
                        "the disk is full",
                        "not permitted",
                        "it is not there",
                        "Input/output error",
                        "the system does not say why",
                        "the system does not say why");
    }
}
