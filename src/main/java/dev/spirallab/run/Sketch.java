package dev.spirallab.run;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Moment;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A picture in the making: asks the model for some rows after the others, so that others may have
 * their turn in between.
 */
final class Sketch {
    private final Motif motif;
    private final Scene scene;
    private final Asked asked;
    private final Function<float[], Frame> end;
    private float[] answers = new float[0];
    private int done;

    /** What is asked: some rows at a time, for all of them may take much memory. */
    interface Asked {
        int rows();

        /** {@code [count, inputSize]} */
        Matrix rows(int first, int count);

        static Asked of(Matrix all) {
            return new Asked() {
                @Override
                public int rows() {
                    return all.rows();
                }

                @Override
                public Matrix rows(int first, int count) {
                    int width = all.columns();
                    int from = first * width;
                    return new Matrix(
                            count,
                            width,
                            Arrays.copyOfRange(all.values(), from, from + count * width));
                }
            };
        }
    }

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

    /**
     * @param end makes the picture of the answers {@code [rows, outputs]}
     */
    Sketch(Motif motif, Scene scene, Asked asked, Function<float[], Frame> end) {
        this.motif = motif;
        this.scene = scene;
        this.asked = asked;
        this.end = end;
    }

    Scene scene() {
        return scene;
    }

    Motif motif() {
        return motif;
    }

    void advance(Model model) {
        int count = Math.min(model.rowsAtOnce(), asked.rows() - done);
        float[] some = model.scores(asked.rows(done, count));
        int columns = some.length / count;
        if (done == 0) {
            answers = new float[asked.rows() * columns];
        }
        System.arraycopy(some, 0, answers, done * columns, some.length);
        done += count;
    }

    boolean isDone() {
        return done == asked.rows();
    }

    Frame frame() {
        return end.apply(answers);
    }
}
