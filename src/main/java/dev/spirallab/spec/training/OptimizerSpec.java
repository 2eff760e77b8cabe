package dev.spirallab.spec.training;

import dev.spirallab.spec.Advanced;
import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Label;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import java.util.Optional;

/** How gradients move the parameters. Formulas, names and defaults are PyTorch's. */
public sealed interface OptimizerSpec {
    double learningRate();

    /** 0 for those that have none. */
    default double weightDecay() {
        return 0;
    }

    /** Robbins and Monro 1951; momentum: Polyak 1964, Nesterov 1983. */
    @Kind("sgd")
    record Sgd(
            @Default("0.001") @Range(min = 0, max = 1000) @Measure(Quantity.RATE)
                    double learningRate,
            @Default("0") @Range(min = 0, max = 1) @Measure(Quantity.MOMENTUM) double momentum,
            @Default("0") @Range(min = 0, max = 1) @Measure(Quantity.MOMENTUM) @Advanced
                    double dampening,
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
            @Default("1e-8") @Range(min = 0, max = 1) @Measure(Quantity.TINY) @Advanced double eps,
            @Default("0") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) double weightDecay,
            @Default("false") @Advanced boolean amsgrad)
            implements OptimizerSpec {}

    /** Loshchilov and Hutter 2017; the decay is applied to the weights apart from the gradient. */
    @Kind("adamW")
    record AdamW(
            @Default("0.001") @Range(min = 0, max = 1000) @Measure(Quantity.RATE)
                    double learningRate,
            @Default("0.9") @Range(min = 0, max = 0.999999) @Measure(Quantity.MEMORY) double beta1,
            @Default("0.999") @Range(min = 0, max = 0.999999999) @Measure(Quantity.MEMORY)
                    double beta2,
            @Default("1e-8") @Range(min = 0, max = 1) @Measure(Quantity.TINY) @Advanced double eps,
            @Default("0.01") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) double weightDecay,
            @Default("false") @Advanced boolean amsgrad)
            implements OptimizerSpec {}

    /** Tieleman and Hinton 2012; centered: Graves 2013. */
    @Kind("rmsprop")
    record RmsProp(
            @Default("0.01") @Range(min = 0, max = 1000) @Measure(Quantity.RATE)
                    double learningRate,
            @Default("0.99") @Range(min = 0, max = 0.999999) @Measure(Quantity.MEMORY) double alpha,
            @Default("1e-8") @Range(min = 0, max = 1) @Measure(Quantity.TINY) @Advanced double eps,
            @Default("0") @Range(min = 0, max = 1) @Measure(Quantity.MOMENTUM) double momentum,
            @Default("false") @Advanced boolean centered,
            @Default("0") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) double weightDecay)
            implements OptimizerSpec {}

    /** Duchi et al. 2011. */
    @Kind("adagrad")
    record Adagrad(
            @Default("0.01") @Range(min = 0, max = 1000) @Measure(Quantity.RATE)
                    double learningRate,
            @Default("0") @Range(min = 0, max = 1) @Measure(Quantity.DECAY) @Advanced
                    double learningRateDecay,
            @Default("0") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) double weightDecay,
            @Default("0") @Range(min = 0, max = 1000) @Measure(Quantity.AMOUNT) @Advanced
                    double initialAccumulatorValue,
            @Default("1e-10") @Range(min = 0, max = 1) @Measure(Quantity.TINY) @Advanced double eps)
            implements OptimizerSpec {}

    /** Zeiler 2012. */
    @Kind("adadelta")
    record Adadelta(
            @Default("1") @Range(min = 0, max = 1000) @Measure(Quantity.RATE) double learningRate,
            @Default("0.9") @Range(min = 0, max = 0.999999) @Measure(Quantity.MEMORY) double rho,
            @Default("1e-6") @Range(min = 0, max = 1) @Measure(Quantity.TINY) @Advanced double eps,
            @Default("0") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) double weightDecay)
            implements OptimizerSpec {}

    /** Kingma and Ba 2014, section 7.1. */
    @Kind("adamax")
    record Adamax(
            @Default("0.002") @Range(min = 0, max = 1000) @Measure(Quantity.RATE)
                    double learningRate,
            @Default("0.9") @Range(min = 0, max = 0.999999) @Measure(Quantity.MEMORY) double beta1,
            @Default("0.999") @Range(min = 0, max = 0.999999999) @Measure(Quantity.MEMORY)
                    double beta2,
            @Default("1e-8") @Range(min = 0, max = 1) @Measure(Quantity.TINY) @Advanced double eps,
            @Default("0") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) double weightDecay)
            implements OptimizerSpec {}

    /** Dozat 2016. */
    @Kind("nadam")
    record NAdam(
            @Default("0.002") @Range(min = 0, max = 1000) @Measure(Quantity.RATE)
                    double learningRate,
            @Default("0.9") @Range(min = 0, max = 0.999999) @Measure(Quantity.MEMORY) double beta1,
            @Default("0.999") @Range(min = 0, max = 0.999999999) @Measure(Quantity.MEMORY)
                    double beta2,
            @Default("1e-8") @Range(min = 0, max = 1) @Measure(Quantity.TINY) @Advanced double eps,
            @Default("0") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) double weightDecay,
            @Default("0.004") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) @Advanced
                    double momentumDecay,
            @Default("false") @Advanced boolean decoupledWeightDecay)
            implements OptimizerSpec {}

    /** Liu et al. 2019. */
    @Kind("radam")
    record RAdam(
            @Default("0.001") @Range(min = 0, max = 1000) @Measure(Quantity.RATE)
                    double learningRate,
            @Default("0.9") @Range(min = 0, max = 0.999999) @Measure(Quantity.MEMORY) double beta1,
            @Default("0.999") @Range(min = 0, max = 0.999999999) @Measure(Quantity.MEMORY)
                    double beta2,
            @Default("1e-8") @Range(min = 0, max = 1) @Measure(Quantity.TINY) @Advanced double eps,
            @Default("0") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) double weightDecay,
            @Default("false") @Advanced boolean decoupledWeightDecay)
            implements OptimizerSpec {}

    /**
     * Polyak and Juditsky 1992. Beside the parameters it keeps their average, which, as in PyTorch,
     * takes no part in the training.
     */
    @Kind("asgd")
    record Asgd(
            @Default("0.01") @Range(min = 0, max = 1000) @Measure(Quantity.RATE)
                    double learningRate,
            @Default("0.0001") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) double lambd,
            @Default("0.75") @Range(min = 0, max = 10) @Measure(Quantity.FACTOR) @Label("power")
                    double alpha,
            @Default("1e6")
                    @Range(min = 0, max = 1e9)
                    @Measure(Quantity.STEPS)
                    @Label("averageFrom")
                    @Advanced
                    double t0,
            @Default("0") @Range(min = 0, max = 10) @Measure(Quantity.DECAY) double weightDecay)
            implements OptimizerSpec {}

    /** Riedmiller and Braun 1993. The rate is the first step's length, nothing else. */
    @Kind("rprop")
    record Rprop(
            @Default("0.01") @Range(min = 0, max = 1000) @Measure(Quantity.RATE)
                    double learningRate,
            @Default("0.5") @Range(min = 1e-6, max = 0.999999) @Measure(Quantity.FACTOR)
                    double etaMinus,
            @Default("1.2") @Range(min = 1.000001, max = 1000) @Measure(Quantity.GROWTH)
                    double etaPlus,
            @Default("1e-6") @Range(min = 0, max = 1000) @Measure(Quantity.TINY) @Advanced
                    double minStep,
            @Default("50") @Range(min = 0, max = 1e6) @Measure(Quantity.LIMIT) @Advanced
                    double maxStep)
            implements OptimizerSpec {}

    /**
     * Limited-memory BFGS (Liu and Nocedal 1989): learns from the full batch only; each step is up
     * to {@code maxIter} iterations, each with a line search of its own. The line search is
     * PyTorch's strong Wolfe unless switched off.
     *
     * @param maxEval evaluations of loss and gradient a step; without it, a quarter more than
     *     {@code maxIter}
     */
    @Kind("lbfgs")
    record Lbfgs(
            @Default("1") @Range(min = 0, max = 1000) @Measure(Quantity.RATE) double learningRate,
            @Default("20") @Range(min = 1, max = 1000) @Measure(Quantity.COUNT) int maxIter,
            @Range(min = 1, max = 10_000) @Measure(Quantity.COUNT) @Advanced
                    Optional<Integer> maxEval,
            @Default("1e-7") @Range(min = 0, max = 1) @Measure(Quantity.TINY) @Advanced
                    double toleranceGrad,
            @Default("1e-9") @Range(min = 0, max = 1) @Measure(Quantity.TINY) @Advanced
                    double toleranceChange,
            @Default("100") @Range(min = 1, max = 1000) @Measure(Quantity.COUNT) @Advanced
                    int historySize,
            @Default("\"strongWolfe\"") @Advanced LineSearch lineSearchFn)
            implements OptimizerSpec {

        /** Evaluations of loss and gradient after which a step ends. */
        public int evaluations() {
            return maxEval.orElse(maxIter * 5 / 4);
        }
    }
}
