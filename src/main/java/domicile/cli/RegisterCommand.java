package domicile.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code domicile register}: the register's life. */
@Command(name = "register", description = "The register's life: packs, changes by hand, history, audit trail.")
final class RegisterCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        throw new ParameterException(
                line, "name one of: " + String.join(", ", line.getSubcommands().keySet()));
    }
}
