package dev.spirallab.program;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code m} and {@code v} are running averages of the gradient and of its square; {@code P -= rate
 * * (m / correction1) / (sqrt(v / correction2) + eps)} (Kingma and Ba 2014).
 *
 * @param decoupled AdamW: the decay shrinks the parameters, apart from the gradient
 * @param amsgrad the largest {@code v} so far stands in for it (Reddi et al. 2018)
 */
record AdamRule(double beta1, double beta2, double eps, boolean decoupled, boolean amsgrad)
        implements OptimizerRule {
    @Override
    public List<Kept> vectors() {
        return Stream.of("m", "v", "largest").limit(amsgrad ? 3 : 2).map(Kept::zeros).toList();
    }

    @Override
    public void step(Code code) {
        Averages averages = new Averages(beta1, beta2);
        OptimizerRule.decay(decoupled, code);
        averages.first(code);
        averages.second(code);
        averages.firstCorrection(code);
        code.let(
                "correction2",
                "torch.sqrt(torch.sub(1., torch.pow(" + Code.number(beta2) + ", t)))");
        code.let(
                "spread",
                "torch.add_(torch.sqrt(%s), torch.mul(%s, correction2))"
                        .formatted(second(code), Code.number(eps)));
        code.let("pace", "torch.div(torch.mul(rate, correction2), correction1)");
        code.run(code.runs().subtractQuotient("P", "m", "spread", "pace"));
    }

    private String second(Code code) {
        if (!amsgrad) {
            return "v";
        }
        code.run("torch.copy_(largest, torch.maximum(largest, v))");
        return "largest";
    }
}
