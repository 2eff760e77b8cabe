package dev.spirallab.run;

import dev.spirallab.frame.Frame;
import dev.spirallab.frame.MetricPoint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where a run hangs out what it tells, and viewers come to read. The training thread never waits
 * for a viewer: it replaces the newest state and boundaries and appends to the curves; nothing is
 * kept for a particular viewer.
 */
final class Board {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Set<LiveViewer> viewers = new HashSet<>();
    private final Notices notices;
    private volatile Runnable wished = () -> {};
    private final int mostViewers;
    private long version = 1;
    private long aloneSince = System.nanoTime();

    Board(RunStatus first, int mostViewers) {
        this.notices = new Notices(first);
        this.mostViewers = mostViewers;
    }

    /** Calls {@code listener} when a viewer came, went or wants to see something else. */
    void onWish(Runnable listener) {
        wished = listener;
    }

    int viewers() {
        return status().viewers();
    }

    /** What viewers want drawn, and how often a second. */
    Map<Motif, Integer> wanted() {
        lock.lock();
        try {
            return Interests.of(viewers.stream().map(viewer -> viewer.view));
        } finally {
            lock.unlock();
        }
    }

    /** Whether a viewer has seen the newest picture of the motif, or there is none. */
    boolean isTaken(Motif motif) {
        lock.lock();
        try {
            return notices.isTaken(motif);
        } finally {
            lock.unlock();
        }
    }

    void show(Motif motif, Frame frame) {
        publish(() -> {
            notices.shown().stream().filter(this::isForgotten).forEach(notices::forget);
            notices.show(motif, frame);
        });
    }

    /** Whether it is one of many moments or looks into layers, and nobody's any more. */
    boolean isForgotten(Motif motif) {
        return switch (motif) {
            case Motif.Past _, Motif.Inside _ -> !wanted().containsKey(motif);
            case Motif.Plane _,
                    Motif.Figures _,
                    Motif.Layers _,
                    Motif.Trail _,
                    Motif.Units _,
                    Motif.Asked _ ->
                    false;
        };
    }

    /** Nobody wants this any more. */
    void forget(Motif motif) {
        lock.lock();
        try {
            notices.forget(motif);
        } finally {
            lock.unlock();
        }
    }

    void show(Frame.Points shown) {
        publish(() -> notices.show(shown));
    }

    /** Shows the state, and the points of this attempt that are not on the board yet. */
    void show(RunStatus now, List<MetricPoint> all) {
        publish(() -> notices.show(now, all));
    }

    /** Nobody will look again. */
    void clear(RunStatus last) {
        publish(() -> notices.clear(last));
    }

    RunStatus status() {
        lock.lock();
        try {
            return notices.status().withViewers(viewers.size());
        } finally {
            lock.unlock();
        }
    }

    /** For how long nobody has watched. */
    long nanosAlone(long now) {
        lock.lock();
        try {
            return viewers.isEmpty() ? now - aloneSince : 0;
        } finally {
            lock.unlock();
        }
    }

    /** The points from place {@code from} on; whoever asks has watched until now. */
    History history(int from) {
        lock.lock();
        try {
            aloneSince = System.nanoTime();
            return notices.history(from);
        } finally {
            lock.unlock();
        }
    }

    Viewer watch(View view, Cursor cursor) {
        LiveViewer viewer = new LiveViewer(view, cursor);
        publish(() -> {
            if (viewers.size() >= mostViewers) {
                throw new TooManyViewers(mostViewers);
            }
            viewers.add(viewer);
        });
        wished.run();
        return viewer;
    }

    private void publish(Runnable change) {
        lock.lock();
        try {
            change.run();
            version++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void leave(LiveViewer viewer) {
        publish(() -> {
            viewers.remove(viewer);
            aloneSince = System.nanoTime();
        });
        wished.run();
    }

    private final class LiveViewer implements Viewer {
        private static final long HEARTBEAT = TimeUnit.SECONDS.toNanos(10);
        private volatile View view;
        private final Reader reader;
        private long seen;
        private long nextFrom = System.nanoTime();

        private LiveViewer(View view, Cursor cursor) {
            this.view = view;
            this.reader = new Reader(notices, cursor);
        }

        @Override
        public void show(View changed) {
            publish(() -> {
                view = changed;
                reader.turnTo(changed);
            });
            wished.run();
        }

        @Override
        public List<Frame> next() throws InterruptedException {
            waitForNews();
            TimeUnit.NANOSECONDS.sleep(nextFrom - System.nanoTime());
            long interval = 1_000_000_000L / view.framesPerSecond();
            nextFrom = Math.max(nextFrom + interval, System.nanoTime());
            return collect();
        }

        @Override
        public void close() {
            leave(this);
        }

        private void waitForNews() throws InterruptedException {
            lock.lock();
            try {
                long left = HEARTBEAT;
                while (seen == version && left > 0) {
                    left = news.awaitNanos(left);
                }
            } finally {
                lock.unlock();
            }
        }

        private List<Frame> collect() {
            lock.lock();
            try {
                List<Frame> frames = reader.news(view, viewers.size());
                seen = reader.isBehind() ? 0 : version;
                return frames;
            } finally {
                lock.unlock();
            }
        }
    }
}
