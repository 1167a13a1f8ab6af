package domicile.vendor;

import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellReference;

/**
 * The cells of one sheet as their file has them. Rows and columns count from 0.
 *
 * @param name empty for a file that has no sheets
 * @param hidden whether the whole sheet is
 * @param rows the cells by row and column; blank ones are left out. A merged cell stands in each place that it covers
 */
record Sheet(
        String name,
        boolean hidden,
        TreeMap<Integer, TreeMap<Integer, Cell>> rows,
        Set<Integer> hiddenRows,
        Set<Integer> hiddenColumns) {
    /**
     * A cell.
     *
     * @param row and {@code column} of its first place
     * @param kind what it holds
     */
    record Cell(int row, int column, String text, Kind kind) {}

    /** What a cell holds. */
    enum Kind {
        TEXT,
        /** An error, such as {@code #REF!}. */
        ERROR,
        /** A formula of which the file keeps no result. */
        UNRESOLVED
    }

    Optional<Cell> cell(int row, int column) {
        return Optional.ofNullable(rows.get(row)).map(cells -> cells.get(column));
    }

    /** What a cell says; blank where it says nothing. */
    String text(int row, int column) {
        return cell(row, column)
                .filter(c -> c.kind() == Kind.TEXT)
                .map(Cell::text)
                .orElse("");
    }

    /** The columns in which anything stands. */
    Set<Integer> columns() {
        Set<Integer> columns = new TreeSet<>();
        rows.values().forEach(cells -> columns.addAll(cells.keySet()));
        return columns;
    }

    boolean hides(int row, int column) {
        return hidden || hiddenRows.contains(row) || hiddenColumns.contains(column);
    }

    /** A place as people name it: {@code CAIQ!C12}, or {@code C12} where there are no sheets. */
    String at(int row, int column) {
        return (name.isEmpty() ? "" : name + "!") + CellReference.convertNumToColString(column) + (row + 1);
    }

    String at(Cell cell) {
        return at(cell.row(), cell.column());
    }
}
