package domicile.register;

import domicile.problem.ProblemException;
import domicile.vault.DataKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.h2.api.ErrorCode;
import org.h2.engine.ConnectionInfo;
import org.h2.engine.Engine;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.security.SHA256;

/**
 * The file of a register in H2: whether it may be opened, and how. No URL is built from its path, since H2 reads
 * settings out of a URL that run SQL.
 *
 * <p>Nothing else may open and close the file while this program holds it open: on most systems that gives up the
 * program's lock.
 */
final class H2File {
    static final String ENDING = ".mv.db";

    /** How long another program may keep this one waiting. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    static final Duration PAUSE = Duration.ofMillis(40);
    private static final String USER = "SA";
    private static final String BACKSLASH = "\\";

    private final Path named;
    private final Path real;
    private final Disk disk;
    private final boolean inPlace;

    private H2File(Path named, Path real, Disk disk, boolean inPlace) {
        this.named = named;
        this.real = real;
        this.disk = disk;
        this.inPlace = inPlace;
    }

    /** The file at a path; whether it is there is asked later. */
    static H2File at(Path path) {
        return at(path, Disk.REAL);
    }

    static H2File at(Path path, Disk disk) {
        Path absolute = path.toAbsolutePath().normalize();
        if (absolute.getFileSystem().getSeparator().equals("/")
                && absolute.toString().contains(BACKSLASH)) {
            throw RegisterProblem.PATH_UNUSABLE.at(path.toString(), BACKSLASH);
        }
        try {
            // what a link leads to is what is opened, replaced and locked; the link itself stays
            return new H2File(absolute, Files.exists(absolute) ? absolute.toRealPath() : absolute, disk, true);
        } catch (IOException e) {
            throw StorageErrors.unreadable(absolute.toString(), e);
        }
    }

    /** The path of a location that a person named: a folder, or a file. */
    static Path path(String location) {
        try {
            Path path = Path.of(location);
            boolean file = path.toString().endsWith(ENDING);
            if (!file && Files.exists(path) && !Files.isDirectory(path)) {
                throw RegisterProblem.NO_REGISTER.at(location);
            }
            return file ? path : path.resolve("register" + ENDING);
        } catch (InvalidPathException e) {
            int at = Math.max(0, e.getIndex());
            throw RegisterProblem.PATH_UNUSABLE.because(
                    e, location, location.substring(at, Math.min(location.length(), at + 1)));
        }
    }

    /** The path as it was named: documents and answers lie beside it. */
    Path named() {
        return named;
    }

    /** The path of the file itself. */
    Path real() {
        return real;
    }

    Disk disk() {
        return disk;
    }

    /** Another file in the same folder, for a time; messages go on naming the register. */
    H2File sibling(String name) {
        return new H2File(named, real.resolveSibling(name), disk, false);
    }

    /** Whether it is the register itself, and not another file in its folder for a time. */
    boolean inPlace() {
        return inPlace;
    }

    /** The same file, called by another name in messages. */
    H2File called(Path name) {
        return new H2File(name, real, disk, inPlace);
    }

    boolean exists() {
        return Files.exists(named, LinkOption.NOFOLLOW_LINKS);
    }

    /** Which file is there now; refused when there is none, or it is none that can be a register. */
    Object identity() {
        try {
            BasicFileAttributes file = Files.readAttributes(real, BasicFileAttributes.class);
            if (!file.isRegularFile()) {
                throw RegisterProblem.NO_REGISTER.at(named.toString());
            }
            if (file.size() == 0) {
                throw RegisterProblem.REGISTER_EMPTY.at(named.toString());
            }
            // The time where a system has no key for its files; elsewhere not, as some give the time of the last change
            // for it.
            Object key = file.fileKey();
            return key == null ? file.creationTime() : key;
        } catch (IOException e) {
            if (!Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
                throw RegisterProblem.REGISTER_GONE.because(e, named.toString());
            }
            throw Files.isSymbolicLink(real)
                    ? RegisterProblem.LINK_TO_NOTHING.because(e, named.toString())
                    : StorageErrors.unreadable(named.toString(), e);
        }
    }

    /**
     * A connection, and the key for others to the same file: to look for it again would be to open and close the file.
     */
    record Opened(Connection connection, Optional<DataKey> key) {}

    /** How what lies beside the register is written. */
    Sealing sealing() {
        return new Sealing(named);
    }

    /**
     * The key with which H2 reads and writes the file; empty when it is not encrypted. Nobody in this program has the
     * file open.
     */
    Optional<DataKey> keyOfDatabase() {
        try {
            return Files.exists(real) && Files.size(real) > 0
                    ? Sealing.isEncrypted(real) ? Optional.of(sealing().opened()) : Optional.empty()
                    : sealing().key();
        } catch (IOException e) {
            throw StorageErrors.unreadable(named.toString(), e);
        }
    }

    /**
     * Opens it, to read alone or also to write, and waits for a while when another program has it open.
     *
     * @throws ProblemException when it is gone, empty, cut off, or holds what no register holds
     */
    Opened open(boolean writing) throws SQLException {
        try (Turn turn = new Turn(this)) {
            if (!writing) {
                turn.behindWriters();
            }
            return open(writing, turn);
        }
    }

    private Opened open(boolean writing, Turn turn) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Object before = identity();
                Optional<DataKey> key = keyOfDatabase();
                KnownObjects.check(this, key);
                Connection opened = connect(writing, false, key);
                if (Objects.equals(before, identity()) && (!writing || !opened.isReadOnly())) {
                    return new Opened(opened, key);
                }
                // another file took its place meanwhile, or this program has it open to read alone
                opened.close();
            } catch (SQLException e) {
                if (e.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1 || System.nanoTime() > deadline) {
                    throw e;
                }
                if (writing && turn.toWrite()) {
                    deadline = System.nanoTime() + PATIENCE.toNanos();
                }
            }
            if (System.nanoTime() > deadline) {
                throw StorageErrors.inUse(named.toString(), new IllegalStateException("still open to read alone"));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /**
     * Opens it at once, and makes it where that is wanted.
     *
     * @param key see {@link #keyOfDatabase}
     */
    Connection connect(boolean writing, boolean making, Optional<DataKey> key) throws SQLException {
        if (making) {
            makeFile();
        }
        String base = real.toString().substring(0, real.toString().length() - ENDING.length());
        ConnectionInfo wanted = new ConnectionInfo((disk.scheme().isEmpty() ? "file:" : disk.scheme()) + base);
        wanted.setUserName(USER);
        wanted.setUserPasswordHash(SHA256.getKeyPasswordHash(USER, new char[0]));
        if (key.isPresent()) {
            // H2's own way from a password to a key is a quick one, so what it gets is no password but a random key
            wanted.setProperty("CIPHER", "AES");
            wanted.setFilePasswordHash(Sealing.letters(key.get()));
            wanted.setFileEncryptionKey(Sealing.letters(key.get()));
        }
        wanted.setProperty("IFEXISTS", making ? "FALSE" : "TRUE");
        wanted.setProperty("DB_CLOSE_ON_EXIT", "FALSE");
        wanted.setProperty("TRACE_LEVEL_FILE", "0");
        if (writing) {
            wanted.setProperty("WRITE_DELAY", "0"); // what is committed is on disk
        } else {
            wanted.setProperty("ACCESS_MODE_DATA", "r");
        }
        try {
            return new Session(Engine.createSession(wanted), "jdbc:h2:file:" + real);
        } catch (DbException e) {
            throw DbException.toSQLException(e);
        }
    }

    private void makeFile() {
        try {
            OwnFiles.make(real, named);
        } catch (IOException e) {
            throw StorageErrors.unwritten(named.toString(), e);
        }
    }

    /** A connection to a session that was opened without a URL. */
    private static final class Session extends JdbcConnection {
        private final SessionLocal session;

        Session(SessionLocal session, String url) {
            super(session, USER, url);
            this.session = session;
        }

        @Override
        public synchronized void close() {
            // H2's own way to close asks a watcher that only a connection by URL has
            session.close();
        }
    }
}
