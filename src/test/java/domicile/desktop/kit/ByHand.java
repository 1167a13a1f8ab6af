package domicile.desktop.kit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Does work when a test says so, in the order in which it was handed over: what comes too early, or too late, is seen.
 */
public final class ByHand implements Background {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final AtOnce now;

    /** @param told what a person is told of */
    public ByHand(Consumer<Exception> told) {
        now = new AtOnce(told);
    }

    /** How much work waits. */
    public int waiting() {
        return waiting.size();
    }

    /** Does what was handed over first. */
    public void first() {
        waiting.removeFirst().run();
    }

    /** Does what was handed over last, as work overtakes other work on threads of its own. */
    public void last() {
        waiting.removeLast().run();
    }

    /** Does all, and what comes of it. */
    public void all() {
        while (!waiting.isEmpty()) {
            first();
        }
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        waiting.addLast(() -> now.run(work, done, failed));
    }

    @Override
    public <T> void job(String text, Job<T> work, Consumer<T> done, Consumer<Exception> failed) {
        waiting.addLast(() -> now.job(text, work, done, failed));
    }

    @Override
    public void failed(Exception e) {
        now.failed(e);
    }

    @Override
    public Queue queue(String name) {
        return new Queue() {
            @Override
            public void add(Runnable work) {
                waiting.addLast(work);
            }

            @Override
            public void addIn(Duration time, Runnable work) {
                waiting.addLast(work);
            }

            @Override
            public void await() {
                all();
            }

            @Override
            public boolean close(Duration patience) {
                all();
                return true;
            }
        };
    }
}
