package dev.spirallab.engine;

import dev.spirallab.spec.training.Regularization;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Settings to change while a run goes on; what is empty stays as it is.
 *
 * @param learningRate the base rate that the schedule scales; from the next step
 * @param batchSize examples a step, 0 is the full training part; from the next epoch
 * @param regularization from the next step
 * @param weightDecay from the next step
 */
public record Tuning(
        OptionalDouble learningRate,
        OptionalInt batchSize,
        Optional<Regularization> regularization,
        OptionalDouble weightDecay) {
    public static final Tuning NONE =
            new Tuning(
                    OptionalDouble.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalDouble.empty());

    public Tuning withLearningRate(double changed) {
        return new Tuning(OptionalDouble.of(changed), batchSize, regularization, weightDecay);
    }

    public Tuning withBatchSize(int changed) {
        return new Tuning(learningRate, OptionalInt.of(changed), regularization, weightDecay);
    }

    public Tuning withRegularization(Regularization changed) {
        return new Tuning(learningRate, batchSize, Optional.of(changed), weightDecay);
    }

    public Tuning withWeightDecay(double changed) {
        return new Tuning(learningRate, batchSize, regularization, OptionalDouble.of(changed));
    }
}
