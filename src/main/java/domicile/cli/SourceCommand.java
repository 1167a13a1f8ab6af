package domicile.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code domicile source}: the pages that facts rest on. */
@Command(name = "source", description = "The pages that facts rest on: what has become of quotes in a newer page.")
final class SourceCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        throw new ParameterException(
                line, "name one of: " + String.join(", ", line.getSubcommands().keySet()));
    }
}
