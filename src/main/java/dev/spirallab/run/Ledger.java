package dev.spirallab.run;

import dev.spirallab.frame.Moment;
import dev.spirallab.frame.RunState;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when a run is to be kept, and what of it: from its first step on, every few seconds while it
 * goes on, and at once when something else happens to it. Its savepoint comes along; one that is
 * large comes less often, but in any case when settings were changed, so that from each a run comes
 * by the points that follow it. Belongs to the training thread.
 */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    /** What happens in quick succession, as when a slider is drawn, is kept together. */
    private static final long GAP = TimeUnit.MILLISECONDS.toNanos(100);

    /** How many times longer than taking a savepoint it is until the next: 2 % of the time. */
    private static final long SHARE = 50;

    /** Nanoseconds until the next savepoint for each byte: 200 kB a second. */
    private static final long NANOS_PER_BYTE = 5_000;

    /** What a run has to do again, at most, that comes back. */
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

    private final Optional<Keeper.Tray> tray;
    private final long interval;
    private boolean begun;
    private @Nullable Entry entered;
    private long enteredAt;
    private @Nullable Entry saved;
    private long savedAt;
    private long dearness;

    /**
     * How a run stands, as far as it is kept.
     *
     * @param edits how many numbers were set by hand
     * @param drawn whether there is a picture of this moment
     */
    record Entry(
            RunState state,
            Optional<Problem> problem,
            Moment at,
            double pace,
            Experiment experiment,
            long edits,
            boolean drawn) {

        private boolean settled() {
            return state != RunState.RUNNING;
        }

        /** Whether training went on under the same settings, if at all. */
        private boolean follows(Entry earlier) {
            return earlier.at.attempt() == at.attempt()
                    && earlier.pace == pace
                    && earlier.edits == edits
                    && earlier.experiment.equals(experiment);
        }
    }

    /** Where what is kept comes from. */
    interface Source {
        /**
         * @param firstPoint from which place on its points are wanted
         * @param withSavepoint whether its savepoint is wanted
         */
        KeptRun kept(int firstPoint, boolean withSavepoint);
    }

    /**
     * @param tray empty for a run that is not kept
     * @param interval nanoseconds
     */
    Ledger(Optional<Keeper.Tray> tray, long interval) {
        this.tray = tray;
        this.interval = interval;
    }

    /** From now on it is worth keeping. */
    void begin() {
        begun = true;
    }

    /**
     * Goes on with a run that was kept.
     *
     * @param points how many its curves have
     */
    void takeUp(Entry now, int points) {
        begun = true;
        if (tray.filter(t -> t.missingFrom(now.at().attempt()) == points).isPresent()) {
            entered = now;
            saved = now;
        }
    }

    /** When it is to be kept; {@link Long#MAX_VALUE} nanoseconds off if nothing changed. */
    long nanosToNext(Entry now, long nanoTime) {
        if (tray.isEmpty() || !begun) {
            return Long.MAX_VALUE;
        }
        if (entered == null || tray.filter(Keeper.Tray::wantsAll).isPresent()) {
            return 0;
        }
        if (now.equals(entered)) {
            return now.equals(saved) ? Long.MAX_VALUE : until(savedAt + dearness, nanoTime);
        }
        return until(enteredAt + (isNews(now, entered) ? gap() : interval), nanoTime);
    }

    private static long until(long then, long now) {
        return Math.max(0, then - now);
    }

    private static boolean isNews(Entry now, Entry before) {
        return now.settled() || before.settled() || !now.follows(before);
    }

    private long gap() {
        return Math.clamp(dearness, GAP, Math.max(GAP, interval));
    }

    /** Keeps it, if it is time. */
    void look(Entry now, Source source) {
        long nanoTime = System.nanoTime();
        if (nanosToNext(now, nanoTime) == 0) {
            enter(now, source, wantsSavepoint(now, nanoTime));
        }
    }

    private boolean wantsSavepoint(Entry now, long nanoTime) {
        return saved == null
                || tray.filter(Keeper.Tray::wantsAll).isPresent()
                || !now.follows(saved)
                || nanoTime - savedAt >= dearness;
    }

    /**
     * Keeps it whatever the time, unless nothing changed. With all its points, for there is no
     * later message that could bring those that the shelf might have lost.
     */
    void close(Entry now, Source source) {
        boolean written = tray.map(Keeper.Tray::isWritten).orElse(true);
        if (!written || nanosToNext(now, System.nanoTime()) < Long.MAX_VALUE) {
            enter(now, all(source), true);
        }
    }

    private static Source all(Source source) {
        return (_, saving) -> source.kept(0, saving);
    }

    /** Keeps all of it as it is now, begun or not; done when it is on the shelf. */
    CompletableFuture<Void> keep(Entry now, Source source) {
        begun = true;
        enter(now, all(source), true);
        return tray.map(Keeper.Tray::kept)
                .orElseGet(() ->
                        CompletableFuture.failedFuture(
                                new IllegalStateException("a run that is not kept")));
    }

    /** Whatever goes wrong with it, training goes on. */
    private void enter(Entry now, Source source, boolean saving) {
        long begin = System.nanoTime();
        entered = now;
        enteredAt = begin;
        if (saving) {
            saved = now;
            savedAt = begin;
        }
        try {
            tray.ifPresent(to -> put(to, now, source, saving));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.warn("A run is not kept as it is now", e);
        }
    }

    private void put(Keeper.Tray to, Entry now, Source source, boolean saving) {
        long begin = System.nanoTime();
        KeptRun run = source.kept(to.missingFrom(now.at().attempt()), saving);
        to.put(run);
        if (saving) {
            dearness = dearness(System.nanoTime() - begin, run);
        }
    }

    private static long dearness(long nanos, KeptRun run) {
        long bytes = run.savepoint().map(savepoint -> savepoint.bytes().length).orElse(0);
        return Math.min(LONGEST, Math.max(SHARE * nanos, NANOS_PER_BYTE * bytes));
    }
}
