package dev.spirallab.engine;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the first steps of a training are like.
 *
 * @param start values of parameters and running statistics
 * @param batches the rows of the training part that each step used, epoch after epoch
 * @param losses of each batch before its step
 */
public record FirstSteps(List<NodeTensor> start, List<List<long[]>> batches, List<Double> losses) {

    public static FirstSteps of(Valid valid, Dataset data, int steps) {
        var spec = valid.experiment().training();
        int rows = data.train().rows();
        Batches batches = new Batches(rows, spec.batchSize(), spec.seed());
        List<List<long[]>> epochs = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        try (Training training = Lab.ENGINE.open(valid, data)) {
            List<NodeTensor> start = training.tensors();
            for (int step = 0; step < steps; step++) {
                if (batches.stepInEpoch() == 0) {
                    epochs.add(new ArrayList<>());
                }
                Plan plan = batches.next(1, Integer.MAX_VALUE);
                epochs.getLast().add(plan.rows().length > 0 ? plan.rows() : all(rows));
                losses.add(Lab.train(training, 1).lastLoss());
                if (batches.stepInEpoch() == 0 && spec.schedule().watched().isPresent()) {
                    training.judged(training.evaluate());
                }
            }
            return new FirstSteps(start, epochs, losses);
        }
    }

    private static long[] all(int rows) {
        long[] all = new long[rows];
        Arrays.setAll(all, row -> row);
        return all;
    }
}
