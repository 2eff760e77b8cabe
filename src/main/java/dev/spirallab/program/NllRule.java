package dev.spirallab.program;

/** {@code -sum of t z}, t one-hot and z log-probabilities; its gradient is {@code -t}. */
record NllRule() implements LossRule {
    @Override
    public String total(String output, String target) {
        return "torch.neg(torch.sum(torch.mul(%s, %s), [-2, -1]))".formatted(output, target);
    }

    /** With {@code targets = -t / rows} neither loss nor gradient needs scaling. */
    @Override
    public void prepare(Code code) {
        code.let("targets", "torch.mul(targets, torch.neg(share))");
    }

    @Override
    public void backward(String output, String target, String gradient, Code code) {
        code.run(
                "torch.sum(torch.mul(%s, %s), [-2, -1], False, out=%s)"
                        .formatted(output, target, LossRule.slot()));
        code.let(gradient, target);
    }
}
