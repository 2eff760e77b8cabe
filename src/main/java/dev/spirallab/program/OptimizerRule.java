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
                    new AdamRule(adam.beta1(), adam.beta2(), adam.eps(), false);
            case OptimizerSpec.AdamW adam ->
                    new AdamRule(adam.beta1(), adam.beta2(), adam.eps(), true);
            case OptimizerSpec.RmsProp rmsprop -> new RmsPropRule(rmsprop);
            case OptimizerSpec.Adagrad adagrad -> new AdagradRule(adagrad);
        };
    }

    /** The vectors that it keeps from step to step, each as long as {@code P}. */
    List<String> state();

    /** What those begin with. */
    default double stateStart() {
        return 0;
    }

    void step(Code code);

    /** The usual kind of weight decay: a part of the gradient. */
    static void decayGradient(Code code) {
        code.block("if decays:", () -> code.run("torch.add_(G, P, alpha=weight_decay)"));
    }
}
