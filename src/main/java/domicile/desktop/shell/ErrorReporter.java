package domicile.desktop.shell;

import domicile.desktop.kit.ErrorMessage;
import domicile.desktop.kit.Texts;
import domicile.problem.DiskError;
import domicile.problem.FileProblem;
import domicile.problem.ProblemException;
import domicile.problem.Secrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.util.concurrent.CancellationException;
import javafx.scene.Node;
import org.slf4j.LoggerFactory;

/** Tells what went wrong. */
final class ErrorReporter {
    private final Node over;
    private final Texts texts;
    private boolean telling;

    /** @param over the window that it belongs to */
    ErrorReporter(Node over, Texts texts) {
        this.over = over;
        this.texts = texts;
    }

    /** Tells of a fault of the program, unless one is being told of: what fails in one frame fails in the next too. */
    void unexpected(Throwable fault) {
        if (telling) {
            LoggerFactory.getLogger(ErrorReporter.class).error("another fault", fault);
            return;
        }
        telling = true;
        LoggerFactory.getLogger(ErrorReporter.class).error("a fault", fault);
        tell(fault);
    }

    /** Tells what happened, where, and what to do; the details can be copied. */
    void failed(Exception e) {
        if (e instanceof CancellationException) {
            return; // whoever stopped it knows
        }
        LoggerFactory.getLogger(ErrorReporter.class).error("failed", e);
        switch (e) {
            case ProblemException refused -> tell(refused);
            case FileSystemException file ->
                tell(FileProblem.FILE_UNWRITTEN.because(file, String.valueOf(file.getFile()), DiskError.said(file)));
            default -> tell(e);
        }
    }

    private void tell(ProblemException refused) {
        tell(new ErrorMessage(
                ErrorMessage.what(refused, texts),
                refused.where(texts.locale()),
                refused.remedy(texts.locale()),
                details(refused)));
    }

    private void tell(Throwable fault) {
        tell(new ErrorMessage(
                texts.get("error.unexpected"),
                Secrets.hidden(String.valueOf(fault)),
                texts.get("error.report"),
                details(fault)));
    }

    private void tell(ErrorMessage problem) {
        problem.show(over, texts, () -> telling = false);
    }

    private static String details(Throwable fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        return Secrets.hidden(trace.toString());
    }
}
