package dev.spirallab.engine;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.engine.TorchModule.Floats;
import dev.spirallab.engine.TorchModule.Whole;
import dev.spirallab.spec.data.Task;
import dev.spirallab.validation.TensorShape;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Optional;

/** Asks a model for its answers, in calls that are short; changes nothing. */
final class Judge {
    /** Numbers that all layers' outputs may have at once: 32 MiB. */
    private static final long NUMBERS_AT_ONCE = 1L << 23;

    private static final int MOST_ROWS = 8192;

    private final Model model;
    private final boolean classes;
    private final int inputSize;
    private final int scoreColumns;
    private final int rowsAtOnce;

    /**
     * @param inputSize columns of the inputs
     * @param scoreColumns columns of {@link #scores}
     */
    Judge(Model model, Valid valid, Task task, int inputSize, int scoreColumns) {
        this.model = model;
        this.classes = task instanceof Task.Classification;
        this.inputSize = inputSize;
        this.scoreColumns = scoreColumns;
        long numbers = valid.shapes().values().stream().mapToLong(TensorShape::size).sum();
        long rows = Math.min(NUMBERS_AT_ONCE / numbers, valid.budget().rowsPerCall());
        this.rowsAtOnce = Math.clamp(rows, 1, MOST_ROWS);
    }

    int rowsAtOnce() {
        return rowsAtOnce;
    }

    int scoreColumns() {
        return scoreColumns;
    }

    Tally tally(Examples part) {
        return new Tally(part);
    }

    /** Does a piece of the work on two parts. */
    static Optional<Evaluation> advance(Tally trained, Tally tested) {
        (trained.done() ? tested : trained).advance();
        return trained.done() && tested.done()
                ? Optional.of(new Evaluation(trained.score(), tested.score()))
                : Optional.empty();
    }

    /** How far the evaluation of a part has come. */
    final class Tally {
        private final Examples part;
        private double loss;
        private double correct;
        private double weight;
        private int rows;

        private Tally(Examples part) {
            this.part = part;
        }

        private boolean done() {
            return rows == part.rows();
        }

        private void advance() {
            int count = Math.min(rowsAtOnce, part.rows() - rows);
            if (count > 0) {
                float[] sums = sums(part, rows, count);
                loss += sums[0];
                correct += sums[1];
                weight += sums[2];
                rows += count;
            }
        }

        private Score score() {
            if (rows == 0) {
                return Score.NONE;
            }
            return new Score(loss / weight, classes ? correct / rows : Double.NaN);
        }
    }

    private float[] sums(Examples part, int first, int count) {
        return model.module()
                .run(
                        "evaluate",
                        model.module()::floats,
                        part.inputs(),
                        part.targets(),
                        model.parameters(),
                        model.buffers(),
                        new Whole(first),
                        new Whole(count));
    }

    /** See {@link Training#scores}. */
    float[] scores(Matrix inputs) {
        if (inputs.columns() != inputSize) {
            throw new IllegalArgumentException("the model takes " + inputSize + " columns");
        }
        float[] all = new float[inputs.rows() * scoreColumns];
        for (int first = 0; first < inputs.rows(); first += rowsAtOnce) {
            int count = Math.min(rowsAtOnce, inputs.rows() - first);
            float[] some =
                    model.module()
                            .run(
                                    "scores",
                                    model.module()::floats,
                                    floats(inputs, first, count),
                                    model.parameters(),
                                    model.buffers());
            System.arraycopy(some, 0, all, first * scoreColumns, some.length);
        }
        return all;
    }

    private static Floats floats(Matrix inputs, int first, int count) {
        return new Floats(inputs.values(), first * inputs.columns(), count, inputs.columns());
    }
}
