package dev.spirallab.run;

import dev.spirallab.frame.Frame;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.RunState;
import dev.spirallab.spec.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where a run hangs out what it tells, and viewers come to read. The training thread never waits
 * for a viewer: it replaces the newest state and boundaries and appends to the curves; nothing is
 * kept for a particular viewer.
 */
final class Board {
    private static final int POINTS_AT_ONCE = 2_000;

    /** Nobody reads more. */
    private static final int FIGURES_PER_SECOND = 4;

    private static final int UNITS_PER_SECOND = 5;
    private static final int WORST_PER_SECOND = 2;
    private static final int OWN_PER_SECOND = 8;
    private static final int OUTPUTS_PER_SECOND = 1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Set<LiveViewer> viewers = new HashSet<>();
    private final List<MetricPoint> points = new ArrayList<>();
    private final Map<Motif, Sheet> sheets = new HashMap<>();
    private Frame.@Nullable Points examples;
    private int shownExamples;
    private volatile Runnable wished = () -> {};
    private final int mostViewers;
    private RunStatus status;
    private int attempt;
    private long version = 1;
    private long aloneSince = System.nanoTime();

    /** The newest picture of a motif. */
    private static final class Sheet {
        private final Frame frame;
        private boolean taken;

        private Sheet(Frame frame) {
            this.frame = frame;
        }
    }

    Board(RunStatus first, int mostViewers) {
        this.status = first;
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
            Map<Motif, Integer> wants = new HashMap<>();
            for (LiveViewer viewer : viewers) {
                View view = viewer.view;
                if (view.boundary()) {
                    wants.merge(new Motif.Plane(view.grid()), view.framesPerSecond(), Math::max);
                }
                beside(view).forEach(motif -> wants.merge(motif, often(motif, view), Math::max));
            }
            return wants;
        } finally {
            lock.unlock();
        }
    }

    /** What a viewer wants beside the boundary. */
    private static List<Motif> beside(View view) {
        List<Motif> motifs = new ArrayList<>();
        if (view.figures()) {
            motifs.add(new Motif.Figures());
        }
        if (view.layers()) {
            motifs.add(new Motif.Layers());
        }
        if (view.units()) {
            motifs.add(new Motif.Units());
        }
        if (view.trail()) {
            motifs.add(new Motif.Trail());
        }
        view.past().ifPresent(step -> motifs.add(new Motif.Past(step, view.grid())));
        view.inquiries().forEach(inquiry -> motifs.add(new Motif.Asked(inquiry)));
        view.look().ifPresent(look -> motifs.add(new Motif.Inside(look)));
        return motifs;
    }

    private static int often(Motif motif, View view) {
        return switch (motif) {
            case Motif.Plane _, Motif.Past _ -> view.framesPerSecond();
            case Motif.Figures _, Motif.Layers _, Motif.Trail _, Motif.Inside _ ->
                    Math.min(FIGURES_PER_SECOND, view.framesPerSecond());
            case Motif.Units _ -> Math.min(UNITS_PER_SECOND, view.framesPerSecond());
            case Motif.Asked(Inquiry inquiry) -> Math.min(often(inquiry), view.framesPerSecond());
        };
    }

    private static int often(Inquiry inquiry) {
        return switch (inquiry) {
            case Inquiry.Worst _ -> WORST_PER_SECOND;
            case Inquiry.Own _ -> OWN_PER_SECOND;
            case Inquiry.Outputs _ -> OUTPUTS_PER_SECOND;
        };
    }

    /** Whether a viewer has seen the newest picture of the motif, or there is none. */
    boolean isTaken(Motif motif) {
        lock.lock();
        try {
            Sheet sheet = sheets.get(motif);
            return sheet == null || sheet.taken;
        } finally {
            lock.unlock();
        }
    }

    void show(Motif motif, Frame frame) {
        publish(() -> {
            sheets.keySet().removeIf(this::isForgotten);
            sheets.put(motif, new Sheet(frame));
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
            sheets.remove(motif);
        } finally {
            lock.unlock();
        }
    }

    void show(Frame.Points shown) {
        publish(() -> {
            examples = shown;
            shownExamples++;
        });
    }

    /** Shows the state, and the points of this attempt that are not on the board yet. */
    void show(RunStatus now, List<MetricPoint> all) {
        publish(() -> {
            if (now.at().attempt() != attempt) {
                attempt = now.at().attempt();
                points.clear();
            }
            points.addAll(all.subList(points.size(), all.size()));
            status = now;
        });
    }

    /** Nobody will look again. */
    void clear(RunStatus last) {
        publish(() -> {
            status = last;
            points.clear();
            sheets.clear();
            examples = null;
        });
    }

    RunStatus status() {
        lock.lock();
        try {
            return status.withViewers(viewers.size());
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
            int first = Math.clamp(from, 0, points.size());
            return new History(attempt, first, points.subList(first, points.size()));
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
        private Cursor cursor;
        private long seen;
        private @Nullable Sheet seenBoundary;
        private final Map<Motif, Sheet> seenBeside = new HashMap<>();
        private long nextFrom = System.nanoTime();
        private int seenExamples;
        private Optional<Problem> toldTrouble = Optional.empty();

        private LiveViewer(View view, Cursor cursor) {
            this.view = view;
            this.cursor = cursor;
        }

        @Override
        public void show(View changed) {
            publish(() -> {
                view = changed;
                seenBeside.keySet().retainAll(beside(changed));
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
                seen = version;
                List<Frame> frames = new ArrayList<>();
                frames.add(state());
                if (status.state() != RunState.CLOSED) {
                    addExamples(frames);
                    addPoints(frames);
                    addPictures(frames);
                    addTrouble(frames);
                }
                return frames;
            } finally {
                lock.unlock();
            }
        }

        private Frame state() {
            return new Frame.State(
                    status.at(),
                    status.state(),
                    status.reason(),
                    (float) status.stepsPerSecond(),
                    (float) status.pace(),
                    (float) status.learningRate(),
                    status.stepsPerEpoch(),
                    viewers.size(),
                    status.problem().map(problem -> problem.code()).orElse(""));
        }

        private void addExamples(List<Frame> frames) {
            if (examples != null && seenExamples < shownExamples) {
                seenExamples = shownExamples;
                frames.add(examples.at(status.at()));
            }
        }

        private void addPoints(List<Frame> frames) {
            if (cursor.attempt() != attempt || cursor.points() > points.size()) {
                cursor = new Cursor(attempt, 0);
            }
            int from = cursor.points();
            int to = Math.min(points.size(), from + POINTS_AT_ONCE);
            if (to > from) {
                frames.add(new Frame.Metrics(status.at(), from, points.subList(from, to)));
                cursor = new Cursor(attempt, to);
            }
            if (to < points.size()) {
                seen = 0;
            }
        }

        private void addPictures(List<Frame> frames) {
            Sheet boundary = view.boundary() ? boundary() : null;
            if (boundary != null && boundary != seenBoundary) {
                seenBoundary = boundary;
                take(boundary, frames);
            }
            List<Motif> beside = beside(view);
            seenBeside.keySet().retainAll(beside);
            for (Motif motif : beside) {
                Sheet sheet = sheets.get(motif);
                if (sheet != null
                        && isOfThisAttempt(sheet)
                        && seenBeside.put(motif, sheet) != sheet) {
                    take(sheet, frames);
                }
            }
        }

        private static void take(Sheet sheet, List<Frame> frames) {
            sheet.taken = true;
            frames.add(sheet.frame);
        }

        /** Of another resolution until there is one of that which is wanted. */
        private @Nullable Sheet boundary() {
            Sheet right = sheets.get(new Motif.Plane(view.grid()));
            return right != null && isOfThisAttempt(right)
                    ? right
                    : sheets.values().stream()
                            .filter(sheet -> sheet.frame instanceof Frame.Boundary)
                            .filter(this::isOfThisAttempt)
                            .findFirst()
                            .orElse(null);
        }

        private boolean isOfThisAttempt(Sheet sheet) {
            return sheet.frame.at().attempt() == attempt;
        }

        private void addTrouble(List<Frame> frames) {
            if (!status.problem().equals(toldTrouble)) {
                toldTrouble = status.problem();
                toldTrouble.ifPresent(p -> frames.add(new Frame.Trouble(status.at(), p)));
            }
        }
    }
}
