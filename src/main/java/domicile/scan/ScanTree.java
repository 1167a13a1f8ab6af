package domicile.scan;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * The tree that is read: a folder, or a zip, which is read where it lies. Nothing of a zip is unpacked, so no name in
 * it leads anywhere, and a link in it is a small file that nobody follows.
 */
final class ScanTree implements Closeable {
    private static final String ENDING = ".zip";
    /** What a Mac puts beside the folder that it packs. */
    private static final String BESIDE = "__MACOSX";

    private final String named;
    private final Path root;
    private final Set<String> links;
    private final long mostBytes;
    private final Optional<FileSystem> zip;

    private ScanTree(String named, Path root, Set<String> links, long mostBytes, Optional<FileSystem> zip) {
        this.named = named;
        this.root = root;
        this.links = links;
        this.mostBytes = mostBytes;
        this.zip = zip;
    }

    /**
     * Opens a folder or a zip.
     *
     * @throws domicile.problem.ProblemException when it is neither, or a zip that is larger than a project's
     */
    static ScanTree open(Path path) {
        String named = path.toString();
        if (Files.isDirectory(path)) {
            return new ScanTree(named, path, Set.of(), Long.MAX_VALUE, Optional.empty());
        }
        if (!Files.isRegularFile(path) || !named.toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            throw ScanProblem.NO_FOLDER_TO_SCAN.at(named);
        }
        ZipDirectory directory = ZipDirectory.of(path);
        try {
            FileSystem zip = zip(path);
            return new ScanTree(named, top(zip), directory.links(), directory.mostBytes(), Optional.of(zip));
        } catch (IOException | RuntimeException e) {
            throw ScanProblem.ZIP_TO_SCAN_UNREADABLE.because(e, named);
        }
    }

    /** Names in another encoding than UTF-8 are read byte by byte: which letters they stand for, no zip says. */
    private static FileSystem zip(Path path) throws IOException {
        try {
            return FileSystems.newFileSystem(path);
        } catch (ZipException e) {
            return FileSystems.newFileSystem(path, Map.of("encoding", StandardCharsets.ISO_8859_1.name()));
        }
    }

    /** The one folder that a zip of a whole project has at its top, or the top itself. */
    private static Path top(FileSystem zip) throws IOException {
        Path top = zip.getPath("/");
        try (Stream<Path> all = Files.list(top)) {
            List<Path> entries = all.filter(p -> !p.endsWith(BESIDE)).limit(2).toList();
            return entries.size() == 1 && Files.isDirectory(entries.getFirst()) ? entries.getFirst() : top;
        }
    }

    /** The folder or the zip, for refusals. */
    String named() {
        return named;
    }

    Path root() {
        return root;
    }

    /** Whether an entry of a zip stands for a link. */
    boolean link(Path path) {
        return zip.isPresent() && links.contains(ZipDirectory.plain(path.toString()));
    }

    /** Refuses more bytes than a tree may hold. */
    void check(long bytes) {
        if (bytes > mostBytes) {
            throw ScanProblem.ZIP_TO_SCAN_TOO_LARGE.at(named);
        }
    }

    @Override
    public void close() {
        zip.ifPresent(open -> {
            try {
                open.close();
            } catch (IOException e) {
                throw ScanProblem.ZIP_TO_SCAN_UNREADABLE.because(e, named);
            }
        });
    }
}
