package dev.spirallab.program;

import dev.spirallab.spec.training.OptimizerSpec.Adagrad;
import java.util.List;

/** {@code v += g^2; P -= rate / (1 + (t - 1) decay) * g / (sqrt(v) + eps)} (Duchi et al. 2011). */
record AdagradRule(Adagrad adagrad) implements OptimizerRule {
    @Override
    public List<Kept> vectors() {
        return List.of(new Kept("v", adagrad.initialAccumulatorValue()));
    }

    @Override
    public void step(Code code) {
        OptimizerRule.decayGradient(code);
        code.run("torch.addcmul_(v, G, G, value=1.)");
        code.let("spread", "torch.add_(torch.sqrt(v), " + Code.number(adagrad.eps()) + ")");
        code.let(
                "slowed",
                "torch.add(1., torch.mul(torch.sub(t, 1), %s))"
                        .formatted(Code.number(adagrad.learningRateDecay())));
        code.run(code.runs().subtractQuotient("P", "G", "spread", "torch.div(rate, slowed)"));
    }
}
