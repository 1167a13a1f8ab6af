package domicile.report;

import domicile.page.PageReader;
import domicile.problem.Sha256;
import domicile.register.Captures;
import domicile.report.model.ReportProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An archive that was read, packed or unpacked, and compared with its own sums.
 *
 * @param file the archive, or the folder that it was unpacked into
 * @param report the PDF
 * @param files what the PDF carries too, by its name
 * @param captures the captures by their names, which are their hashes
 * @param documents the buyer's documents by their names' hashes
 * @param problems what is not as {@code SHA256SUMS} says, one sentence each
 */
record ArchiveFile(
        Path file,
        byte[] report,
        Map<String, byte[]> files,
        Map<String, byte[]> captures,
        Map<String, Document> documents,
        List<String> problems) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}(\\S.*)");
    private static final Pattern CARRIED =
            Pattern.compile("(?:assessment|workload|register|minutes|captures|project|workbooks)\\.json");
    private static final Pattern DOCUMENT = Pattern.compile(Archive.DOCUMENTS + "[^/]+/([0-9a-f]{64})-[^/]*");
    private static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;
    /** What is kept in memory of it. */
    private static final int MOST_KEPT = 512 * 1024 * 1024;

    /**
     * One of the buyer's documents.
     *
     * @param name in the archive
     * @param sound whether its bytes have the hash that its name says
     */
    record Document(String name, boolean sound) {}

    /** Whether a file is an archive, or a folder that one may have been unpacked into. */
    static boolean named(Path file) {
        return Archive.named(file) || Files.isDirectory(file);
    }

    /** @throws domicile.problem.ProblemException when it is no archive of a report */
    static ArchiveFile read(Path file) {
        try (ArchiveFolder folder = ArchiveFolder.of(file)) {
            return new Reader(folder, file).archive();
        } catch (IOException | IllegalArgumentException e) {
            throw ReportProblem.NO_ARCHIVE.because(e, file.toString());
        }
    }

    /**
     * The bytes of one of the buyer's documents; empty when it is larger than any that is read.
     *
     * @throws domicile.problem.ProblemException when the archive can no longer be read
     */
    Optional<byte[]> bytes(Document document) {
        try (ArchiveFolder folder = ArchiveFolder.of(file)) {
            try (InputStream in = folder.open(folder.names().indexOf(document.name()))) {
                byte[] bytes = in.readNBytes(PageReader.MAX_BYTES + 1);
                return Optional.of(bytes).filter(b -> b.length <= PageReader.MAX_BYTES);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw ReportProblem.NO_ARCHIVE.because(e, file.toString());
        }
    }

    private static final class Reader {
        private final ArchiveFolder folder;
        private final Path file;
        private final Map<String, byte[]> kept = new HashMap<>();
        private final Map<String, String> sums = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();
        private long read;
        private long held;

        Reader(ArchiveFolder folder, Path file) {
            this.folder = folder;
            this.file = file;
        }

        ArchiveFile archive() throws IOException {
            List<String> names = folder.names();
            if (!names.contains(Archive.SUMS)) {
                throw missing(Archive.SUMS);
            }
            for (int i = 0; i < names.size(); i++) {
                if (sums.containsKey(names.get(i))) {
                    problems.add("the archive has two files of the name " + names.get(i));
                }
                sums.put(names.get(i), sum(names.get(i), i));
            }
            compare(Optional.ofNullable(kept.get(Archive.SUMS)).orElseThrow(() -> missing(Archive.SUMS)));
            Map<String, byte[]> files = new LinkedHashMap<>();
            Map<String, byte[]> captures = new LinkedHashMap<>();
            kept.forEach((name, bytes) -> {
                if (CARRIED.matcher(name).matches()) {
                    files.put(name, bytes);
                } else if (name.startsWith(Archive.PAGES)) {
                    captures.put(name.substring(Archive.PAGES.length()), bytes);
                }
            });
            captures.forEach((name, bytes) -> {
                if (!Sha256.hex(bytes).equals(name)) {
                    problems.add(Archive.PAGES + name + " is not what was taken in: its bytes have another hash");
                }
            });
            Map<String, Document> documents = documents();
            byte[] report = Optional.ofNullable(kept.get(Archive.REPORT)).orElseThrow(() -> missing(Archive.REPORT));
            return new ArchiveFile(
                    file,
                    report,
                    files,
                    captures,
                    documents,
                    problems.stream().distinct().toList());
        }

        /** The documents; of several of one hash a sound one. */
        private Map<String, Document> documents() {
            Map<String, Document> documents = new LinkedHashMap<>();
            sums.forEach((name, sum) -> {
                Matcher m = DOCUMENT.matcher(name);
                if (m.matches()) {
                    boolean sound = sum.equals(m.group(1));
                    if (!sound) {
                        problems.add(name + " is not what was added: its bytes have another hash");
                    }
                    if (sound || !documents.containsKey(m.group(1))) {
                        documents.put(m.group(1), new Document(name, sound));
                    }
                }
            });
            return documents;
        }

        private RuntimeException missing(String name) {
            return ReportProblem.NOT_IN_ARCHIVE.at(file.toString(), name);
        }

        private void compare(byte[] listed) {
            Map<String, String> named = new LinkedHashMap<>();
            for (String line : new String(listed, StandardCharsets.UTF_8).split("\n", -1)) {
                Matcher m = LINE.matcher(line);
                if (m.matches()) {
                    named.put(m.group(2), m.group(1));
                } else if (!line.isEmpty()) {
                    problems.add(Archive.SUMS + " has a line that is none of its own");
                }
            }
            sums.forEach((name, sum) -> {
                String said = named.get(name);
                if (said == null && !name.equals(Archive.SUMS)) {
                    problems.add(name + " is not listed in " + Archive.SUMS);
                } else if (said != null && !said.equals(sum)) {
                    problems.add(name + " is not what " + Archive.SUMS + " lists");
                }
            });
            named.keySet().stream()
                    .filter(name -> !sums.containsKey(name))
                    .forEach(name -> problems.add(name + " is listed in " + Archive.SUMS + " and missing"));
        }

        private String sum(String name, int index) throws IOException {
            MessageDigest digest = Sha256.digest();
            try (InputStream in = new DigestInputStream(folder.open(index), digest)) {
                if (keeps(name)) {
                    int most = name.startsWith(Archive.PAGES) ? Captures.MOST_BYTES : Verification.MOST_BYTES;
                    byte[] bytes = in.readNBytes(most + 1);
                    held += bytes.length;
                    read += bytes.length;
                    if (bytes.length > most || held > MOST_KEPT) {
                        throw tooLarge();
                    }
                    kept.put(name, bytes);
                } else {
                    read += bounded(in);
                }
            }
            if (read > MOST_BYTES) {
                throw tooLarge();
            }
            return Sha256.hex(digest);
        }

        private RuntimeException tooLarge() {
            return ReportProblem.LARGER_THAN_ANY_ARCHIVE.at(file.toString());
        }

        /** Reads what is only summed, and no more of it than any archive has. */
        private long bounded(InputStream in) throws IOException {
            byte[] buffer = new byte[1 << 16];
            long all = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all += n;
                if (read + all > MOST_BYTES) {
                    throw tooLarge();
                }
            }
            return all;
        }

        private static boolean keeps(String name) {
            return name.equals(Archive.REPORT)
                    || name.equals(Archive.SUMS)
                    || CARRIED.matcher(name).matches()
                    || name.startsWith(Archive.PAGES);
        }
    }
}
