package domicile.register;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Makes the chain over changes, documents and assessments, and links what is there. In one migration, so that it
 * happens once: what has no link later is a sign of tampering and not filled in.
 */
final class V7__ChainTheRecords implements JavaMigration {
    /** One set of statements for H2 and PostgreSQL. */
    private static final String TABLES = """
            CREATE TABLE chain_link (
                id BIGINT PRIMARY KEY,
                kind VARCHAR(16) NOT NULL,
                subject VARCHAR(100) NOT NULL,
                digest VARCHAR(71) NOT NULL,
                made_at TIMESTAMP WITH TIME ZONE NOT NULL,
                account VARCHAR(200),
                hash VARCHAR(71) NOT NULL
            );
            CREATE INDEX chain_link_by_subject ON chain_link (kind, subject);
            CREATE TABLE chain_end (
                id INTEGER PRIMARY KEY,
                head VARCHAR(71) NOT NULL,
                links BIGINT NOT NULL
            );
            INSERT INTO chain_end (id, head, links) VALUES (1, '', 0);
            ALTER TABLE change ADD COLUMN account VARCHAR(200);
            """;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("7");
    }

    @Override
    public String getDescription() {
        return "chain the records";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        Handle handle = Jdbi.create(context.getConnection()).open();
        for (String statement : TABLES.split(";\\s*")) {
            handle.execute(statement);
        }
        Links.linkAll(handle);
    }
}
