package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Moment;
import dev.spirallab.run.Sketch.Scene;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws boundaries for those who watch: as often as the most demanding viewer of a resolution asks
 * and the {@link Allowance} lets, once for all its viewers, and while the run goes on only when the
 * last was seen by somebody. Training waits while a boundary is being drawn, for it shows one
 * moment.
 */
final class Artist {
    private static final long SECOND = 1_000_000_000L;
    private final Board board;
    private final Optional<Drawing> drawing;
    private final Allowance allowance = new Allowance();
    private final Map<Integer, Drawn> drawn = new HashMap<>();
    private @Nullable Sketch sketch;
    private boolean stillWanted;
    private long begun;
    private long spent;

    /** What was drawn last of a resolution, and when the next is due. */
    private record Drawn(Scene scene, Frame.Boundary frame, long nextFrom) {}

    Artist(Board board, Dataset dataset) {
        this.board = board;
        this.drawing = dataset.plane().map(plane -> new Drawing(dataset, plane));
    }

    void showExamples(Moment at) {
        drawing.ifPresent(d -> board.show(d.points(at)));
    }

    /** The run spent time on other things than drawing, or rested though it was its turn. */
    void didOtherThings(long nanos) {
        allowance.didOtherThings(nanos);
    }

    /** Whether one standard boundary of the present scene is wanted at once, by no viewer. */
    void wantStill(boolean wanted) {
        stillWanted = wanted;
    }

    boolean lacksStill(Scene scene) {
        return stillWanted && drawing.isPresent() && isStale(View.STANDARD.grid(), scene);
    }

    /** It drew this already, before it was kept. */
    void hasDrawn(Frame.Boundary boundary, Scene scene) {
        drawn.put(boundary.width(), new Drawn(scene, boundary, begun));
    }

    /** A boundary of this very scene, the standard one if there are several. */
    Optional<Frame.Boundary> drawn(Scene scene) {
        return drawn.entrySet().stream()
                .filter(entry -> entry.getValue().scene().showsSameAs(scene))
                .min(
                        Comparator.comparingInt(
                                entry -> Math.abs(entry.getKey() - View.STANDARD.grid())))
                .map(entry -> entry.getValue().frame());
    }

    /** Whether a boundary of this scene is being drawn. */
    boolean isDrawing(Scene scene) {
        return sketch != null && sketch.scene().showsSameAs(scene);
    }

    /**
     * When there is something to draw; {@link Long#MAX_VALUE} nanoseconds off if nobody wants a
     * boundary.
     */
    long nanosToNext(Scene scene, long now) {
        if (isDrawing(scene) || lacksStill(scene)) {
            return 0;
        }
        long affordable = scene.running() ? allowance.nanosToNext(now) : 0;
        return wanting(scene)
                .mapToLong(grid -> Math.max(affordable, dueIn(grid, now)))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Draws a piece of what is due, if anything is. */
    void draw(Scene scene, Sketch.Model model) {
        long now = System.nanoTime();
        if (!isDrawing(scene)) {
            sketch = nanosToNext(scene, now) > 0 ? null : begin(scene, now);
        }
        if (sketch != null) {
            sketch.advance(model);
            spent += System.nanoTime() - now;
            if (sketch.isDone()) {
                finish(sketch);
            }
        }
    }

    private @Nullable Sketch begin(Scene scene, long now) {
        begun = now;
        spent = 0;
        Optional<Integer> grid =
                lacksStill(scene)
                        ? Optional.of(View.STANDARD.grid())
                        : wanting(scene).min(Comparator.comparingLong(g -> dueIn(g, now)));
        return grid.flatMap(g -> drawing.map(d -> new Sketch(d, scene, g))).orElse(null);
    }

    private void finish(Sketch done) {
        sketch = null;
        Frame.Boundary frame = done.frame();
        board.show(frame);
        drawn.put(done.resolution(), new Drawn(done.scene(), frame, next(done.resolution())));
        allowance.drew(spent, begun);
    }

    /** Keeps to the beat where it can, so that lateness does not add up. */
    private long next(int grid) {
        long interval = SECOND / wanted().getOrDefault(grid, 1);
        Drawn last = drawn.get(grid);
        return last == null ? begun + interval : Math.max(last.nextFrom + interval, begun);
    }

    private Map<Integer, Integer> wanted() {
        return drawing.isPresent() ? board.wantedGrids() : Map.of();
    }

    /** The resolutions of which a new boundary is wanted, now or soon. */
    private Stream<Integer> wanting(Scene scene) {
        return wanted().keySet().stream()
                .filter(grid -> isStale(grid, scene))
                .filter(grid -> !scene.running() || board.isTaken(grid));
    }

    private long dueIn(int grid, long now) {
        Drawn last = drawn.get(grid);
        return last == null ? 0 : Math.max(0, last.nextFrom - now);
    }

    private boolean isStale(int grid, Scene scene) {
        Drawn last = drawn.get(grid);
        return last == null || !last.scene.showsSameAs(scene);
    }
}
