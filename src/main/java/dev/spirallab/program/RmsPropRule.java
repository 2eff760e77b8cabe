package dev.spirallab.program;

import dev.spirallab.spec.training.OptimizerSpec.RmsProp;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code v = alpha v + (1 - alpha) g^2; P -= rate * g / (sqrt(v) + eps)} (Tieleman, Hinton 2012);
 * centred, {@code v - m^2} stands in for v, m the running average of g.
 */
record RmsPropRule(RmsProp rmsprop) implements OptimizerRule {
    @Override
    public List<Kept> vectors() {
        List<Kept> vectors = new ArrayList<>(List.of(Kept.zeros("v")));
        if (rmsprop.centered()) {
            vectors.add(Kept.zeros("m"));
        }
        if (rmsprop.momentum() != 0) {
            vectors.add(Kept.zeros("velocity"));
        }
        return vectors;
    }

    @Override
    public void step(Code code) {
        Averages averages = new Averages(rmsprop.alpha(), rmsprop.alpha());
        OptimizerRule.decayGradient(code);
        averages.second(code);
        if (rmsprop.centered()) {
            averages.first(code);
        }
        String square =
                rmsprop.centered()
                        ? "torch.sqrt_(torch.addcmul(v, m, m, value=-1.))"
                        : "torch.sqrt(v)";
        code.let("spread", "torch.add_(" + square + ", " + Code.number(rmsprop.eps()) + ")");
        if (rmsprop.momentum() == 0) {
            code.run(code.runs().subtractQuotient("P", "G", "spread", "rate"));
        } else {
            String kept = "torch.mul_(velocity, " + Code.number(rmsprop.momentum()) + ")";
            code.run("torch.addcdiv_(" + kept + ", G, spread)");
            code.run(code.runs().subtract("P", "velocity", "rate"));
        }
    }
}
