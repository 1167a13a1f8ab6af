package domicile.register;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Chains the changes of a register that was made before there was an audit trail. A migration of its own, so that it
 * happens once: a hash that is missing later is a sign of tampering and not filled in.
 */
final class V3__ChainTheChanges implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3");
    }

    @Override
    public String getDescription() {
        return "chain the changes";
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
        AuditTrail.chainAll(handle, Entries.changesWithoutAccounts(handle));
        handle.execute("ALTER TABLE change ALTER COLUMN hash SET NOT NULL");
    }
}
