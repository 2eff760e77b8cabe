package dev.spirallab.program;

import dev.spirallab.spec.training.OptimizerSpec.RAdam;
import java.util.List;

/**
 * Adam that goes without {@code v} while too few gradients were seen to trust it: with {@code
 * length = rho_inf - 2 t beta2^t / (1 - beta2^t)} of them at most 5, {@code P -= rate m /
 * correction1} (Liu et al. 2019).
 */
record RAdamRule(RAdam radam) implements OptimizerRule {
    @Override
    public List<Kept> vectors() {
        return List.of(Kept.zeros("m"), Kept.zeros("v"));
    }

    @Override
    public void step(Code code) {
        Averages averages = new Averages(radam.beta1(), radam.beta2());
        double longest = 2 / (1 - radam.beta2()) - 1;
        OptimizerRule.decay(radam.decoupledWeightDecay(), code);
        averages.first(code);
        averages.second(code);
        averages.firstCorrection(code);
        code.let("remembered", "torch.pow(" + Code.number(radam.beta2()) + ", t)");
        code.let("correction2", "torch.sub(1., remembered)");
        code.let(
                "length",
                "torch.sub(%s, torch.div(torch.mul(torch.mul(2., t), remembered), correction2))"
                        .formatted(Code.number(longest)));
        code.let("pace", "torch.div(rate, correction1)");
        code.block("if torch.gt(length, 5.):", () -> adapted(longest, code));
        code.block("else:", () -> code.run(code.runs().subtract("P", "m", "pace")));
    }

    private void adapted(double longest, Code code) {
        code.let(
                "trust",
                "torch.sqrt(torch.div(torch.mul(torch.mul(torch.sub(length, 4.),"
                        + " torch.sub(length, 2.)), %s), torch.mul(%s, length)))"
                                .formatted(
                                        Code.number(longest),
                                        Code.number((longest - 4) * (longest - 2))));
        code.let("spread", "torch.add_(torch.sqrt(v), " + Code.number(radam.eps()) + ")");
        code.let("pull", "torch.mul(torch.mul(pace, torch.sqrt(correction2)), trust)");
        code.run(code.runs().subtractQuotient("P", "m", "spread", "pull"));
    }
}
