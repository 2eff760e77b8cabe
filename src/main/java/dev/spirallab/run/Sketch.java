package dev.spirallab.run;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Moment;
import java.util.Arrays;

/**
 * A boundary in the making: asks the model for one part of the grid after another, so that others
 * may have their turn in between.
 */
final class Sketch {
    private final Drawing drawing;
    private final Scene scene;
    private final int resolution;
    private final Matrix grid;
    private float[] answers = new float[0];
    private int done;

    /** What answers. */
    interface Model {
        /**
         * @param inputs {@code [rows, inputSize]}
         * @return {@code [rows, outputs]}
         */
        float[] scores(Matrix inputs);

        /** For how many rows that takes no long time. */
        int rowsAtOnce();
    }

    /**
     * What there is to be drawn.
     *
     * @param modelVersion another number when the model may answer otherwise
     * @param running whether the model is being trained, and not only looked at
     */
    record Scene(Moment at, long modelVersion, boolean running) {
        boolean showsSameAs(Scene other) {
            return at.attempt() == other.at.attempt() && modelVersion == other.modelVersion;
        }
    }

    Sketch(Drawing drawing, Scene scene, int resolution) {
        this.drawing = drawing;
        this.scene = scene;
        this.resolution = resolution;
        this.grid = drawing.grid(resolution);
    }

    Scene scene() {
        return scene;
    }

    int resolution() {
        return resolution;
    }

    void advance(Model model) {
        int count = Math.min(model.rowsAtOnce(), grid.rows() - done);
        float[] some = model.scores(rows(done, count));
        int columns = some.length / count;
        if (done == 0) {
            answers = new float[grid.rows() * columns];
        }
        System.arraycopy(some, 0, answers, done * columns, some.length);
        done += count;
    }

    boolean isDone() {
        return done == grid.rows();
    }

    Frame.Boundary frame() {
        return drawing.boundary(resolution, scene.at(), answers);
    }

    private Matrix rows(int first, int count) {
        int width = grid.columns();
        return new Matrix(
                count,
                width,
                Arrays.copyOfRange(grid.values(), first * width, (first + count) * width));
    }
}
