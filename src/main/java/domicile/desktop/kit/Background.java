package domicile.desktop.kit;

import domicile.register.Progress;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Where work is done that would keep the window waiting: beside it, or at once in a test. */
public interface Background {

    /** Work that tells how far it is, and can be stopped at any of its steps. */
    @FunctionalInterface
    interface Job<T> {
        T call(Progress progress) throws Exception;
    }

    /** Does the work and hands its result, or its failure, back to where the window is. */
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /**
     * Does work that may be long: how far it is can be seen, and it can be stopped. Stopped work has failed by a
     * {@link java.util.concurrent.CancellationException}.
     *
     * @param text what is being done, for the person who waits
     */
    <T> void job(String text, Job<T> work, Consumer<T> done, Consumer<Exception> failed);
}
