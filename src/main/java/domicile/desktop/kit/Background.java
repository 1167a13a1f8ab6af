package domicile.desktop.kit;

import domicile.register.Progress;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Where work is done that would keep the window waiting: beside it, or at once in a test. Nothing else in the window
 * starts a thread, so that whoever closes the window knows what is under way.
 */
public interface Background {

    /** Work that tells how far it is, and can be stopped at any of its steps. */
    @FunctionalInterface
    interface Job<T> {
        T call(Progress progress) throws Exception;
    }

    /** Does the work and hands its result, or its failure, back to where the window is. */
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /** Does the work and hands its result back to where the window is; a failure is told to the person. */
    default <T> void run(Callable<T> work, Consumer<T> done) {
        run(work, done, this::failed);
    }

    /**
     * Does work that may be long: how far it is can be seen, and it can be stopped. Stopped work has failed by a
     * {@link java.util.concurrent.CancellationException}.
     *
     * @param text what is being done, for the person who waits
     */
    <T> void job(String text, Job<T> work, Consumer<T> done, Consumer<Exception> failed);

    /** As {@link #job(String, Job, Consumer, Consumer)}; a failure is told to the person. */
    default <T> void job(String text, Job<T> work, Consumer<T> done) {
        job(text, work, done, this::failed);
    }

    /** Tells the person what failed; called from any thread. */
    void failed(Exception e);

    /**
     * A queue of its own for work whose order counts.
     *
     * @param name what a debugger calls its thread
     */
    Queue queue(String name);

    /** Does one piece of work after another, in the order in which they were handed over. */
    interface Queue {

        /** Hands work over; returns at once. Does nothing once the queue is closed. */
        void add(Runnable work);

        /** Hands work over in a while; it is dropped when the queue is closed before. */
        void addIn(Duration time, Runnable work);

        /** Waits until what was handed over by now is done. */
        void await() throws InterruptedException;

        /** Takes nothing more, and waits until what was handed over is done. Whether it was done in time. */
        boolean close(Duration patience);
    }
}
