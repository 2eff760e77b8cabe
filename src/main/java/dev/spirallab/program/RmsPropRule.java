package dev.spirallab.program;

import dev.spirallab.spec.training.OptimizerSpec.RmsProp;
import java.util.List;

/**
 * {@code v = alpha v + (1 - alpha) g^2; P -= rate * g / (sqrt(v) + eps)} (Tieleman, Hinton 2012).
 */
record RmsPropRule(RmsProp rmsprop) implements OptimizerRule {
    @Override
    public List<String> state() {
        return rmsprop.momentum() == 0 ? List.of("v") : List.of("v", "velocity");
    }

    @Override
    public void step(Code code) {
        OptimizerRule.decayGradient(code);
        code.run(
                "torch.addcmul_(torch.mul_(v, %s), G, G, value=%s)"
                        .formatted(Code.number(rmsprop.alpha()), Code.number(1 - rmsprop.alpha())));
        code.let("spread", "torch.add_(torch.sqrt(v), " + Code.number(rmsprop.eps()) + ")");
        if (rmsprop.momentum() == 0) {
            code.run("torch.addcdiv_(P, G, spread, value=torch.neg(rate))");
        } else {
            String kept = "torch.mul_(velocity, " + Code.number(rmsprop.momentum()) + ")";
            code.run("torch.addcdiv_(" + kept + ", G, spread)");
            code.run("torch.add_(P, velocity, alpha=torch.neg(rate))");
        }
    }
}
