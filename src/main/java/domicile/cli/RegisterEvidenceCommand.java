package domicile.cli;

import domicile.problem.ProblemException;
import domicile.register.EvidenceLocker;
import domicile.register.RegisterStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile register evidence}: the documents that the buyer holds. */
@Command(
        name = "evidence",
        description =
                "Keeps documents with the register by their SHA-256 and attaches them to an offering; without a FILE,"
                        + " lists what is kept.")
final class RegisterEvidenceCommand implements Runnable {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Documents to keep.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--offering", paramLabel = "OFFERING", description = "The offering that they are for.")
    private @Nullable String offering;

    @Option(names = "--question", paramLabel = "ID", description = "The question that they answer.")
    private String question = "";

    @Mixin
    private Who who = new Who();

    private final Common options;

    RegisterEvidenceCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        try (RegisterStore store = options.open()) {
            EvidenceLocker locker = store.evidence();
            if (files.isEmpty()) {
                Table table = new Table("OFFERING", "QUESTION", "NAME", "BYTES", "ADDED", "SHA-256");
                locker.all().stream()
                        .filter(k -> offering == null || offering.equals(k.offering()))
                        .forEach(k -> table.row(
                                k.offering(),
                                k.question().isEmpty() ? "-" : k.question(),
                                k.name(),
                                String.valueOf(k.bytes()),
                                k.addedAt() + " " + k.who(),
                                k.sha256()));
                table.print(options.console().out());
                return;
            }
            String of = Optional.ofNullable(offering)
                    .filter(o ->
                            store.asOf(options.console().today()).offering(o).isPresent())
                    .orElseThrow(() -> new ProblemException(
                            offering == null ? "no offering is named" : "there is no offering \"" + offering + "\"",
                            "--offering",
                            "name one that 'domicile list' shows"));
            files.forEach(file -> options.console()
                    .out()
                    .println(locker.add(file, of, question, who.name()).sha256() + "  " + file));
        }
    }
}
