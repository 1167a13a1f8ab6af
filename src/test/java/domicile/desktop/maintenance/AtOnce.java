package domicile.desktop.maintenance;

import domicile.desktop.kit.Background;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Does everything at once, and stops a job at a step if it is told to. */
final class AtOnce implements Background {
    private int stopAt = -1;
    private int steps;

    /** Stops every job at this step, counted from 0; never for -1. */
    void stopAt(int step) {
        stopAt = step;
    }

    /** How many steps the last job has told of. */
    int steps() {
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
}
