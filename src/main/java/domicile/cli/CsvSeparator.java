package domicile.cli;

import domicile.problem.ProblemException;
import domicile.report.data.Csv;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What separates the cells of CSV: the same in every language, so that what reads it need not know the writer's. */
final class CsvSeparator {
    @Option(
            names = "--csv-separator",
            paramLabel = "SEPARATOR",
            description =
                    "What separates the cells of CSV: ${COMPLETION-CANDIDATES}; default: comma, in every language.")
    private Optional<Separator> separator = Optional.empty();

    /** The separators that spreadsheets know. */
    enum Separator {
        comma(','),
        semicolon(';'),
        tab('\t');

        private final char sign;

        Separator(char sign) {
            this.sign = sign;
        }
    }

    /**
     * The CSV that was asked for.
     *
     * @param written whether any is written
     * @param remedy what asks for some
     */
    Csv csv(boolean written, String remedy) {
        if (separator.isPresent() && !written) {
            throw new ProblemException("no CSV is written", "--csv-separator", remedy);
        }
        return separator.map(s -> new Csv(s.sign)).orElse(Csv.COMMAS);
    }
}
