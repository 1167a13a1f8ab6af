package domicile.register;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to open a register's file. Many may have it open to read, one to write: where readers come and go, a
 * writer would never find it free. So a writer that has to wait takes the turn, and who comes after it waits for it,
 * while those who have the file open finish. The turn is a lock on a file beside the register, made by the first writer
 * that had to wait; the system gives it up when a program ends, however that ends.
 */
final class Turn implements AutoCloseable {
    /** How long somebody waits for others to have theirs. */
    static final Duration PATIENCE = Duration.ofSeconds(50);

    private final Path file;
    private Optional<FileChannel> held = Optional.empty();

    Turn(H2File register) {
        this.file = register.real().resolveSibling("." + register.real().getFileName() + ".turn");
    }

    /** Waits for the writers that wait already. */
    void behindWriters() {
        if (held.isEmpty() && Files.exists(file)) {
            try {
                take(FileChannel.open(file, StandardOpenOption.READ), true);
            } catch (IOException e) {
                // another person's file: this one takes its chance as before
                held = Optional.empty();
            }
        }
    }

    /** Waits for the turn to write; nobody opens the file anew until this is closed. Whether it had to be taken now. */
    boolean toWrite() {
        if (held.isPresent()) {
            return false;
        }
        try {
            take(
                    OwnFiles.open(
                            file,
                            file,
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)),
                    false);
            FileChannel channel = held.orElseThrow();
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void take(FileChannel channel, boolean shared) throws IOException {
        boolean taken = false;
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!taken) {
                taken = tried(channel, shared) != null;
                if (!taken && System.nanoTime() > deadline) {
                    throw RegisterProblem.IN_USE_BY.at(file.toString(), holder());
                }
                if (!taken) {
                    LockSupport.parkNanos(H2File.PAUSE.toNanos());
                }
            }
            held = Optional.of(channel);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock tried(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            return null; // another thread of this program
        }
    }

    /** The process that took the turn last. */
    private String holder() {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "?";
        }
    }

    @Override
    public void close() {
        try {
            if (held.isPresent()) {
                held.get().close();
            }
        } catch (IOException e) {
            // the lock goes with the program
            held = Optional.empty();
        }
    }
}
