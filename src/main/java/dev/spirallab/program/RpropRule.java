package dev.spirallab.program;

import dev.spirallab.spec.training.OptimizerSpec.Rprop;
import java.util.List;

/**
 * Each parameter has a step length of its own: {@code etaPlus} times longer where its gradient
 * keeps its sign, {@code etaMinus} times shorter, and no step, where it changes (Riedmiller and
 * Braun 1993).
 */
record RpropRule(Rprop rprop) implements OptimizerRule {
    @Override
    public List<Kept> vectors() {
        return List.of(Kept.zeros("before"), Kept.zeros("lengths"));
    }

    /** The first rate is a number that fills a vector. */
    @Override
    public boolean together() {
        return false;
    }

    @Override
    public void step(Code code) {
        code.block("if torch.eq(t, 1):", () -> code.run("torch.fill_(lengths, rate)"));
        code.let("agreement", "torch.mul_(before, G)");
        code.let("turned", "torch.lt(agreement, 0.)");
        code.run(
                "torch.masked_fill_(torch.masked_fill_(torch.sign_(agreement),"
                        + " torch.gt(agreement, 0.), %s), turned, %s)"
                                .formatted(
                                        Code.number(rprop.etaPlus()),
                                        Code.number(rprop.etaMinus())));
        code.run("torch.masked_fill_(agreement, torch.eq(agreement, 0.), 1.)");
        code.run(
                "torch.clamp_(torch.mul_(lengths, agreement), %s, %s)"
                        .formatted(Code.number(rprop.minStep()), Code.number(rprop.maxStep())));
        code.run("torch.masked_fill_(G, turned, 0.)");
        code.run("torch.addcmul_(P, torch.sign(G), lengths, value=-1.)");
        code.run("torch.copy_(before, G)");
    }
}
