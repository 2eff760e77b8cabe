package dev.spirallab.spec.training;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/** How gradients move the parameters. Formulas, names and defaults are PyTorch's. */
public sealed interface OptimizerSpec {
    double learningRate();

    double weightDecay();

    @Kind("sgd")
    record Sgd(
            @Default("0.01") @Range(min = 0, max = 1000) @Measure(Quantity.RATE)
                    double learningRate,
            @Default("0") @Range(min = 0, max = 1) @Measure(Quantity.MOMENTUM) double momentum,
            @Default("false") boolean nesterov,
            @Default("0") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) double weightDecay)
            implements OptimizerSpec {}

    /** Kingma and Ba 2014; the decay is added to the gradient. */
    @Kind("adam")
    record Adam(
            @Default("0.001") @Range(min = 0, max = 1000) @Measure(Quantity.RATE)
                    double learningRate,
            @Default("0.9") @Range(min = 0, max = 0.999999) @Measure(Quantity.MEMORY) double beta1,
            @Default("0.999") @Range(min = 0, max = 0.999999999) @Measure(Quantity.MEMORY)
                    double beta2,
            @Default("1e-8") @Range(min = 0, max = 1) @Measure(Quantity.TINY) double eps,
            @Default("0") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) double weightDecay)
            implements OptimizerSpec {}

    /** Loshchilov and Hutter 2017; the decay is applied to the weights apart from the gradient. */
    @Kind("adamW")
    record AdamW(
            @Default("0.001") @Range(min = 0, max = 1000) @Measure(Quantity.RATE)
                    double learningRate,
            @Default("0.9") @Range(min = 0, max = 0.999999) @Measure(Quantity.MEMORY) double beta1,
            @Default("0.999") @Range(min = 0, max = 0.999999999) @Measure(Quantity.MEMORY)
                    double beta2,
            @Default("1e-8") @Range(min = 0, max = 1) @Measure(Quantity.TINY) double eps,
            @Default("0.01") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) double weightDecay)
            implements OptimizerSpec {}

    @Kind("rmsprop")
    record RmsProp(
            @Default("0.01") @Range(min = 0, max = 1000) @Measure(Quantity.RATE)
                    double learningRate,
            @Default("0.99") @Range(min = 0, max = 0.999999) @Measure(Quantity.MEMORY) double alpha,
            @Default("1e-8") @Range(min = 0, max = 1) @Measure(Quantity.TINY) double eps,
            @Default("0") @Range(min = 0, max = 1) @Measure(Quantity.MOMENTUM) double momentum,
            @Default("0") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) double weightDecay)
            implements OptimizerSpec {}

    /** Duchi et al. 2011. */
    @Kind("adagrad")
    record Adagrad(
            @Default("0.01") @Range(min = 0, max = 1000) @Measure(Quantity.RATE)
                    double learningRate,
            @Default("0") @Range(min = 0, max = 1) @Measure(Quantity.DECAY)
                    double learningRateDecay,
            @Default("0") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) double weightDecay,
            @Default("0") @Range(min = 0, max = 1000) @Measure(Quantity.AMOUNT)
                    double initialAccumulatorValue,
            @Default("1e-10") @Range(min = 0, max = 1) @Measure(Quantity.TINY) double eps)
            implements OptimizerSpec {}
}
