package dev.spirallab.program;

import dev.spirallab.spec.training.OptimizerSpec.Adadelta;
import java.util.List;

/**
 * {@code v} and {@code u} are running averages of the squares of the gradient and of the changes;
 * {@code d = sqrt(u + eps) / sqrt(v + eps) * g; P -= rate * d} (Zeiler 2012).
 */
record AdadeltaRule(Adadelta adadelta) implements OptimizerRule {
    @Override
    public List<Kept> vectors() {
        return List.of(Kept.zeros("v"), Kept.zeros("u"));
    }

    @Override
    public void step(Code code) {
        OptimizerRule.decayGradient(code);
        average("v", "G", code);
        code.let("change", "torch.mul_(torch.div_(%s, %s), G)".formatted(root("u"), root("v")));
        average("u", "change", code);
        code.run(code.runs().subtract("P", "change", "rate"));
    }

    private void average(String kept, String fresh, Code code) {
        String rho = Code.number(adadelta.rho());
        String rest = Code.number(1 - adadelta.rho());
        code.run(
                "torch.addcmul_(torch.mul_(%s, %s), %s, %s, value=%s)"
                        .formatted(kept, rho, fresh, fresh, rest));
    }

    private String root(String kept) {
        return "torch.sqrt_(torch.add(" + kept + ", " + Code.number(adadelta.eps()) + "))";
    }
}
