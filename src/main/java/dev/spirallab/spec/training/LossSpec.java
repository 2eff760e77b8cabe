package dev.spirallab.spec.training;

import dev.spirallab.spec.Advanced;
import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Label;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.Size;
import java.util.List;
import java.util.Optional;

/**
 * What training makes small; a mean over the batch. Formulas, names and defaults are PyTorch's; z
 * are the model's outputs, K how many there are, t the target, one-hot where it is a class c.
 */
public sealed interface LossSpec {

    /**
     * {@code -log softmax(z)[c]}; takes the scores (logits) as they are.
     *
     * @param labelSmoothing e: the target is {@code (1 - e) t + e / K} (Szegedy et al. 2015)
     * @param weight one number a class: each class's part of the loss is so many times as large,
     *     and the mean is over the weights of the examples' classes
     */
    @Kind("crossEntropy")
    record CrossEntropy(
            @Default("0") @Range(min = 0, max = 1) @Measure(Quantity.PROBABILITY)
                    double labelSmoothing,
            @Size(min = 1, max = 1000)
                    @Range(min = 1e-6, max = 1e6)
                    @Label("classWeights")
                    @Measure(Quantity.AMOUNT)
                    @Advanced
                    Optional<List<Double>> weight)
            implements LossSpec {
        public CrossEntropy() {
            this(0, Optional.empty());
        }
    }

    /**
     * {@code -z[c]}; takes log-probabilities, which a log-softmax gives.
     *
     * @param weight as that of the cross-entropy
     */
    @Kind("nll")
    record Nll(
            @Size(min = 1, max = 1000)
                    @Range(min = 1e-6, max = 1e6)
                    @Label("classWeights")
                    @Measure(Quantity.AMOUNT)
                    @Advanced
                    Optional<List<Double>> weight)
            implements LossSpec {}

    /**
     * {@code -(t log s(z) + (1 - t) log(1 - s(z)))}, s the sigmoid; takes scores, one per class
     * bit.
     */
    @Kind("binaryCrossEntropy")
    record BinaryCrossEntropy() implements LossSpec {}

    /**
     * PyTorch's multi-margin loss: {@code sum over j != c of max(0, margin - z[c] + z[j])^p / K}
     * (Crammer and Singer 2001); for two classes and one output the hinge {@code max(0, margin - s
     * z)^p} of a support vector machine, s = 1 for class 1 and -1 for class 0.
     */
    @Kind("hinge")
    record Hinge(
            @Default("1") @Range(min = 1, max = 2) @Label("exponent") @Measure(Quantity.COUNT)
                    int p,
            @Default("1") @Range(min = 0, max = 1e6) @Measure(Quantity.AMOUNT) double margin)
            implements LossSpec {}

    /**
     * {@code sum of t (log t - z)}; takes log-probabilities, and distributions as targets (those of
     * a class are one-hot); the mean is PyTorch's {@code batchmean}.
     *
     * @param labelSmoothing e: the target of a class is {@code (1 - e) t + e / K}
     */
    @Kind("klDivergence")
    record KlDivergence(
            @Default("0") @Range(min = 0, max = 1) @Measure(Quantity.PROBABILITY)
                    double labelSmoothing)
            implements LossSpec {}

    /** {@code (z - t)^2}, mean over outputs too. */
    @Kind("mse")
    record Mse() implements LossSpec {}

    /** {@code sum over outputs of (z - t)^2 / 2}. */
    @Kind("halfSquaredError")
    record HalfSquaredError() implements LossSpec {}

    /** {@code |z - t|}, mean over outputs too. */
    @Kind("l1")
    record L1() implements LossSpec {}

    /**
     * {@code d^2 / (2 beta)} where {@code d = |z - t| < beta}, else {@code d - beta / 2}; mean over
     * outputs too (Girshick 2015).
     */
    @Kind("smoothL1")
    record SmoothL1(
            @Default("1") @Range(min = 0, max = 1e6) @Label("bend") @Measure(Quantity.LIMIT)
                    double beta)
            implements LossSpec {}

    /**
     * {@code d^2 / 2} where {@code d = |z - t| <= delta}, else {@code delta (d - delta / 2)}; mean
     * over outputs too (Huber 1964).
     */
    @Kind("huber")
    record Huber(
            @Default("1") @Range(min = 1e-9, max = 1e6) @Label("bend") @Measure(Quantity.LIMIT)
                    double delta)
            implements LossSpec {}
}
