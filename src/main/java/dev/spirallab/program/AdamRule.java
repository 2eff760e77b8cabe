package dev.spirallab.program;

import java.util.List;

/**
 * {@code m} and {@code v} are running averages of the gradient and of its square; {@code P -= rate
 * * (m / correction1) / (sqrt(v / correction2) + eps)} (Kingma and Ba 2014).
 *
 * @param decoupled AdamW: the decay shrinks the parameters, apart from the gradient
 */
record AdamRule(double beta1, double beta2, double eps, boolean decoupled)
        implements OptimizerRule {
    @Override
    public List<String> state() {
        return List.of("m", "v");
    }

    @Override
    public void step(Code code) {
        decay(code);
        code.run("torch.lerp_(m, G, " + Code.number(1 - beta1) + ")");
        code.run(
                "torch.addcmul_(torch.mul_(v, %s), G, G, value=%s)"
                        .formatted(Code.number(beta2), Code.number(1 - beta2)));
        code.let("correction1", "torch.sub(1., torch.pow(" + Code.number(beta1) + ", t))");
        code.let(
                "correction2",
                "torch.sqrt(torch.sub(1., torch.pow(" + Code.number(beta2) + ", t)))");
        code.let(
                "spread",
                "torch.add_(torch.sqrt(v), torch.mul(" + Code.number(eps) + ", correction2))");
        code.let("pace", "torch.div(torch.mul(rate, correction2), correction1)");
        code.run("torch.addcdiv_(P, m, spread, value=torch.neg(pace))");
    }

    private void decay(Code code) {
        if (decoupled) {
            code.block(
                    "if decays:",
                    () -> code.run("torch.mul_(P, torch.sub(1., torch.mul(rate, weight_decay)))"));
        } else {
            OptimizerRule.decayGradient(code);
        }
    }
}
