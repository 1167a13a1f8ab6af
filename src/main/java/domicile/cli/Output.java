package domicile.cli;

import picocli.CommandLine.Option;

/** The option of every command that writes for people or for programs. */
final class Output {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}.",
            defaultValue = "table")
    private TableOrJson format = TableOrJson.table;

    TableOrJson format() {
        return format;
    }
}
