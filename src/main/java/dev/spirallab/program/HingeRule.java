package dev.spirallab.program;

/**
 * One output z for two classes: {@code max(0, margin - s z)^p}, s = 2 t - 1; its gradient is {@code
 * -s p max(0, ..)^(p - 1)} where that is above 0 (Cortes and Vapnik 1995).
 *
 * @param p 1 or 2
 */
record HingeRule(int p, double margin) implements LossRule {
    @Override
    public String total(String output, String target) {
        String missing = missing(output, side(target));
        return LossRule.sum(p == 1 ? missing : "torch.square(" + missing + ")");
    }

    private static String side(String target) {
        return "torch.sub(torch.mul(" + target + ", 2.), 1.)";
    }

    private String missing(String output, String side) {
        return "torch.relu(torch.rsub(torch.mul(%s, %s), %s))"
                .formatted(output, side, Code.number(margin));
    }

    @Override
    public void backward(String output, String target, String gradient, Code code) {
        code.let("side", side(target));
        code.let("missing", missing(output, "side"));
        String sum = LossRule.sum(p == 1 ? "missing" : "torch.square(missing)");
        code.run("torch.copy_(%s, torch.mul(%s, part))".formatted(LossRule.slot(), sum));
        String slope = p == 1 ? "torch.sign(missing)" : "torch.mul(missing, 2.)";
        code.let(gradient, "torch.mul(torch.mul(%s, side), torch.neg(part))".formatted(slope));
    }
}
