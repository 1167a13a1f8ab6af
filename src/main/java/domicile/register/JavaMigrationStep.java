package domicile.register;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A migration that needs more than SQL, in the transaction of the others. Flyway keeps its version and description. */
abstract class JavaMigrationStep implements JavaMigration {
    private final String version;
    private final String description;

    JavaMigrationStep(String version, String description) {
        this.version = version;
        this.description = description;
    }

    abstract void migrate(Handle handle);

    @Override
    public final MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public final String getDescription() {
        return description;
    }

    @Override
    public final @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public final void migrate(Context context) {
        migrate(Jdbi.create(context.getConnection()).open());
    }
}
