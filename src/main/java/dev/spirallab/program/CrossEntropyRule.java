package dev.spirallab.program;

/**
 * {@code -sum of t log softmax(z)}, t one-hot or smoothed; its gradient is {@code softmax(z) - t}.
 */
record CrossEntropyRule(double smoothing, int classes) implements LossRule {
    @Override
    public String total(String output, String target) {
        return "torch.neg(torch.sum(torch.mul(torch.log_softmax(%s, -1), %s), [-2, -1]))"
                .formatted(output, LossRule.smoothed(target, smoothing, classes));
    }

    /** With {@code targets = -t / rows} neither loss nor gradient needs scaling. */
    @Override
    public void prepare(Code code) {
        String smoothed = LossRule.smoothed("targets", smoothing, classes);
        code.let("targets", "torch.mul(" + smoothed + ", torch.neg(share))");
    }

    @Override
    public void backward(String output, String target, String gradient, Code code) {
        code.let("log_softmax", code.runs().logSoftmax(output, classes));
        code.run(
                "torch.sum(torch.mul(log_softmax, %s), [-2, -1], False, out=%s)"
                        .formatted(target, LossRule.slot()));
        code.let(gradient, "torch.add(" + target + ", torch.exp_(log_softmax), alpha=part)");
    }
}
