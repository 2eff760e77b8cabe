package dev.spirallab.run;

import dev.spirallab.owner.OwnerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts runs on the shelf, on a thread of its own, so that however slow the shelf is, training never
 * waits. Of each run there is one message that waits; a newer one takes its place. What could not
 * be kept is tried again a little later, while others are kept.
 */
final class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration LAST = Duration.ofSeconds(5);
    private final RunShelf shelf;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SequencedSet<Tray> full = new LinkedHashSet<>();

    /** Those whose message was tried in vain. */
    private final Set<Tray> failing = new HashSet<>();

    private final Thread thread;
    private boolean closing;

    Keeper(RunShelf shelf) {
        this.shelf = shelf;
        this.thread = Thread.ofPlatform().name("run-keeper").daemon().start(this::work);
    }

    /** For a run of which nothing is on the shelf yet. */
    Tray tray() {
        return new Tray(0, 0);
    }

    /** For a run that comes from the shelf, with all its points. */
    Tray tray(KeptRun from) {
        return new Tray(from.status().at().attempt(), from.points().size());
    }

    /** Where a run lays what is to be kept of it. */
    final class Tray {
        private final List<CompletableFuture<Void>> waiters = new ArrayList<>();
        private @Nullable KeptRun waiting;
        private boolean writing;
        private boolean discarded;
        private boolean hopeless;
        private boolean lost;
        private Runnable onLost = () -> {};
        private long notBefore = System.nanoTime();
        private Optional<OwnerId> newOwner = Optional.empty();
        private int attempt;
        private int points;

        private Tray(int attempt, int points) {
            this.attempt = attempt;
            this.points = points;
        }

        /** From which place on the points of an attempt are not on the shelf. */
        int missingFrom(int ofAttempt) {
            lock.lock();
            try {
                return ofAttempt == attempt ? points : 0;
            } finally {
                lock.unlock();
            }
        }

        /**
         * @param wake is called when {@link #wantsAll} turns true
         */
        void onLost(Runnable wake) {
            lock.lock();
            try {
                onLost = wake;
            } finally {
                lock.unlock();
            }
        }

        /** Whether all that was put is on the shelf. */
        boolean isWritten() {
            lock.lock();
            try {
                return isEmpty();
            } finally {
                lock.unlock();
            }
        }

        /** Whether what the run had on the shelf is gone, so that all of it is wanted anew. */
        boolean wantsAll() {
            lock.lock();
            try {
                return lost;
            } finally {
                lock.unlock();
            }
        }

        /** Wants to have it kept; returns at once. */
        void put(KeptRun run) {
            lock.lock();
            try {
                if (!discarded && !hopeless) {
                    waiting = waiting == null ? run : run.after(waiting);
                    lost = lost && run.firstPoint() > 0;
                    full.add(this);
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }

        /** Done when what was put last is on the shelf. */
        CompletableFuture<Void> kept() {
            lock.lock();
            try {
                CompletableFuture<Void> done = new CompletableFuture<>();
                if (isEmpty()) {
                    done.complete(null);
                } else {
                    waiters.add(done);
                }
                return done;
            } finally {
                lock.unlock();
            }
        }

        /** From now on it is somebody else's. */
        void giveTo(OwnerId owner) {
            lock.lock();
            try {
                newOwner = Optional.of(owner);
            } finally {
                lock.unlock();
            }
        }

        /** Nothing of this run stays on the shelf, should it be on its way there. */
        void discard() {
            lock.lock();
            try {
                discarded = true;
                waiting = null;
                full.remove(this);
                failing.remove(this);
                disappoint();
            } finally {
                lock.unlock();
            }
        }

        private boolean isOfOldOwner(KeptRun run) {
            return newOwner.isPresent() && !newOwner.equals(run.options().owner());
        }

        private boolean isDiscarded() {
            lock.lock();
            try {
                return discarded;
            } finally {
                lock.unlock();
            }
        }

        private boolean isEmpty() {
            return waiting == null && !writing;
        }

        private KeptRun take() {
            KeptRun next = Objects.requireNonNull(waiting);
            waiting = null;
            writing = true;
            return newOwner.map(next::withOwner).orElse(next);
        }

        private void wrote(KeptRun run) {
            attempt = run.status().at().attempt();
            points = run.firstPoint() + run.points().size();
            writing = false;
            failing.remove(this);
            if (waiting == null && isOfOldOwner(run)) {
                put(run);
            }
            if (waiting == null) {
                waiters.forEach(waiter -> waiter.complete(null));
                waiters.clear();
            }
        }

        /** All that the run has is wanted anew. */
        private void lost() {
            points = 0;
            lost = true;
            wroteNothing();
        }

        /** Nothing more of this run is ever kept. */
        private void giveUp() {
            hopeless = true;
            waiting = null;
            full.remove(this);
            failing.remove(this);
            wroteNothing();
        }

        private void wroteNothing() {
            writing = false;
            disappoint();
        }

        private void disappoint() {
            waiters.forEach(
                    waiter -> waiter.completeExceptionally(new IllegalStateException("not kept")));
            waiters.clear();
        }

        private void putBack(KeptRun run) {
            writing = false;
            notBefore = System.nanoTime() + RETRY_NANOS;
            if (!discarded) {
                waiting = waiting == null ? run : waiting.after(run);
                full.add(this);
            }
        }
    }

    /** Keeps what waits, and no more. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!thread.join(LAST)) {
                LOG.warn("Some runs are not kept as they were last");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        for (var next = take(); next.isPresent(); next = take()) {
            write(next.get());
        }
    }

    /** What is to be written, and where it comes from. */
    private record Job(Tray tray, KeptRun run) {}

    /** Waits for something to write; none after the last. */
    private Optional<Job> take() {
        lock.lock();
        try {
            Optional<Tray> due = awaitDue();
            due.ifPresent(full::remove);
            return due.map(tray -> new Job(tray, tray.take()));
        } finally {
            lock.unlock();
        }
    }

    private Optional<Tray> due() {
        long now = System.nanoTime();
        return full.stream().filter(tray -> closing || tray.notBefore - now <= 0).findFirst();
    }

    /** None when it closes and nothing is left. */
    private Optional<Tray> awaitDue() {
        Optional<Tray> due = due();
        while (due.isEmpty() && !(closing && full.isEmpty())) {
            try {
                var _ = changed.awaitNanos(nanosToNext());
            } catch (InterruptedException _) {
                LOG.debug("interrupted; only close() ends the keeper");
            }
            due = due();
        }
        return due;
    }

    private long nanosToNext() {
        long now = System.nanoTime();
        return full.stream().mapToLong(tray -> tray.notBefore - now).min().orElse(Long.MAX_VALUE);
    }

    private void write(Job job) {
        try {
            shelf.keep(job.run());
            done(() -> job.tray().wrote(job.run()));
            unlessWanted(job);
        } catch (RunShelf.Unkeepable e) {
            LOG.warn("A run can never be kept", e);
            done(job.tray()::giveUp);
        } catch (IllegalStateException e) {
            LOG.info("A run is kept anew from its start", e);
            keepAnew(job);
        } catch (RuntimeException | Error e) {
            tryAgain(job, e);
        }
    }

    private void keepAnew(Job job) {
        done(job.tray()::lost);
        job.tray().onLost.run();
    }

    /** What was deleted while it was being written is deleted again. */
    private void unlessWanted(Job job) {
        if (job.tray().isDiscarded()) {
            job.run().options().owner().ifPresent(owner -> shelf.delete(owner, job.run().id()));
        }
    }

    private void done(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void tryAgain(Job job, Throwable failure) {
        lock.lock();
        try {
            tell(job, failure);
            if (closing) {
                job.tray().wroteNothing();
            } else {
                job.tray().putBack(job.run());
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Of each run once, until it is kept after all; of the first one all that is known. */
    private void tell(Job job, Throwable failure) {
        boolean first = failing.isEmpty();
        if (!failing.add(job.tray())) {
            return;
        }
        if (first) {
            LOG.warn("A run cannot be kept now; it is tried again and again", failure);
        } else {
            LOG.warn("Nor can another run be kept now: {}", failure.toString());
        }
    }
}
