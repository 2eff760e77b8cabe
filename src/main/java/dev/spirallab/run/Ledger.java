package dev.spirallab.run;

import dev.spirallab.frame.Moment;
import dev.spirallab.frame.RunState;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says when a run is to be kept, and what of it: from its first step on, every few seconds while it
 * goes on, and at once when something else happens to it. Its savepoint comes along unless taking
 * it costs too much; then there is one at least wherever settings were changed, so that from each a
 * run comes by the points that follow it. Belongs to the training thread.
 */
final class Ledger {
    /** What happens in quick succession, as when a slider is drawn, is kept together. */
    private static final long GAP = TimeUnit.MILLISECONDS.toNanos(100);

    /** How many times longer than taking a savepoint it is until the next: 2 % of the time. */
    private static final long SHARE = 50;

    /** Nanoseconds until the next savepoint for each byte: 2 MB a second. */
    private static final long NANOS_PER_BYTE = 500;

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
     * @param drawn whether there is a picture of this moment
     */
    record Entry(
            RunState state,
            Optional<Problem> problem,
            Moment at,
            double pace,
            Experiment experiment,
            boolean drawn) {

        private boolean settled() {
            return state != RunState.RUNNING;
        }

        /** Whether training went on under the same settings, if at all. */
        private boolean follows(Entry earlier) {
            return earlier.at.attempt() == at.attempt()
                    && earlier.pace == pace
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
        if (tray.isEmpty() || !begun || now.equals(entered)) {
            return Long.MAX_VALUE;
        }
        long pause = isNews(now) ? GAP : interval;
        return entered == null ? 0 : Math.max(0, enteredAt + pause - nanoTime);
    }

    private boolean isNews(Entry now) {
        return now.settled() || entered == null || entered.settled() || !now.follows(entered);
    }

    /** Keeps it, if it is time. */
    void look(Entry now, Source source) {
        if (nanosToNext(now, System.nanoTime()) == 0) {
            enter(now, source);
        }
    }

    /** Keeps it whatever the time, unless nothing changed. */
    void close(Entry now, Source source) {
        if (nanosToNext(now, System.nanoTime()) < Long.MAX_VALUE) {
            enter(now, source);
        }
    }

    /** Keeps it as it is now, whether it has begun or not; done when it is on the shelf. */
    CompletableFuture<Void> keep(Entry now, Source source) {
        begun = true;
        enter(now, source);
        return tray.map(Keeper.Tray::kept)
                .orElseGet(() ->
                        CompletableFuture.failedFuture(
                                new IllegalStateException("a run that is not kept")));
    }

    private void enter(Entry now, Source source) {
        tray.ifPresent(to -> {
            long begin = System.nanoTime();
            boolean saving = wantsSavepoint(now, begin);
            KeptRun run = source.kept(to.missingFrom(now.at().attempt()), saving);
            to.put(run);
            entered = now;
            enteredAt = begin;
            if (saving) {
                saved = now;
                savedAt = begin;
                dearness = dearness(System.nanoTime() - begin, run);
            }
        });
    }

    private boolean wantsSavepoint(Entry now, long nanoTime) {
        return now.settled()
                || saved == null
                || !now.follows(saved)
                || nanoTime - savedAt >= dearness;
    }

    private static long dearness(long nanos, KeptRun run) {
        long bytes = run.savepoint().map(savepoint -> savepoint.bytes().length).orElse(0);
        return Math.max(SHARE * nanos, NANOS_PER_BYTE * bytes);
    }
}
