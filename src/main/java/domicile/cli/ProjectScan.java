package domicile.cli;

import domicile.residency.Register;
import domicile.scan.GivenValues;
import domicile.scan.Scan;
import domicile.scan.ScanResult;
import domicile.scan.signature.Signatures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that reads a project, and the reading itself. */
final class ProjectScan {
    @Option(
            names = "--values",
            paramLabel = "FILE",
            description = "Values of variables (dotenv, tfvars or properties) that win over all others.")
    private Optional<Path> values = Optional.empty();

    /** The file of values, where one is named. */
    Optional<Path> values() {
        return values;
    }

    /** What projects use. */
    List<ScanResult> of(List<Path> folders, Register register) {
        var given = values.map(GivenValues::read).orElse(Map.of());
        return folders.stream()
                .map(folder -> Scan.of(folder, register, Signatures.shipped(), given))
                .toList();
    }
}
