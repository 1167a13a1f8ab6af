package domicile.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Keeps an H2 file open for a moment after it was used, since opening and closing it takes longer than most of what is read: H2
 * has a file open as long as any connection is. Other programs wait for no longer than that moment.
 */
final class KeptOpen {
    private static final Duration MOMENT = Duration.ofMillis(200);

    /** Opens a connection. */
    interface Connecting {
        Connection connect() throws SQLException;
    }

    private Optional<Connection> kept = Optional.empty();
    private int users;
    private long uses;

    /** Whoever calls it calls {@link #used} too, even when it fails. */
    synchronized void use(Connecting connecting) throws SQLException {
        users++;
        uses++;
        if (kept.isEmpty() || kept.get().isClosed()) {
            kept = Optional.of(connecting.connect());
        }
    }

    synchronized void used() {
        users--;
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

    /** Closes at once, unless somebody is using it, who does so then. */
    synchronized void close() {
        if (users > 0) {
            return;
        }
        try {
            if (kept.isPresent()) {
                kept.get().close();
            }
        } catch (SQLException e) {
            // everything was committed by whoever wrote it
            LoggerFactory.getLogger(KeptOpen.class).warn("closing a register", e);
        } finally {
            kept = Optional.empty();
        }
    }
}
