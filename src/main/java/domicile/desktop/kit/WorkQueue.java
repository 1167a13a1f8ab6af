package domicile.desktop.kit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A queue with a thread of its own, which does not keep the program from ending. */
public final class WorkQueue implements Background.Queue {
    // what comes after the end is dropped: there is nobody left to do it for
    private final ThreadPoolExecutor thread;

    /** @param name what a debugger calls its thread */
    public WorkQueue(String name) {
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public void add(Runnable work) {
        thread.execute(work);
    }

    @Override
    public void addIn(Duration time, Runnable work) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, thread)
                .execute(work);
    }

    @Override
    public void await() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        add(reached::countDown);
        if (!thread.isShutdown()) {
            reached.await();
        }
    }

    @Override
    public boolean close(Duration patience) {
        thread.shutdown();
        try {
            return thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
