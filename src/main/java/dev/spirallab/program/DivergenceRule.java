package dev.spirallab.program;

/**
 * {@code sum of t (log t - z)}, t a distribution and z log-probabilities (Kullback and Leibler
 * 1951); its gradient is {@code -t}.
 */
record DivergenceRule(double smoothing, int classes) implements LossRule {
    @Override
    public String total(String output, String target) {
        String wanted = LossRule.smoothed(target, smoothing, classes);
        return "torch.sum(torch.sub(torch.xlogy(%s, %s), torch.mul(%s, %s)), [-2, -1])"
                .formatted(wanted, wanted, wanted, output);
    }

    @Override
    public void backward(String output, String target, String gradient, Code code) {
        code.let("wanted", LossRule.smoothed(target, smoothing, classes));
        String summands =
                "torch.sub(torch.xlogy(wanted, wanted), torch.mul(wanted, " + output + "))";
        code.run(
                "torch.copy_(%s, torch.mul(%s, part))"
                        .formatted(LossRule.slot(), LossRule.sum(summands)));
        code.let(gradient, "torch.mul(wanted, torch.neg(part))");
    }
}
