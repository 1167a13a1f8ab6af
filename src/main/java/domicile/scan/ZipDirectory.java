package domicile.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The list at a zip's end, looked at before anything is opened by it: how long it is, and which entries are links. The
 * Java platform tells neither.
 *
 * @param links the names of the entries that stand for links
 * @param mostBytes what the files of the zip may come to: a hundred times the zip itself, and a gigabyte at most
 */
record ZipDirectory(Set<String> links, long mostBytes) {
    private static final long MEGABYTE = 1024L * 1024;
    private static final long MOST_OF_LIST = 40 * MEGABYTE;
    private static final long MOST_OF_ZIP = 1024 * MEGABYTE;
    private static final long MOST_OF_FILES = 1024 * MEGABYTE;
    private static final long ALWAYS = 64 * MEGABYTE;
    private static final int TIMES = 100;

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_REMARK = 0xFFFF;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LARGE_END_LENGTH = 56;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int UNIX = 3;
    private static final int KIND = 0xF000;
    private static final int LINK = 0xA000;

    ZipDirectory {
        links = Set.copyOf(links);
    }

    /**
     * Reads the list of a zip.
     *
     * @throws domicile.problem.ProblemException when there is none, or it is longer than a project's
     */
    static ZipDirectory of(Path file) {
        try (FileChannel zip = FileChannel.open(file)) {
            long size = zip.size();
            if (size > MOST_OF_ZIP) {
                throw ScanProblem.ZIP_TO_SCAN_TOO_LARGE.at(file.toString());
            }
            ByteBuffer tail = read(zip, Math.max(0, size - END_LENGTH - LONGEST_REMARK - LOCATOR_LENGTH), size);
            int end = end(tail);
            if (end < 0) {
                throw ScanProblem.ZIP_TO_SCAN_UNREADABLE.at(file.toString());
            }
            long length = Integer.toUnsignedLong(tail.getInt(end + 12));
            long start = Integer.toUnsignedLong(tail.getInt(end + 16));
            int locator = end - LOCATOR_LENGTH;
            if (locator >= 0 && tail.getInt(locator) == LOCATOR) {
                long at = tail.getLong(locator + 8);
                ByteBuffer large = read(zip, at, Math.addExact(at, LARGE_END_LENGTH));
                length = large.getLong(40);
                start = large.getLong(48);
            }
            if (length > MOST_OF_LIST) {
                throw ScanProblem.ZIP_TO_SCAN_TOO_LARGE.at(file.toString());
            }
            return new ZipDirectory(
                    links(read(zip, start, Math.addExact(start, length))),
                    Math.min(MOST_OF_FILES, Math.max(ALWAYS, TIMES * size)));
        } catch (IOException | IndexOutOfBoundsException | ArithmeticException | IllegalArgumentException e) {
            throw ScanProblem.ZIP_TO_SCAN_UNREADABLE.because(e, file.toString());
        }
    }

    private static ByteBuffer read(FileChannel zip, long from, long to) throws IOException {
        if (from < 0 || to < from || to > zip.size()) {
            throw new IOException("the list of the zip lies outside of it");
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from)).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (zip.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("the zip ends before its list does");
            }
        }
        return bytes.flip();
    }

    /** Where the last record begins; the remark behind it says how long it is. */
    private static int end(ByteBuffer tail) {
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END
                    && at + END_LENGTH + Short.toUnsignedInt(tail.getShort(at + 20)) == tail.limit()) {
                return at;
            }
        }
        return -1;
    }

    private static Set<String> links(ByteBuffer list) {
        Set<String> links = new HashSet<>();
        int at = 0;
        while (at + ENTRY_LENGTH <= list.limit() && list.getInt(at) == ENTRY) {
            int name = Short.toUnsignedInt(list.getShort(at + 28));
            int more = Short.toUnsignedInt(list.getShort(at + 30)) + Short.toUnsignedInt(list.getShort(at + 32));
            boolean link = list.get(at + 5) == UNIX && (list.getInt(at + 38) >>> 16 & KIND) == LINK;
            if (link) {
                byte[] bytes = new byte[name];
                list.get(at + ENTRY_LENGTH, bytes);
                links.add(plain(new String(bytes, StandardCharsets.UTF_8)));
            }
            at += ENTRY_LENGTH + name + more;
        }
        return links;
    }

    /** A name as both sides have it: without a slash before it. */
    static String plain(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }
}
