package dev.spirallab.program;

import dev.spirallab.spec.training.OptimizerSpec.NAdam;
import java.util.List;

/**
 * Adam with Nesterov's look ahead; the momentum of step t is {@code mu_t = beta1 (1 - 0.96^(t
 * momentumDecay) / 2)}, and {@code momenta} holds the product of all so far (Dozat 2016).
 */
record NAdamRule(NAdam nadam) implements OptimizerRule {
    @Override
    public List<Kept> vectors() {
        return List.of(Kept.zeros("m"), Kept.zeros("v"));
    }

    @Override
    public List<Kept> numbers() {
        return List.of(new Kept("momenta", 1));
    }

    @Override
    public void step(Code code) {
        Averages averages = new Averages(nadam.beta1(), nadam.beta2());
        OptimizerRule.decay(nadam.decoupledWeightDecay(), code);
        averages.first(code);
        averages.second(code);
        code.let("momentum", momentum("t"));
        code.let("momentum_next", momentum("torch.add(t, 1)"));
        code.run("torch.mul_(momenta, momentum)");
        code.let("correction2", "torch.sub(1., torch.pow(" + Code.number(nadam.beta2()) + ", t))");
        code.let(
                "spread",
                "torch.add_(torch.sqrt_(torch.div(v, correction2)), %s)"
                        .formatted(Code.number(nadam.eps())));
        code.let(
                "of_gradient",
                "torch.div(torch.mul(rate, torch.sub(1., momentum)), torch.rsub(momenta, 1.))");
        code.let(
                "of_mean",
                "torch.div(torch.mul(rate, momentum_next),"
                        + " torch.rsub(torch.mul(momenta, momentum_next), 1.))");
        code.let("pull", "torch.addcmul(torch.mul(G, of_gradient), m, of_mean)");
        code.run("torch.addcdiv_(P, pull, spread, value=-1.)");
    }

    private String momentum(String step) {
        return "torch.mul(%s, torch.sub(1., torch.mul(0.5, torch.pow(0.96, torch.mul(%s, %s)))))"
                .formatted(Code.number(nadam.beta1()), step, Code.number(nadam.momentumDecay()));
    }
}
