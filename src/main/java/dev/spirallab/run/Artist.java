package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.frame.Moment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Draws boundaries for those who watch: as often as the most demanding viewer of a resolution asks,
 * once for all its viewers, and while the run goes on only when the last was seen by somebody.
 */
final class Artist {
    private static final long SECOND = 1_000_000_000L;
    private final Board board;
    private final Optional<Drawing> drawing;
    private final Map<Integer, Drawn> drawn = new HashMap<>();

    /** What was drawn last, and when the next is due. */
    private record Drawn(int attempt, long modelVersion, long nextFrom) {}

    Artist(Board board, Dataset dataset) {
        this.board = board;
        this.drawing = dataset.plane().map(plane -> new Drawing(dataset, plane));
    }

    void showExamples(Moment at) {
        drawing.ifPresent(d -> board.show(d.points(at)));
    }

    /**
     * When the next boundary is due, if one is wanted; {@link Long#MAX_VALUE} nanoseconds off if
     * not.
     */
    long nanosToNext(Moment at, long modelVersion, boolean running, long now) {
        long least = Long.MAX_VALUE;
        for (int grid : wanted().keySet()) {
            if (isStale(grid, at, modelVersion) && !(running && !board.isTaken(grid))) {
                least = Math.min(least, Math.max(0, dueIn(grid, now)));
            }
        }
        return least;
    }

    /** Draws what is due. */
    void draw(Moment at, long modelVersion, boolean running, Function<Matrix, float[]> scores) {
        Map<Integer, Integer> wanted = wanted();
        drawn.keySet().retainAll(wanted.keySet());
        wanted.forEach((grid, framesPerSecond) -> {
            long now = System.nanoTime();
            boolean awaited = !running || board.isTaken(grid);
            if (awaited && isStale(grid, at, modelVersion) && dueIn(grid, now) <= 0) {
                drawing.ifPresent(d -> board.show(d.boundary(grid, at, scores)));
                drawn.put(
                        grid,
                        new Drawn(at.attempt(), modelVersion, next(grid, framesPerSecond, now)));
            }
        });
    }

    private Map<Integer, Integer> wanted() {
        return drawing.isPresent() ? board.wantedGrids() : Map.of();
    }

    private boolean isStale(int grid, Moment at, long modelVersion) {
        Drawn last = drawn.get(grid);
        return last == null || last.attempt != at.attempt() || last.modelVersion != modelVersion;
    }

    private long dueIn(int grid, long now) {
        Drawn last = drawn.get(grid);
        return last == null ? 0 : last.nextFrom - now;
    }

    /** Keeps to the beat where it can, so that lateness does not add up. */
    private long next(int grid, int framesPerSecond, long now) {
        Drawn last = drawn.get(grid);
        long interval = SECOND / framesPerSecond;
        return last == null ? now + interval : Math.max(last.nextFrom + interval, now);
    }
}
