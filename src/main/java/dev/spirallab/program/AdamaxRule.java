package dev.spirallab.program;

import dev.spirallab.spec.training.OptimizerSpec.Adamax;
import java.util.List;

/**
 * {@code u = max(beta2 u, |g| + eps); P -= rate / correction1 * m / u} (Kingma and Ba 2014, section
 * 7.1).
 */
record AdamaxRule(Adamax adamax) implements OptimizerRule {
    @Override
    public List<Kept> vectors() {
        return List.of(Kept.zeros("m"), Kept.zeros("u"));
    }

    @Override
    public void step(Code code) {
        Averages averages = new Averages(adamax.beta1(), adamax.beta2());
        OptimizerRule.decayGradient(code);
        averages.first(code);
        code.run(
                "torch.copy_(u, torch.maximum(torch.mul(u, %s), torch.add_(torch.abs(G), %s)))"
                        .formatted(Code.number(adamax.beta2()), Code.number(adamax.eps())));
        averages.firstCorrection(code);
        code.run(code.runs().subtractQuotient("P", "m", "u", "torch.div(rate, correction1)"));
    }
}
