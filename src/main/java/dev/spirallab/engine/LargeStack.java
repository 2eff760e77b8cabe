package dev.spirallab.engine;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for programs whose compilation recurses deeply: a default stack overflows natively, which
 * no exception tells of, at some 2000 chained statements.
 */
final class LargeStack {
    private static final long BYTES = 512L << 20;

    private static final ExecutorService THREADS =
            new ThreadPoolExecutor(
                    0,
                    Integer.MAX_VALUE,
                    5,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    LargeStack::thread);

    private LargeStack() {}

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "large-stack", BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /** Does the work on such a thread while the caller waits. */
    static <T> T call(Callable<T> work) {
        try {
            return THREADS.submit(work).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
