package domicile.register;

import org.jdbi.v3.core.Handle;

/**
 * Chains the changes of a register that was made before there was an audit trail. A migration of its own, so that it
 * happens once: a hash that is missing later is a sign of tampering and not filled in.
 */
final class V3__ChainTheChanges extends JavaMigrationStep {
    V3__ChainTheChanges() {
        super("3", "chain the changes");
    }

    @Override
    void migrate(Handle handle) {
        AuditTrail.chainAll(handle, Entries.changesWithoutAccounts(handle));
        handle.execute("ALTER TABLE change ALTER COLUMN hash SET NOT NULL");
    }
}
