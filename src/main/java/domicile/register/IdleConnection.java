package domicile.register;

import domicile.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/**
 * Keeps an H2 file open for a moment after it was used, since opening and closing it takes longer than most of what is
 * read: H2 has a file open as long as any connection is. Other programs wait for no longer than that moment; those that
 * only read do not wait for each other at all.
 *
 * <p>One for each file in this program, whoever uses it.
 */
final class IdleConnection {
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Map<Path, IdleConnection> ALL = new ConcurrentHashMap<>();

    /** What is done while nobody has the file open. */
    interface Work<T> {
        T run() throws IOException, SQLException;
    }

    private record Kept(H2File.Opened opened, boolean writing, Object identity) {
        Connection connection() {
            return opened.connection();
        }
    }

    private Optional<Kept> kept = Optional.empty();
    private int users;
    private long uses;

    private IdleConnection() {}

    static IdleConnection of(H2File file) {
        return ALL.computeIfAbsent(file.real(), path -> new IdleConnection());
    }

    /** Forgets a file that was not in place and is closed. */
    static void forget(H2File file) {
        ALL.remove(file.real());
    }

    /**
     * Gives a connection of its own; whoever gets one calls {@link #used}.
     *
     * @throws ProblemException when the file is gone, or is none that may be opened
     */
    synchronized Connection use(H2File file, boolean writing) throws SQLException {
        if (writing && kept.isPresent() && !kept.get().writing()) {
            // H2 opens a file either to read or to write, and this program's readers are about to end
            awaitNobody(file);
        }
        boolean other = kept.isPresent()
                && (kept.get().connection().isClosed()
                        || writing && !kept.get().writing()
                        // moved, deleted or replaced since it was opened: what is read must be what lies there
                        || !Objects.equals(kept.get().identity(), file.identity()));
        if (other) {
            closeKept();
        }
        if (kept.isEmpty()) {
            kept = Optional.of(new Kept(file.open(writing), writing, file.identity()));
        }
        Connection own =
                file.connect(kept.get().writing(), false, kept.get().opened().key());
        users++;
        uses++;
        return own;
    }

    private void awaitNobody(H2File file) throws SQLException {
        long deadline = System.nanoTime() + H2File.PATIENCE.toNanos();
        while (users > 0) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw StorageErrors.inUse(file.named().toString(), new IllegalStateException(users + " read it"));
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("interrupted while waiting for readers", e);
            }
        }
    }

    synchronized void used() {
        users--;
        notifyAll();
        if (users == 0 && kept.isPresent()) {
            long last = uses;
            Thread.ofVirtual().name("domicile-close").start(() -> {
                try {
                    Thread.sleep(MOMENT);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                closeUnlessUsed(last);
            });
        }
    }

    private synchronized void closeUnlessUsed(long last) {
        if (uses == last) {
            close();
        }
    }

    /** Does something while nobody in this program has the file open. */
    synchronized <T> T alone(H2File file, Work<T> work) throws IOException, SQLException {
        awaitNobody(file);
        closeKept();
        return work.run();
    }

    /** Closes at once, unless somebody is using it, who does so then. */
    synchronized void close() {
        if (users == 0) {
            closeKept();
        }
    }

    private void closeKept() {
        try {
            if (kept.isPresent()) {
                kept.get().connection().close();
            }
        } catch (SQLException e) {
            // everything was committed by whoever wrote it
            LoggerFactory.getLogger(IdleConnection.class).warn("closing a register", e);
        } finally {
            kept = Optional.empty();
        }
    }
}
