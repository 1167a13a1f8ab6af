package domicile.register;

import org.jdbi.v3.core.Handle;

/**
 * Makes the chain over changes, documents and assessments, and links what is there. In one migration, so that it
 * happens once: what has no link later is a sign of tampering and not filled in.
 */
final class V7__ChainTheRecords extends JavaMigrationStep {
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

    V7__ChainTheRecords() {
        super("7", "chain the records");
    }

    @Override
    void migrate(Handle handle) {
        for (String statement : TABLES.split(";\\s*")) {
            handle.execute(statement);
        }
        Links.linkAll(handle);
    }
}
