package dev.spirallab.engine;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for programs whose compilation recurses deeply: a default stack overflows natively, which
 * no exception tells of, at some 2000 chained statements. Who trains on such a thread never waits
 * for another, so that the processor time of the training is its own thread's.
 */
public final class LargeStack {
    /** Addresses, not memory: only what is used is taken. */
    private static final long BYTES = 512L << 20;

    private static final ExecutorService THREADS =
            new ThreadPoolExecutor(
                    0,
                    Integer.MAX_VALUE,
                    5,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    work -> thread("large-stack", work));

    private LargeStack() {}

    /** A daemon thread, not started, on which everything can be done in place. */
    public static Thread thread(String name, Runnable work) {
        return new Deep(name, work);
    }

    /** Does the work on such a thread: here if this is one, else on another while this waits. */
    static <T> T call(Callable<T> work) {
        try {
            return Thread.currentThread() instanceof Deep
                    ? work.call()
                    : THREADS.submit(work).get();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static final class Deep extends Thread {
        private Deep(String name, Runnable work) {
            super(null, work, name, BYTES);
            setDaemon(true);
        }
    }
}
