package domicile.cli;

import picocli.CommandLine.Command;

/** {@code domicile source}: the pages that facts rest on. */
@Command(name = "source", description = "The pages that facts rest on: what has become of quotes in a newer page.")
final class SourceCommand extends CommandGroup {}
