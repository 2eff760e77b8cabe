package dev.spirallab.program;

/**
 * Mean over the outputs of {@code -(t log s(z) + (1 - t) log(1 - s(z)))}, s the sigmoid; its
 * gradient is {@code (s(z) - t) / width}.
 */
record BinaryCrossEntropyRule(int width) implements LossRule {
    @Override
    public String total(String output, String target) {
        return "torch.div(%s, %d)".formatted(LossRule.sum(each(output, target)), width);
    }

    private static String each(String output, String target) {
        return "torch.binary_cross_entropy_with_logits(%s, %s, None, None, 0)"
                .formatted(output, target);
    }

    @Override
    public void backward(String output, String target, String gradient, Code code) {
        code.run(
                "torch.mean(%s, [-2, -1], False, out=%s)"
                        .formatted(each(output, target), LossRule.slot()));
        code.let("difference", "torch.sub_(torch.sigmoid(" + output + "), " + target + ")");
        code.let(gradient, "torch.mul_(difference, torch.div(part, " + width + "))");
    }
}
