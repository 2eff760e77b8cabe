package dev.spirallab.spec.training;

import dev.spirallab.spec.Kind;

/** What training makes small; a mean over the batch. */
public sealed interface LossSpec {

    /** {@code -log softmax(z)[label]}; takes the scores (logits) as they are. */
    @Kind("crossEntropy")
    record CrossEntropy() implements LossSpec {}

    /** {@code (y - target)^2}, mean over outputs too. */
    @Kind("mse")
    record Mse() implements LossSpec {}

    /** {@code sum over outputs of (y - target)^2 / 2}. */
    @Kind("halfSquaredError")
    record HalfSquaredError() implements LossSpec {}

    /**
     * {@code -(t log s(z) + (1 - t) log(1 - s(z)))}, s the sigmoid; takes scores, one per class
     * bit.
     */
    @Kind("binaryCrossEntropy")
    record BinaryCrossEntropy() implements LossSpec {}
}
