package dev.spirallab.program;

import dev.spirallab.spec.training.OptimizerSpec.Asgd;
import java.util.List;

/**
 * {@code P = (1 - lambd eta) P - eta g}, {@code eta = rate / (1 + lambd rate (t - 1))^alpha};
 * {@code average} is that of the parameters from step t0 on, which nothing here reads (Polyak and
 * Juditsky 1992). A changed rate counts at once, not a step later as in PyTorch.
 */
record AsgdRule(Asgd asgd) implements OptimizerRule {
    @Override
    public List<Kept> vectors() {
        return List.of(Kept.zeros("average"));
    }

    @Override
    public void step(Code code) {
        String lambd = Code.number(asgd.lambd());
        OptimizerRule.decayGradient(code);
        code.let(
                "slowed",
                "torch.add(torch.mul(torch.mul(rate, %s), torch.sub(t, 1)), 1.)".formatted(lambd));
        code.let("pace", "torch.div(rate, torch.pow(slowed, " + Code.number(asgd.alpha()) + "))");
        code.run("torch.mul_(P, torch.add(torch.mul(pace, -" + lambd + "), 1.))");
        code.run(code.runs().subtract("P", "G", "pace"));
        code.let("averaged", "torch.sub(torch.sub(t, 1), " + Code.number(asgd.t0()) + ")");
        code.let("part_of_mean", "1.");
        code.block(
                "if torch.gt(averaged, 1.):",
                () -> code.let("part_of_mean", "torch.div(1., averaged)"));
        code.run("torch.lerp_(average, P, part_of_mean)");
    }
}
