package domicile.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values of a row that the schema says are there. Where one is not, or is none of its kind, the database is damaged: an
 * error of SQL.
 */
final class Rows {

    private Rows() {}

    static String text(ResultSet row, String column) throws SQLException {
        return there(row.getString(column), column);
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return there(row.getObject(column, LocalDate.class), column);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return there(row.getObject(column, OffsetDateTime.class), column).toInstant();
    }

    /** A time as both databases take it. */
    static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** A text that stands for something else, such as a constant's name. */
    static <T> T read(ResultSet row, String column, Function<String, T> reader) throws SQLException {
        String text = text(row, column);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new SQLException("not of its kind: " + column, e);
        }
    }

    private static <T> T there(@Nullable T value, String column) throws SQLException {
        if (value == null) {
            throw new SQLException("no " + column);
        }
        return value;
    }
}
