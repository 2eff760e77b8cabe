package dev.spirallab.engine;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;

/**
 * What a model that has learnt a little says.
 *
 * @param inputs that it was asked, some of the examples
 * @param outputs of its last layer
 */
@SuppressWarnings("ArrayRecordComponent") // looked at once
public record Answers(Matrix inputs, float[] outputs, List<NodeTensor> tensors) {
    private static final int ROWS = 7;

    public static Answers of(Valid valid, Dataset data, int steps) {
        try (TorchTraining training = (TorchTraining) Lab.ENGINE.open(valid, data)) {
            Lab.train(training, steps);
            Matrix all = data.train().inputs();
            int rows = Math.min(ROWS, all.rows());
            float[] some = java.util.Arrays.copyOf(all.values(), rows * all.columns());
            Matrix asked = new Matrix(rows, all.columns(), some);
            return new Answers(asked, training.outputs(asked).getLast(), training.tensors());
        }
    }
}
