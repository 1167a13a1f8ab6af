package domicile.desktop.kit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does everything at once, and stops a job at a step if it is told to. What is planned for later is never done. */
public final class AtOnce implements Background {
    private final Consumer<Exception> told;
    private final Function<String, Queue> queues;
    private int stopAt = -1;
    private int steps;

    /** @param told what a person is told of */
    public AtOnce(Consumer<Exception> told) {
        this(told, name -> new QueueAtOnce());
    }

    /** @param queues queues by their names: where a test is about threads, real ones */
    public AtOnce(Consumer<Exception> told, Function<String, Queue> queues) {
        this.told = told;
        this.queues = queues;
    }

    /** Stops every job at this step, counted from 0; never for -1. */
    public void stopAt(int step) {
        stopAt = step;
    }

    /** How many steps the last job has told of. */
    public int steps() {
        return steps;
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            failed.accept(e);
            return;
        }
        done.accept(result);
    }

    @Override
    public <T> void job(String text, Job<T> work, Consumer<T> done, Consumer<Exception> failed) {
        steps = 0;
        run(
                () -> work.call((at, total) -> {
                    if (steps++ == stopAt) {
                        throw new CancellationException(text);
                    }
                }),
                done,
                failed);
    }

    @Override
    public void failed(Exception e) {
        told.accept(e);
    }

    @Override
    public Queue queue(String name) {
        return queues.apply(name);
    }

    private static final class QueueAtOnce implements Queue {
        @Override
        public void add(Runnable work) {
            work.run();
        }

        @Override
        public void addIn(Duration time, Runnable work) {}

        @Override
        public void await() {}

        @Override
        public boolean close(Duration patience) {
            return true;
        }
    }
}
