package domicile.register;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk under a program that is killed before its n-th write, sync, truncation, rename, link or deletion: that one
 * does not happen, and none after it does. H2 writes through it too.
 */
final class KillingDisk extends Disk {
    private static final String SCHEME = "killing";
    private static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);
    private static final AtomicLong DONE = new AtomicLong();

    static {
        FilePath.register(new Killing());
    }

    /** No program runs on after it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** What a program does to a register. */
    interface Work {
        void run() throws IOException;
    }

    /**
     * How it ended.
     *
     * @param steps how many it has begun
     */
    record Run(boolean killed, long steps) {}

    /** Runs a program that is killed before a step of its own; its locks go with it. */
    static Run killed(long step, H2File file, Work work) throws IOException {
        boolean killed = false;
        long steps;
        before(step);
        try {
            work.run();
        } catch (Killed e) {
            killed = true;
        } catch (RuntimeException e) {
            // H2 wraps what its file system throws
            killed = done() >= step;
            if (!killed) {
                throw e;
            }
        } finally {
            steps = done();
            before(Long.MAX_VALUE);
            IdleConnection.of(file).close();
        }
        return new Run(killed, steps);
    }

    /** The program is killed before this step. */
    private static void before(long step) {
        LEFT.set(step);
        DONE.set(0);
    }

    /** How many steps were done since. */
    private static long done() {
        return DONE.get();
    }

    private static void step() {
        if (DONE.incrementAndGet() >= LEFT.get()) {
            throw new Killed();
        }
    }

    @Override
    String scheme() {
        return SCHEME + ":";
    }

    @Override
    void force(Path file) throws IOException {
        step();
        super.force(file);
    }

    @Override
    FileChannel create(Path file, Path place) throws IOException {
        step();
        return new Channel(super.create(file, place));
    }

    @Override
    void copy(FileChannel from, Path to) throws IOException {
        step();
        try (FileChannel out = FileChannel.open(
                to, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
            // in two halves, with a step between them
            long half = from.size() / 2;
            from.transferTo(0, half, out);
            step();
            from.transferTo(half, from.size() - half, out);
        }
    }

    @Override
    void keep(Path file, FileChannel locked, Path also) throws IOException {
        step();
        super.keep(file, locked, also);
    }

    @Override
    void replace(Path from, Path to) throws IOException {
        step();
        super.replace(from, to);
    }

    @Override
    void delete(Path file) throws IOException {
        step();
        super.delete(file);
    }

    /** Public, since H2 makes its paths by reflection. */
    public static final class Killing extends FilePathWrapper {
        @Override
        public String getScheme() {
            return SCHEME;
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new Channel(super.open(mode));
        }
    }

    /** The channel of a file that H2 writes. */
    private static final class Channel extends FileBase {
        private final FileChannel to;

        Channel(FileChannel to) {
            this.to = to;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            step();
            return to.write(bytes, position);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            step();
            return to.write(bytes);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            step();
            to.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            step();
            to.force(metaData);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return to.read(bytes);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return to.read(bytes, position);
        }

        @Override
        public long position() throws IOException {
            return to.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            to.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return to.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return to.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            to.close();
        }
    }
}
