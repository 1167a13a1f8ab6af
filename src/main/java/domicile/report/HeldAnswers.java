package domicile.report;

import domicile.problem.ProblemException;
import domicile.residency.Register;
import domicile.vendor.Answer;
import domicile.vendor.KeptWorkbook;
import domicile.vendor.VendorWorkbook;
import domicile.vendor.WorkbookReader;
import java.util.List;
import java.util.Optional;

/** Finds what a report says that vendors answered again in the files that are in hand. */
public final class HeldAnswers {
    private final HeldFiles files;
    private final Optional<String> password;

    /** @param password that opens files which are locked */
    HeldAnswers(HeldFiles files, Optional<String> password) {
        this.files = files;
        this.password = password;
    }

    /**
     * A workbook, and how its answers stand.
     *
     * @param otherwise the cells whose answers the file does not give as the report does
     */
    public record Stands(KeptWorkbook workbook, HeldClauses.State state, List<String> otherwise) {
        public Stands {
            otherwise = List.copyOf(otherwise);
        }

        /** Whether it has to be looked at: the file does not bear the report out. */
        public boolean wrong() {
            return state.wrong();
        }
    }

    /** @param register that the report was made with */
    List<Stands> of(List<KeptWorkbook> workbooks, Register register) {
        return workbooks.stream().map(w -> of(w, register)).toList();
    }

    private Stands of(KeptWorkbook workbook, Register register) {
        VendorWorkbook told = workbook.book();
        return switch (files.look(told.sha256(), told.file())) {
            case HeldFiles.Looked.Without without -> new Stands(workbook, without.state(), List.of());
            case HeldFiles.Looked.Found found -> read(workbook, found, register);
        };
    }

    private Stands read(KeptWorkbook workbook, HeldFiles.Looked.Found found, Register register) {
        VendorWorkbook told = workbook.book();
        VendorWorkbook read;
        try {
            read = WorkbookReader.read(told.file(), found.bytes(), password, register);
        } catch (ProblemException locked) {
            return new Stands(workbook, HeldClauses.State.UNREADABLE, List.of());
        }
        List<String> otherwise = told.answers().stream()
                .filter(a -> !read.answers().contains(a))
                .map(Answer::said)
                .map(Answer.Words::cell)
                .toList();
        return told.equals(read)
                ? new Stands(workbook, HeldClauses.State.FOUND, List.of())
                : new Stands(workbook, HeldClauses.State.NOT_FOUND, otherwise);
    }
}
