package dev.spirallab.program;

/**
 * {@code factor * sum of (y - t)^2}; its gradient is {@code 2 factor (y - t)}.
 *
 * @param factor {@code 1 / width} for the mean over outputs, 0.5 for half the sum
 */
record SquaredErrorRule(double factor) implements LossRule {
    @Override
    public String total(String output, String target) {
        return "torch.mul(torch.sum(torch.square(torch.sub(%s, %s)), [-2, -1]), %s)"
                .formatted(output, target, Code.number(factor));
    }

    @Override
    public void backward(String output, String target, String gradient, Code code) {
        code.let("difference", "torch.sub(" + output + ", " + target + ")");
        code.let("total", LossRule.sum("torch.square(difference)"));
        String scaled = "torch.mul_(total, torch.mul(part, " + Code.number(factor) + "))";
        code.run("torch.copy_(" + LossRule.slot() + ", " + scaled + ")");
        code.let(
                gradient,
                "torch.mul_(difference, torch.mul(part, " + Code.number(2 * factor) + "))");
    }
}
