package domicile.register;

import domicile.problem.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What the tables of a register in a file hold, by table: a digest of the rows, in columns that a migration keeps.
 *
 * @param tables the digest of each table's rows
 * @param columns the columns that each digest is over
 */
record Inventory(Map<String, String> tables, Map<String, List<String>> columns) {
    /** Its rows say what was migrated. */
    private static final String MIGRATIONS = "flyway_schema_history";
    /** The migration that fills in the hashes, and the tables that they stand in. */
    private static final int CHAINED = 3;

    private static final Set<String> CHAIN = Set.of("CHANGE", "CHAIN");

    static Inventory of(Handle handle) {
        Map<String, List<String>> columns = handle
                .createQuery("""
                        SELECT table_name, column_name FROM information_schema.columns
                        WHERE table_schema = 'PUBLIC' ORDER BY table_name, ordinal_position
                        """)
                .map((row, context) -> Map.entry(row.getString("table_name"), row.getString("column_name")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        columns.remove(MIGRATIONS);
        return of(handle, columns);
    }

    private static Inventory of(Handle handle, Map<String, List<String>> columns) {
        Map<String, String> tables = new TreeMap<>();
        columns.forEach((table, names) -> tables.put(table, digest(handle, table, names)));
        return new Inventory(tables, columns);
    }

    private static String digest(Handle handle, String table, List<String> columns) {
        String list = String.join(", ", columns.stream().map(c -> '"' + c + '"').toList());
        MessageDigest digest = Sha256.digest();
        handle.createQuery("SELECT " + list + " FROM \"" + table + "\" ORDER BY " + list)
                .map((row, context) -> {
                    for (int i = 1; i <= columns.size(); i++) {
                        digest.update((row.getString(i) + "\u0000").getBytes(StandardCharsets.UTF_8));
                    }
                    return table;
                })
                .list();
        return Sha256.hex(digest);
    }

    /** Refuses a migrated copy that does not say all that it said before. */
    Inventory stillIn(Handle handle, Path register, int schema) {
        Map<String, List<String>> kept = new TreeMap<>(columns);
        if (schema < CHAINED) {
            kept.keySet().removeAll(CHAIN);
        }
        Inventory after = of(handle, kept);
        after.tables().forEach((table, digest) -> {
            if (!digest.equals(tables.get(table))) {
                throw StorageErrors.damaged(
                        register.toString(), new IllegalStateException("the migration changed the table " + table));
            }
        });
        return after;
    }
}
