package dev.spirallab.engine;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.Targets;
import dev.spirallab.validation.Head;
import dev.spirallab.validation.TensorShape;
import org.jspecify.annotations.Nullable;

/** Targets as rows of numbers, as the loss compares them with the model's output. */
record TargetRows(Head head) {

    Matrix of(Targets targets) {
        return switch (targets) {
            case Targets.Values(Matrix values) -> values;
            case Targets.Labels labels -> head == Head.SIGMOID ? single(labels) : oneHot(labels);
        };
    }

    private static Matrix single(Targets.Labels labels) {
        float[] values = new float[labels.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = labels.labels()[row];
        }
        return new Matrix(values.length, 1, values);
    }

    private static Matrix oneHot(Targets.Labels labels) {
        float[] values = new float[labels.rows() * labels.classes()];
        for (int row = 0; row < labels.rows(); row++) {
            values[row * labels.classes() + labels.labels()[row]] = 1;
        }
        return new Matrix(labels.rows(), labels.classes(), values);
    }

    /** How many numbers a person is shown for each row. */
    int scoreColumns(@Nullable TensorShape output) {
        if (output == null) {
            throw new IllegalArgumentException("the output has no shape");
        }
        return head == Head.SIGMOID ? 2 : output.width();
    }
}
