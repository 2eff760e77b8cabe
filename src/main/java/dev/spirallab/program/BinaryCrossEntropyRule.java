package dev.spirallab.program;

/**
 * Mean over the outputs of {@code -(t log s(z) + (1 - t) log(1 - s(z)))}, s the sigmoid; its
 * gradient is {@code (s(z) - t) / width}.
 */
record BinaryCrossEntropyRule(int width) implements LossRule {
    @Override
    public String total(String output, String target) {
        return "torch.div(torch.binary_cross_entropy_with_logits(%s, %s, None, None, 2), %d)"
                .formatted(output, target, width);
    }

    @Override
    public void backward(String output, String target, String gradient, Code code) {
        code.run(
                "torch.copy_(%s, torch.binary_cross_entropy_with_logits(%s, %s))"
                        .formatted(LossRule.slot(), output, target));
        code.let("difference", "torch.sub_(torch.sigmoid(" + output + "), " + target + ")");
        code.let(gradient, "torch.mul_(difference, torch.div(part, " + width + "))");
    }
}
