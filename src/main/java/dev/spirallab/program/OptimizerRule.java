package dev.spirallab.program;

import dev.spirallab.spec.training.OptimizerSpec;
import java.util.List;

/**
 * How an optimiser changes the flat parameter vector {@code P} by its gradient {@code G}, which it
 * may overwrite; PyTorch's formulas. {@code rate} is the learning rate, {@code t} the number of
 * this step from 1, {@code weight_decay} may change between calls, {@code decays} says whether it
 * is not 0.
 */
interface OptimizerRule {

    static OptimizerRule of(OptimizerSpec optimizer) {
        return switch (optimizer) {
            case OptimizerSpec.Sgd sgd -> new SgdRule(sgd);
            case OptimizerSpec.Adam adam ->
                    new AdamRule(adam.beta1(), adam.beta2(), adam.eps(), false, adam.amsgrad());
            case OptimizerSpec.AdamW adam ->
                    new AdamRule(adam.beta1(), adam.beta2(), adam.eps(), true, adam.amsgrad());
            case OptimizerSpec.RmsProp rmsprop -> new RmsPropRule(rmsprop);
            case OptimizerSpec.Adagrad adagrad -> new AdagradRule(adagrad);
            case OptimizerSpec.Adadelta adadelta -> new AdadeltaRule(adadelta);
            case OptimizerSpec.Adamax adamax -> new AdamaxRule(adamax);
            case OptimizerSpec.NAdam nadam -> new NAdamRule(nadam);
            case OptimizerSpec.RAdam radam -> new RAdamRule(radam);
            case OptimizerSpec.Asgd asgd -> new AsgdRule(asgd);
            case OptimizerSpec.Rprop rprop -> new RpropRule(rprop);
            case OptimizerSpec.Lbfgs lbfgs -> new LbfgsRule(lbfgs);
        };
    }

    /** The vectors that it keeps from step to step, each as long as {@code P}. */
    default List<Kept> vectors() {
        return List.of();
    }

    /** The single numbers that it keeps, each a tensor of one element. */
    default List<Kept> numbers() {
        return List.of();
    }

    /** Lines that change {@code P}, and what is kept. */
    void step(Code code);

    /**
     * Whether a step looks at the loss several times, by {@code (self).objective(..)}, so that
     * {@link #step} begins with {@code P} alone and looks for itself.
     */
    default boolean searches() {
        return false;
    }

    /** Whether {@link #step} is true of many runs at once. */
    default boolean together() {
        return true;
    }

    /** Methods that its steps call, if any. */
    default void methods(Code code) {}

    /** The usual kind of weight decay: a part of the gradient. */
    static void decayGradient(Code code) {
        code.block("if decays:", () -> code.run(code.runs().add("G", "P", "weight_decay")));
    }

    /** The weight decay that shrinks the parameters, apart from the gradient. */
    static void decayParameters(Code code) {
        code.block(
                "if decays:",
                () ->
                        code.run(
                                "torch.mul_(P, torch.add(torch.neg(torch.mul(rate, weight_decay)), 1.))"));
    }

    static void decay(boolean decoupled, Code code) {
        if (decoupled) {
            decayParameters(code);
        } else {
            decayGradient(code);
        }
    }
}
