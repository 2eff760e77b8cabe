package dev.spirallab.spec.training;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import java.util.Optional;

/**
 * How the model learns.
 *
 * @param batchSize examples a step; 0, or more than there are, is the full training part. The last
 *     batch of an epoch may be smaller.
 * @param epochs passes over the training part; {@link #DEFAULT_EPOCHS} where neither this nor steps
 *     is given
 * @param steps optimiser steps, instead of epochs
 * @param seed of initial values, shuffles and dropout
 */
public record TrainingSpec(
        LossSpec loss,
        OptimizerSpec optimizer,
        @Default("{\"kind\": \"constant\"}") ScheduleSpec schedule,
        Optional<Warmup> warmup,
        @Default("{}") Regularization regularization,
        Optional<GradientClipping> gradientClipping,
        @Default("32") @Range(min = 0, max = 1_000_000) @Measure(Quantity.EXAMPLES) int batchSize,
        @Range(min = 1, max = 10_000_000) @Measure(Quantity.EPOCHS) Optional<Integer> epochs,
        @Range(min = 1, max = 100_000_000) @Measure(Quantity.STEPS) Optional<Integer> steps,
        @Default("42") @Range(min = -Range.EXACT, max = Range.EXACT) @Measure(Quantity.SEED)
                long seed,
        Optional<EarlyStopping> earlyStopping,
        Optional<Target> target) {

    public static final int DEFAULT_EPOCHS = 100;

    /** How many examples a full batch has when {@code examples} are learnt from. */
    public int effectiveBatchSize(int examples) {
        return batchSize == 0 ? examples : Math.min(batchSize, examples);
    }

    /** How many steps go through all examples once. */
    public int stepsPerEpoch(int examples) {
        int learnt = Math.max(1, examples);
        return Math.ceilDiv(learnt, effectiveBatchSize(learnt));
    }

    /** How many epochs are asked for; the last may be begun only. */
    public int plannedEpochs(int examples) {
        return epochs.or(() -> steps.map(s -> Math.ceilDiv(s, stepsPerEpoch(examples))))
                .orElse(DEFAULT_EPOCHS);
    }

    /** How many steps are asked for. */
    public long plannedSteps(int examples) {
        return steps.map(Integer::longValue)
                .orElseGet(() -> (long) plannedEpochs(examples) * stepsPerEpoch(examples));
    }

    public TrainingSpec withSeed(long changed) {
        return new TrainingSpec(
                loss,
                optimizer,
                schedule,
                warmup,
                regularization,
                gradientClipping,
                batchSize,
                epochs,
                steps,
                changed,
                earlyStopping,
                target);
    }
}
