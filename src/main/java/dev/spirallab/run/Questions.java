package dev.spirallab.run;

import dev.spirallab.dataset.Inputs;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.frame.Frame;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** A picture of a model's answers, of which it is asked some at a time. */
final class Questions implements Sketch.Making {
    private final Asked asked;
    private final Answering answering;
    private final Function<float[], Frame> end;
    private float[] answers = new float[0];
    private int done;

    /** What is asked: some rows at a time, for all of them may take much memory. */
    interface Asked {
        int rows();

        /** {@code [count, inputSize]} */
        Matrix rows(int first, int count);

        /** Chosen rows. */
        static Asked of(Inputs inputs, int... chosen) {
            return new Asked() {
                @Override
                public int rows() {
                    return chosen.length;
                }

                @Override
                public Matrix rows(int first, int count) {
                    return inputs.floats(Arrays.copyOfRange(chosen, first, first + count));
                }
            };
        }

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

    /** How a model answers. */
    @FunctionalInterface
    interface Answering {
        /**
         * @param inputs {@code [rows, inputSize]}
         * @return {@code [rows, columns]}
         */
        float[] of(Sketch.Model model, Matrix inputs);
    }

    /**
     * @param end makes the picture of the answers {@code [rows, columns]}
     */
    Questions(Asked asked, Answering answering, Function<float[], Frame> end) {
        this.asked = asked;
        this.answering = answering;
        this.end = end;
    }

    @Override
    public Optional<Frame> advance(Sketch.Model model) {
        int count = Math.min(model.rowsAtOnce(), asked.rows() - done);
        float[] some = answering.of(model, asked.rows(done, count));
        int columns = some.length / count;
        if (done == 0) {
            answers = new float[asked.rows() * columns];
        }
        System.arraycopy(some, 0, answers, done * columns, some.length);
        done += count;
        return done == asked.rows() ? Optional.of(end.apply(answers)) : Optional.empty();
    }
}
