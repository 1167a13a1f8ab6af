package domicile.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only has others: called alone, it names them. */
abstract class CommandGroup implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public final void run() {
        CommandLine line = spec.commandLine();
        throw new ParameterException(
                line, "name one of: " + String.join(", ", line.getSubcommands().keySet()));
    }
}
