package dev.spirallab.engine;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.engine.TorchModule.Argument;
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

    /** So many stretches of rows stand for all of them. */
    private static final int STRETCHES = 16;

    private final TorchModule module;
    private final Argument parameters;
    private final Argument statistics;
    private final boolean classes;
    private final int inputSize;
    private final int scoreColumns;
    private final int rowsAtOnce;

    /**
     * @param inputSize columns of the inputs
     * @param scoreColumns columns of {@link #scores}
     */
    Judge(Model model, Valid valid, Task task, int inputSize, int scoreColumns) {
        this.module = model.module();
        this.parameters = model.parameters();
        this.statistics = model.buffers();
        this.classes = task instanceof Task.Classification;
        this.inputSize = inputSize;
        this.scoreColumns = scoreColumns;
        long numbers = valid.shapes().values().stream().mapToLong(TensorShape::size).sum();
        long rows = Math.min(NUMBERS_AT_ONCE / numbers, valid.budget().rowsPerCall());
        this.rowsAtOnce = Math.clamp(rows, 1, MOST_ROWS);
    }

    private Judge(Judge like, Learnt learnt) {
        this.module = like.module;
        this.parameters = numbers(learnt.parameters(), like.parameters);
        this.statistics = numbers(learnt.statistics(), like.statistics);
        this.classes = like.classes;
        this.inputSize = like.inputSize;
        this.scoreColumns = like.scoreColumns;
        this.rowsAtOnce = like.rowsAtOnce;
    }

    private static Argument numbers(float[] values, Argument none) {
        return values.length == 0 ? none : new Floats(values, 0, values.length);
    }

    /** Asks the same model with other numbers. */
    Judge with(Learnt learnt) {
        return new Judge(this, learnt);
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

    /** Mean over so many rows, evenly taken: all of them, or some stretches. */
    double loss(Examples part, int rows) {
        if (rows >= part.rows()) {
            Tally whole = tally(part);
            while (!whole.done()) {
                whole.advance();
            }
            return whole.score().loss();
        }
        int stretches = Math.min(STRETCHES, rows);
        double loss = 0;
        double weight = 0;
        for (int i = 0; i < stretches; i++) {
            int count = share(rows, i, stretches);
            float[] sums = sums(part, (int) ((long) part.rows() * i / stretches), count);
            loss += sums[0];
            weight += sums[2];
        }
        return loss / weight;
    }

    private static int share(int of, int part, int parts) {
        return (int) ((long) of * (part + 1) / parts - (long) of * part / parts);
    }

    private float[] sums(Examples part, int first, int count) {
        return module.run(
                "evaluate",
                module::floats,
                part.inputs(),
                part.targets(),
                parameters,
                statistics,
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
                    module.run(
                            "scores",
                            module::floats,
                            floats(inputs, first, count),
                            parameters,
                            statistics);
            System.arraycopy(some, 0, all, first * scoreColumns, some.length);
        }
        return all;
    }

    private static Floats floats(Matrix inputs, int first, int count) {
        return new Floats(inputs.values(), first * inputs.columns(), count, inputs.columns());
    }
}
