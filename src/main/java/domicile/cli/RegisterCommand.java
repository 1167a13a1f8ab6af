package domicile.cli;

import picocli.CommandLine.Command;

/** {@code domicile register}: the register's life. */
@Command(name = "register", description = "The register's life: packs, changes by hand, history, audit trail.")
final class RegisterCommand extends CommandGroup {}
