package dev.spirallab.program;

import dev.spirallab.spec.training.OptimizerSpec.Sgd;
import java.util.List;

/**
 * {@code P -= rate * g}; with momentum {@code v = momentum v + (1 - dampening) g} stands in for g,
 * undamped in the first step.
 */
record SgdRule(Sgd sgd) implements OptimizerRule {
    @Override
    public List<Kept> vectors() {
        return sgd.momentum() == 0 ? List.of() : List.of(Kept.zeros("velocity"));
    }

    @Override
    public void step(Code code) {
        OptimizerRule.decayGradient(code);
        code.run(code.runs().subtract("P", change(code), "rate"));
    }

    private String change(Code code) {
        if (sgd.momentum() == 0) {
            return "G";
        }
        String momentum = Code.number(sgd.momentum());
        String kept = "torch.mul_(velocity, " + momentum + ")";
        code.run("torch.add_(" + kept + ", G" + damping(code) + ")");
        return sgd.nesterov() ? "torch.add_(G, velocity, alpha=" + momentum + ")" : "velocity";
    }

    private String damping(Code code) {
        if (sgd.dampening() == 0) {
            return "";
        }
        code.let("fresh", "1.");
        code.block("if torch.gt(t, 1):", () -> code.let("fresh", Code.number(1 - sgd.dampening())));
        return ", alpha=fresh";
    }
}
