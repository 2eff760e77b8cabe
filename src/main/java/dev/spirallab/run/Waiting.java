package dev.spirallab.run;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for what training threads and shelves do, some seconds at most. */
final class Waiting {
    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Waiting() {}

    /** A step towards what is waited for. */
    private interface Step {
        /** Whether it came in time. */
        boolean await(Duration most) throws InterruptedException;
    }

    /**
     * Keeps a run as it is now.
     *
     * @throws IllegalStateException if that is impossible or takes too long
     */
    static void keepNow(LiveRun run) {
        try {
            run.keep().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (CancellationException e) {
            LOG.debug("It was closed, and kept with that", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a run cannot be kept now", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void untilDisposed(LiveRun run) {
        await(run::awaitDisposal, "A run did not close in time");
    }

    static void untilKept(LiveRun run) {
        untilDone(run.isKept());
    }

    static void untilKept(LiveSweep sweep) {
        await(sweep::awaitKept, "A sweep was not kept in time");
    }

    static void untilDone(Future<?> work) {
        try {
            work.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Something is not kept as it was last", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Step step, String late) {
        try {
            if (!step.await(PATIENCE)) {
                LOG.warn(late);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
