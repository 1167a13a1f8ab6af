package domicile.cli;

import domicile.page.PageReader;
import domicile.problem.InputFile;
import domicile.problem.ProblemException;
import domicile.residency.Register;
import domicile.residency.Workload;
import domicile.vendor.KeptWorkbook;
import domicile.vendor.VendorWorkbook;
import domicile.vendor.WorkbookReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names what vendors answered, and how such a file is read. */
final class WorkbookFiles {
    @Option(
            names = "--answers",
            paramLabel = "[OFFERING=]FILE",
            description = "A CAIQ, AI-CAIQ or HECVAT workbook (XLSX, CSV) that the vendor of a candidate filled in; may"
                    + " be given several times, the older first. It changes no status.")
    private List<String> answers = new ArrayList<>();

    /** One that was named, and the candidate that it is for. */
    private record Named(String offering, Path file) {}

    boolean asked() {
        return !answers.isEmpty();
    }

    /** The files that are read. */
    List<Path> files(Workload workload) {
        return named(workload).stream().map(Named::file).toList();
    }

    /** What was answered, taken in on a day. */
    List<KeptWorkbook> kept(Workload workload, Register register, LocalDate day, Optional<String> password) {
        return named(workload).stream()
                .map(n -> new KeptWorkbook(n.offering(), day, read(n.file(), password, register)).kept())
                .toList();
    }

    /** A workbook, read against the register's controls. */
    static VendorWorkbook read(Path file, Optional<String> password, Register register) {
        return read(file, InputFile.read(file, PageReader.MAX_BYTES), password, register);
    }

    /** One whose bytes are read already. */
    static VendorWorkbook read(Path file, byte[] bytes, Optional<String> password, Register register) {
        return WorkbookReader.read(String.valueOf(file.getFileName()), bytes, password, register);
    }

    private List<Named> named(Workload workload) {
        return answers.stream().map(a -> named(a, workload.candidates())).toList();
    }

    private static Named named(String answer, List<String> candidates) {
        int end = answer.indexOf('=');
        if (end > 0 && candidates.contains(answer.substring(0, end))) {
            return new Named(answer.substring(0, end), Path.of(answer.substring(end + 1)));
        }
        if (candidates.size() != 1) {
            throw new ProblemException(
                    "'" + answer + "' names no candidate of the workload",
                    "--answers",
                    candidates.isEmpty()
                            ? "name the offerings that are looked at in the workload's candidates"
                            : "write OFFERING=FILE with one of " + String.join(", ", candidates));
        }
        return new Named(candidates.getFirst(), Path.of(answer));
    }
}
