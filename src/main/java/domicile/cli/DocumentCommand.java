package domicile.cli;

import picocli.CommandLine.Command;

/** {@code domicile document}: the documents that the buyer holds. */
@Command(name = "document", description = "The documents that you hold: the clauses in them that settle a requirement.")
final class DocumentCommand extends CommandGroup {}
