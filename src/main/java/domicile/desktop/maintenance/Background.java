package domicile.desktop.maintenance;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Where work is done that would keep the window waiting: {@link domicile.desktop.Work#run}, or at once in a test. */
@FunctionalInterface
public interface Background {

    /** Does the work and hands its result, or its failure, back to where the window is. */
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);
}
