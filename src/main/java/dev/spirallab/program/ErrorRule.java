package dev.spirallab.program;

/**
 * The mean over outputs of a function of the error {@code d = y - t}. {@code {y}} stands for the
 * output, {@code {t}} for the target, {@code {d}} for the error.
 *
 * @param value of the function
 * @param slope the function's derivative
 */
record ErrorRule(String value, String slope, int width) implements LossRule {

    /** {@code |d|} */
    static ErrorRule l1(int width) {
        return new ErrorRule("torch.l1_loss({y}, {t}, 0)", "torch.sign({d})", width);
    }

    /** {@code d^2 / (2 beta)} near 0, {@code |d| - beta / 2} further off. */
    static ErrorRule smoothL1(double beta, int width) {
        return beta == 0
                ? l1(width)
                : new ErrorRule(
                        "torch.smooth_l1_loss({y}, {t}, 0, " + Code.number(beta) + ")",
                        "torch.clamp(torch.div({d}, " + Code.number(beta) + "), -1., 1.)",
                        width);
    }

    /** {@code d^2 / 2} near 0, {@code delta (|d| - delta / 2)} further off. */
    static ErrorRule huber(double delta, int width) {
        String bend = Code.number(delta);
        return new ErrorRule(
                "torch.huber_loss({y}, {t}, 0, " + bend + ")",
                "torch.clamp({d}, -" + bend + ", " + bend + ")",
                width);
    }

    @Override
    public String total(String output, String target) {
        return "torch.div(%s, %d)"
                .formatted(
                        LossRule.sum(value.replace("{y}", output).replace("{t}", target)), width);
    }

    @Override
    public void backward(String output, String target, String gradient, Code code) {
        code.run(
                "torch.copy_(%s, torch.mul(%s, part))"
                        .formatted(LossRule.slot(), total(output, target)));
        code.let("difference", "torch.sub(" + output + ", " + target + ")");
        code.let(
                gradient,
                "torch.mul(%s, torch.div(part, %d))"
                        .formatted(slope.replace("{d}", "difference"), width));
    }
}
