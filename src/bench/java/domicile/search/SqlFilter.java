package domicile.search;

import domicile.residency.Area;
import domicile.residency.Attestation;
import domicile.residency.Offering;
import domicile.residency.OfferingFilter;
import domicile.residency.Register;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The same question asked of a database in memory. Which offerings lie inside the area is worked out beforehand and stored
 * with an index, so the database has less to do than we have; texts are searched by SQLite's trigram index (FTS5), and by
 * DuckDB column by column, as its own index knows whole words only. No facet is counted.
 */
public final class SqlFilter implements AutoCloseable {
    private static final int TRIGRAM = 3;

    private final Connection connection;
    private final boolean sqlite;
    private final PreparedStatement everything;
    private final PreparedStatement indexed;
    private final List<PreparedStatement> containing = new ArrayList<>();

    /** What answers. */
    public enum Engine {
        SQLITE("jdbc:sqlite::memory:"),
        DUCKDB("jdbc:duckdb:");

        private final String url;

        Engine(String url) {
            this.url = url;
        }
    }

    SqlFilter(Engine engine, Register register, Area area, Function<Offering, String> text) throws SQLException {
        this.sqlite = engine == Engine.SQLITE;
        this.connection = DriverManager.getConnection(engine.url);
        try (Statement s = connection.createStatement()) {
            s.execute("CREATE TABLE offering (pos INTEGER PRIMARY KEY, iso_27001 BOOLEAN NOT NULL, text VARCHAR NOT NULL)");
            s.execute("CREATE TABLE inside (pos INTEGER PRIMARY KEY)");
            if (sqlite) {
                s.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'trigram', content = 'offering', content_rowid = 'pos')");
            }
        }
        List<Object[]> offerings = new ArrayList<>();
        List<Object[]> inside = new ArrayList<>();
        for (int i = 0; i < register.offerings().size(); i++) {
            Offering o = register.offerings().get(i);
            offerings.add(new Object[] {i, OfferingFilter.held(o, Attestation.Kind.ISO_27001), text.apply(o)});
            if (OfferingFilter.infersIn(o, area, register.areas())) {
                inside.add(new Object[] {i});
            }
        }
        fill("offering", offerings);
        fill("inside", inside);
        connection.setAutoCommit(false);
        connection.commit();
        try (Statement s = connection.createStatement()) {
            s.execute("CREATE INDEX certified ON offering (iso_27001, pos)");
            if (sqlite) {
                s.execute("INSERT INTO words (words) VALUES ('rebuild')");
                s.execute("INSERT INTO words (words) VALUES ('optimize')");
            }
            s.execute("ANALYZE");
        }
        connection.commit();
        String ticked = "SELECT o.pos FROM offering o JOIN inside i ON i.pos = o.pos WHERE o.iso_27001";
        everything = connection.prepareStatement(ticked + " ORDER BY o.pos");
        indexed = connection.prepareStatement(
                sqlite
                        ? "SELECT o.pos FROM words w JOIN offering o ON o.pos = w.rowid JOIN inside i ON i.pos = o.pos"
                                + " WHERE words MATCH ? AND o.iso_27001 ORDER BY o.pos"
                        : ticked);
        for (int words = 1; words <= 2; words++) {
            containing.add(connection.prepareStatement(
                    ticked + (sqlite ? " AND instr(o.text, ?) > 0" : " AND contains(o.text, ?)").repeat(words) + " ORDER BY o.pos"));
        }
    }

    private void fill(String table, List<Object[]> rows) throws SQLException {
        if (sqlite) {
            connection.setAutoCommit(false);
            String values = "?" + ", ?".repeat(rows.getFirst().length - 1);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (" + values + ")")) {
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        insert.setObject(i + 1, row[i]);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
            return;
        }
        // inserted row by row, DuckDB takes minutes
        try (DuckDBAppender appender = connection
                .unwrap(DuckDBConnection.class)
                .createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
            for (Object[] row : rows) {
                appender.beginRow();
                for (Object value : row) {
                    switch (value) {
                        case Integer i -> appender.append(i.intValue());
                        case Boolean b -> appender.append(b.booleanValue());
                        default -> appender.append(value.toString());
                    }
                }
                appender.endRow();
            }
        }
    }

    /** The positions of the offerings that pass, in order. */
    List<Integer> find(String search) throws SQLException {
        String[] words = WordIndex.words(search);
        if (words.length == 0) {
            return positions(everything);
        }
        boolean trigrams = sqlite;
        StringBuilder match = new StringBuilder();
        for (String word : words) {
            trigrams &= word.length() >= TRIGRAM;
            match.append(match.isEmpty() ? "" : " AND ").append('"').append(word).append('"');
        }
        if (trigrams) {
            indexed.setString(1, match.toString());
            return positions(indexed);
        }
        PreparedStatement all = containing.get(words.length - 1);
        for (int i = 0; i < words.length; i++) {
            all.setString(i + 1, words[i]);
        }
        return positions(all);
    }

    private static List<Integer> positions(PreparedStatement query) throws SQLException {
        List<Integer> positions = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                positions.add(rows.getInt(1));
            }
        }
        return positions;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
