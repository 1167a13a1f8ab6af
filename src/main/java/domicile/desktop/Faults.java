package domicile.desktop;

import domicile.residency.InputException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CancellationException;
import javafx.scene.Node;
import org.slf4j.LoggerFactory;

/** Tells what went wrong. */
final class Faults {
    private final Node over;
    private final Texts texts;
    private boolean telling;

    /**
     * @param over the window that it belongs to
     */
    Faults(Node over, Texts texts) {
        this.over = over;
        this.texts = texts;
    }

    /** Tells of a fault of the program, unless one is being told of: what fails in one frame fails in the next too. */
    void unexpected(Throwable fault) {
        if (telling) {
            LoggerFactory.getLogger(Faults.class).error("another fault", fault);
            return;
        }
        telling = true;
        LoggerFactory.getLogger(Faults.class).error("a fault", fault);
        tell(new Problem(
                texts.get("error.unexpected"), String.valueOf(fault), texts.get("error.report"), details(fault)));
    }

    /** Tells what happened, where, and what to do; the details can be copied. */
    void failed(Exception e) {
        if (e instanceof CancellationException) {
            return; // whoever stopped it knows
        }
        LoggerFactory.getLogger(Faults.class).error("failed", e);
        tell(
                e instanceof InputException refused
                        ? new Problem(refused.what(), refused.where(), refused.remedy(), details(e))
                        : new Problem(e.getClass().getSimpleName() + ": " + e.getMessage(), "", "", details(e)));
    }

    private void tell(Problem problem) {
        problem.show(over, texts, () -> telling = false);
    }

    private static String details(Throwable fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
