package dev.spirallab.run;

import dev.spirallab.engine.LargeStack;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares a few threads fairly among many jobs: whoever has used the least processor time goes next.
 * Jobs that take slices of one length therefore take turns, and one whose slice was long waits
 * longer. A job that comes back after a rest starts level with the others; it gains nothing by
 * resting.
 *
 * <p>A job runs on one thread at a time.
 */
final class Scheduler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Slot> ready =
            new PriorityQueue<>(
                    Comparator.<Slot>comparingLong(slot -> slot.used)
                            .thenComparingLong(slot -> slot.turn));
    private final PriorityQueue<Slot> resting =
            new PriorityQueue<>(Comparator.<Slot>comparingLong(slot -> slot.wakeAt));
    private final List<Thread> threads = new ArrayList<>();
    private long floor;
    private long turns;
    private boolean closed;

    /** Something done slice by slice. */
    interface Job {
        /**
         * Works for a short while and says when to be called again.
         *
         * @param waiting how many other jobs wait for their turn
         */
        Next slice(int waiting);
    }

    /** When a job wants its next slice. A wake-up in between is never lost. */
    sealed interface Next {
        record Again() implements Next {}

        /**
         * @param nanoTime by {@link System#nanoTime}
         */
        record At(long nanoTime) implements Next {}

        record WhenWoken() implements Next {}
    }

    private enum Place {
        IDLE,
        READY,
        RUNNING,
        RESTING
    }

    /** A job's place among the others. */
    final class Slot {
        private final Job job;
        private Place place = Place.IDLE;
        private boolean wokenMeanwhile;
        private long used;
        private long turn;
        private long wakeAt;
        private int waiting;

        private Slot(Job job) {
            this.job = job;
        }

        /** The job wants a slice soon. */
        void wake() {
            lock.lock();
            try {
                switch (place) {
                    case IDLE -> makeReady(this);
                    case RESTING -> {
                        resting.remove(this);
                        makeReady(this);
                    }
                    case RUNNING -> wokenMeanwhile = true;
                    case READY -> {}
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** Starts {@code count} threads; none only in tests, which call {@link #workOnce}. */
    Scheduler(int count) {
        for (int i = 0; i < count; i++) {
            threads.add(LargeStack.thread("training-" + i, this::work));
        }
        threads.forEach(Thread::start);
    }

    Slot add(Job job) {
        return new Slot(job);
    }

    /** No further slices; waits for those that are being worked on. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        threads.forEach(Scheduler::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        Slot slot = take();
        while (slot != null) {
            workOn(slot);
            slot = take();
        }
    }

    private void workOn(Slot slot) {
        long begin = usedByThisThread();
        Next next = sliceOf(slot);
        putBack(slot, next, usedByThisThread() - begin);
    }

    /** Processor time, so that a job pays nothing for being interrupted by other programs. */
    private static long usedByThisThread() {
        return THREADS.isCurrentThreadCpuTimeSupported()
                ? THREADS.getCurrentThreadCpuTime()
                : System.nanoTime();
    }

    /** A job that breaks rests until it is woken; the thread lives on for the others. */
    private static Next sliceOf(Slot slot) {
        try {
            return slot.job.slice(slot.waiting);
        } catch (RuntimeException | Error e) {
            LOG.error("A job broke", e);
            return new Next.WhenWoken();
        }
    }

    /** The next job that is ready; waits for one, null when closed. */
    private @Nullable Slot take() {
        lock.lock();
        try {
            while (!closed) {
                Slot slot = poll();
                if (slot != null) {
                    return slot;
                }
                await();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the caller looks again
    private void await() {
        try {
            Slot first = resting.peek();
            if (first == null) {
                changed.await();
            } else {
                changed.awaitNanos(first.wakeAt - System.nanoTime());
            }
        } catch (InterruptedException _) {
            LOG.debug("interrupted; only close() ends a training thread");
        }
    }

    private @Nullable Slot poll() {
        wakeRested();
        Slot slot = ready.poll();
        if (slot != null) {
            slot.place = Place.RUNNING;
            slot.waiting = ready.size();
            floor = Math.max(floor, slot.used);
        }
        return slot;
    }

    private void wakeRested() {
        long now = System.nanoTime();
        while (!resting.isEmpty() && resting.peek().wakeAt - now <= 0) {
            makeReady(resting.poll());
        }
    }

    private void makeReady(Slot slot) {
        slot.used = Math.max(slot.used, floor);
        queue(slot);
    }

    private void queue(Slot slot) {
        slot.place = Place.READY;
        slot.turn = turns++;
        ready.add(slot);
        changed.signal();
    }

    private void putBack(Slot slot, Next next, long nanos) {
        lock.lock();
        try {
            slot.used += nanos;
            boolean woken = slot.wokenMeanwhile;
            slot.wokenMeanwhile = false;
            place(slot, woken ? new Next.Again() : next);
        } finally {
            lock.unlock();
        }
    }

    private void place(Slot slot, Next next) {
        switch (next) {
            case Next.Again _ -> queue(slot);
            case Next.At(long nanoTime) -> {
                slot.wakeAt = nanoTime;
                slot.place = Place.RESTING;
                resting.add(slot);
                changed.signal();
            }
            case Next.WhenWoken _ -> slot.place = Place.IDLE;
        }
    }

    /**
     * Does one slice of the job that is next, said to have taken so many nanoseconds; for tests.
     */
    boolean workOnce(LongSupplier nanos) {
        Slot slot = pollNow();
        if (slot != null) {
            Next next = sliceOf(slot);
            putBack(slot, next, nanos.getAsLong());
        }
        return slot != null;
    }

    private @Nullable Slot pollNow() {
        lock.lock();
        try {
            return poll();
        } finally {
            lock.unlock();
        }
    }
}
