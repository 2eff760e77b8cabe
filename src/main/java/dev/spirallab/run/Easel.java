package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Moment;
import dev.spirallab.run.Sketch.Scene;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a run's pictures are made, once there are examples. Belongs to the training thread. */
final class Easel {
    private final Board board;
    private final boolean fixed;
    private final Trail trail;
    private @Nullable Dataset dataset;
    private @Nullable Artist artist;

    /**
     * @param fixed whether the run never changes: then one picture is enough
     */
    Easel(Board board, Trail trail, boolean fixed) {
        this.board = board;
        this.trail = trail;
        this.fixed = fixed;
    }

    /** The examples; fetched and shown the first time. */
    Dataset examples(Supplier<Dataset> source) {
        Dataset present = dataset;
        return present == null ? change(source.get(), new Moment(0, 0, 0)) : present;
    }

    /** Other examples take the place of those that there are, if there are any. */
    Dataset change(Dataset made, Moment at) {
        dataset = made;
        artist = new Artist(board, trail, made);
        artist.showExamples(at);
        return made;
    }

    /** Nobody will look again. */
    void clear() {
        dataset = null;
        artist = null;
    }

    void didOtherThings(long nanos) {
        if (artist != null) {
            artist.didOtherThings(nanos);
        }
    }

    void wantStill(boolean wanted) {
        if (artist != null) {
            artist.wantStill(wanted);
        }
    }

    boolean lacksStill(Scene scene) {
        return artist != null && artist.lacksStill(scene);
    }

    /** It was drawn before the run was kept. */
    void hasDrawn(Frame.Boundary boundary, Scene scene) {
        if (artist != null && boundary.at().equals(scene.at())) {
            artist.hasDrawn(boundary, scene);
        }
    }

    /** A boundary of this very scene. */
    Optional<Frame.Boundary> drawn(Scene scene) {
        return artist == null ? Optional.empty() : artist.drawn(scene);
    }

    boolean isDrawing(Scene scene) {
        return artist != null && artist.isDrawing(scene);
    }

    /** {@link Long#MAX_VALUE} if nothing is due. */
    long nanosToNext(Scene scene, long now) {
        return artist == null || isDone(scene) ? Long.MAX_VALUE : artist.nanosToNext(scene, now);
    }

    /** Draws what is due, until it is done or something else is. */
    void draw(Scene scene, Sketch.Model model, long end, BooleanSupplier disturbed) {
        if (artist != null && !isDone(scene)) {
            do {
                artist.draw(scene, model);
            } while (artist.isDrawing(scene)
                    && !disturbed.getAsBoolean()
                    && System.nanoTime() < end);
        }
    }

    private boolean isDone(Scene scene) {
        return fixed
                && drawn(scene).isPresent()
                && board.wanted().keySet().stream().allMatch(Motif.Plane.class::isInstance);
    }
}
