package domicile.register;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/**
 * Documents in the database of a register on a server, where everyone who uses the register finds them and its backup
 * holds them. In pieces, so that no document is ever in memory as a whole.
 */
record DocumentRows(Database database) implements Documents {
    /** Within what both databases take for one value. */
    private static final int PIECE = 256 * 1024;

    @Override
    public boolean has(String sha256) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM document_part WHERE sha256 = :sha256")
                        .bind("sha256", sha256)
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    @Override
    public void keep(String sha256, InputStream in) throws IOException {
        try {
            database.write(handle -> {
                handle.createUpdate("DELETE FROM document_part WHERE sha256 = :sha256")
                        .bind("sha256", sha256)
                        .execute();
                int part = 0;
                byte[] piece = next(in);
                // An empty file is one empty piece: it is there.
                do {
                    // the rows of a document that is attached stay where the server has roles: they are what they were
                    try (Update insert = handle.createUpdate("""
                            INSERT INTO document_part (sha256, part, bytes) VALUES (:sha256, :part, :bytes)
                            ON CONFLICT DO NOTHING
                            """)) {
                        insert.bind("sha256", sha256)
                                .bind("part", part++)
                                .bind("bytes", piece)
                                .execute();
                    }
                    piece = next(in);
                } while (piece.length > 0);
                return part;
            });
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    private static byte[] next(InputStream in) {
        try {
            return in.readNBytes(PIECE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void drop(String sha256) {
        database.write(handle -> handle.createUpdate("DELETE FROM document_part WHERE sha256 = :sha256")
                .bind("sha256", sha256)
                .execute());
    }

    @Override
    public Optional<InputStream> open(String sha256) {
        return has(sha256) ? Optional.of(new SequenceInputStream(new Pieces(sha256))) : Optional.empty();
    }

    @Override
    public String where(String sha256) {
        return database.where() + ", document_part " + sha256;
    }

    private Optional<byte[]> piece(String sha256, int part) {
        return database.read(
                handle -> handle.createQuery("SELECT bytes FROM document_part WHERE sha256 = :sha256 AND part = :part")
                        .bind("sha256", sha256)
                        .bind("part", part)
                        .mapTo(byte[].class)
                        .findOne());
    }

    /** The pieces one after the other, each read when the one before it was. */
    private final class Pieces implements Enumeration<InputStream> {
        private final String sha256;
        private int next;
        private Optional<byte[]> piece;

        Pieces(String sha256) {
            this.sha256 = sha256;
            this.piece = piece(sha256, 0);
        }

        @Override
        public boolean hasMoreElements() {
            return piece.isPresent();
        }

        @Override
        public InputStream nextElement() {
            byte[] now = piece.orElseThrow(NoSuchElementException::new);
            piece = piece(sha256, ++next);
            return new ByteArrayInputStream(now);
        }
    }
}
