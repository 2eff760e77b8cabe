package dev.spirallab.program;

import dev.spirallab.spec.training.OptimizerSpec.Sgd;
import java.util.List;

/** {@code P -= rate * g}; with momentum {@code v = momentum v + g} stands in for g. */
record SgdRule(Sgd sgd) implements OptimizerRule {
    @Override
    public List<String> state() {
        return sgd.momentum() == 0 ? List.of() : List.of("velocity");
    }

    @Override
    public void step(Code code) {
        OptimizerRule.decayGradient(code);
        code.run("torch.add_(P, " + change(code) + ", alpha=torch.neg(rate))");
    }

    private String change(Code code) {
        if (sgd.momentum() == 0) {
            return "G";
        }
        String momentum = Code.number(sgd.momentum());
        code.run("torch.add_(torch.mul_(velocity, " + momentum + "), G)");
        return sgd.nesterov() ? "torch.add_(G, velocity, alpha=" + momentum + ")" : "velocity";
    }
}
