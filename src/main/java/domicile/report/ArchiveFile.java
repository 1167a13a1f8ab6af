package domicile.report;

import domicile.problem.Sha256;
import domicile.register.Captures;
import domicile.report.model.ReportProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An archive that was read, and compared with its own sums.
 *
 * @param report the PDF
 * @param files what the PDF carries too, by its name
 * @param captures the captures by their names, which are their hashes
 * @param problems what is not as {@code SHA256SUMS} says, one sentence each
 */
record ArchiveFile(byte[] report, Map<String, byte[]> files, Map<String, byte[]> captures, List<String> problems) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}(\\S.*)");
    private static final Pattern CARRIED = Pattern.compile("(?:assessment|workload|register|minutes|captures)\\.json");
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;
    /** What is kept in memory of it. */
    private static final int MOST_KEPT = 512 * 1024 * 1024;

    /** @throws domicile.problem.ProblemException when it is no archive of a report */
    static ArchiveFile read(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new Reader(zip, file.toString()).archive();
        } catch (IOException | IllegalArgumentException e) {
            throw ReportProblem.NO_ARCHIVE.because(e, file.toString());
        }
    }

    private static final class Reader {
        private final ZipFile zip;
        private final String where;
        private final Map<String, byte[]> kept = new HashMap<>();
        private final Map<String, String> sums = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();
        private long read;
        private long held;

        Reader(ZipFile zip, String where) {
            this.zip = zip;
            this.where = where;
        }

        ArchiveFile archive() throws IOException {
            List<? extends ZipEntry> entries = zip.stream().toList();
            if (entries.size() > MOST_ENTRIES) {
                throw ReportProblem.LARGER_THAN_ANY_ARCHIVE.at(where);
            }
            for (ZipEntry entry : entries) {
                if (sums.containsKey(entry.getName())) {
                    problems.add("the archive has two files of the name " + entry.getName());
                }
                sums.put(entry.getName(), sum(entry));
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
            byte[] report = Optional.ofNullable(kept.get(Archive.REPORT)).orElseThrow(() -> missing(Archive.REPORT));
            return new ArchiveFile(
                    report, files, captures, problems.stream().distinct().toList());
        }

        private RuntimeException missing(String name) {
            return ReportProblem.NOT_IN_ARCHIVE.at(where, name);
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

        private String sum(ZipEntry entry) throws IOException {
            MessageDigest digest = Sha256.digest();
            try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
                if (keeps(entry.getName())) {
                    int most =
                            entry.getName().startsWith(Archive.PAGES) ? Captures.MOST_BYTES : Verification.MOST_BYTES;
                    byte[] bytes = in.readNBytes(most + 1);
                    held += bytes.length;
                    read += bytes.length;
                    if (bytes.length > most || held > MOST_KEPT) {
                        throw ReportProblem.LARGER_THAN_ANY_ARCHIVE.at(where);
                    }
                    kept.put(entry.getName(), bytes);
                } else {
                    read += bounded(in);
                }
            }
            if (read > MOST_BYTES) {
                throw ReportProblem.LARGER_THAN_ANY_ARCHIVE.at(where);
            }
            return Sha256.hex(digest);
        }

        /** Reads what is only summed, and no more of it than any archive has. */
        private long bounded(InputStream in) throws IOException {
            byte[] buffer = new byte[1 << 16];
            long all = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all += n;
                if (read + all > MOST_BYTES) {
                    throw ReportProblem.LARGER_THAN_ANY_ARCHIVE.at(where);
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
