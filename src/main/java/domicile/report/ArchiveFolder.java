package domicile.report;

import domicile.report.model.ReportProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of an archive, packed or unpacked. */
sealed interface ArchiveFolder extends AutoCloseable {
    int MOST_ENTRIES = 20_000;

    /** The names of its files, in their order; one that is there twice stands twice. */
    List<String> names();

    InputStream open(int index) throws IOException;

    @Override
    void close() throws IOException;

    /** Opens an archive, or the folder that one was unpacked into. */
    static ArchiveFolder of(Path file) throws IOException {
        return Files.isDirectory(file) ? Unpacked.of(file) : Packed.of(file);
    }

    /** A zip. */
    record Packed(ZipFile zip, List<ZipEntry> entries) implements ArchiveFolder {
        private static Packed of(Path file) throws IOException {
            ZipFile zip = new ZipFile(file.toFile());
            List<ZipEntry> entries = new ArrayList<>();
            Enumeration<? extends ZipEntry> all = zip.entries();
            while (all.hasMoreElements()) {
                ZipEntry entry = all.nextElement();
                if (entries.size() == MOST_ENTRIES) {
                    zip.close();
                    throw ReportProblem.LARGER_THAN_ANY_ARCHIVE.at(file.toString());
                }
                entries.add(entry);
            }
            return new Packed(zip, entries);
        }

        @Override
        public List<String> names() {
            return entries.stream().map(ZipEntry::getName).toList();
        }

        @Override
        public InputStream open(int index) throws IOException {
            return zip.getInputStream(entries.get(index));
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    /** A folder: its plain files, without what desktops leave in folders; a link is followed nowhere. */
    record Unpacked(List<String> names, List<Path> files) implements ArchiveFolder {
        private static final Set<String> LEFT_BY_DESKTOPS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

        private static Unpacked of(Path folder) throws IOException {
            Map<String, Path> found = new TreeMap<>();
            try (Stream<Path> walk = Files.walk(folder)) {
                List<Path> files = walk.filter(f -> !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
                        .filter(f -> !LEFT_BY_DESKTOPS.contains(String.valueOf(f.getFileName())))
                        .limit(MOST_ENTRIES + 1L)
                        .toList();
                if (files.size() > MOST_ENTRIES) {
                    throw ReportProblem.LARGER_THAN_ANY_ARCHIVE.at(folder.toString());
                }
                for (Path f : files) {
                    if (!Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)) {
                        throw new IOException("no plain file: " + f);
                    }
                    found.put(name(folder.relativize(f)), f);
                }
            } catch (UncheckedIOException e) {
                throw new IOException(e);
            }
            return new Unpacked(List.copyOf(found.keySet()), List.copyOf(found.values()));
        }

        /** As the archive has it: some systems take letters and their accents apart. */
        private static String name(Path file) {
            String parts = StreamSupport.stream(file.spliterator(), false)
                    .map(Path::toString)
                    .collect(Collectors.joining("/"));
            return Normalizer.normalize(parts, Normalizer.Form.NFC);
        }

        @Override
        public InputStream open(int index) throws IOException {
            return Files.newInputStream(files.get(index), LinkOption.NOFOLLOW_LINKS);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
