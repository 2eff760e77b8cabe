package dev.spirallab.program;

/**
 * {@code sum over j != c of max(0, margin - z[c] + z[j])^p / K}; each summand above 0 pushes z[j]
 * down and z[c] up (Crammer and Singer 2001; PyTorch's multi-margin loss).
 *
 * @param p 1 or 2
 */
record MultiMarginRule(int p, double margin, int classes) implements LossRule {
    @Override
    public String total(String output, String target) {
        String missing = missing(output, target);
        return "torch.div(%s, %d)"
                .formatted(
                        LossRule.sum(p == 1 ? missing : "torch.square(" + missing + ")"), classes);
    }

    /** How much each wrong class lacks of being far enough below the right one. */
    private String missing(String output, String target) {
        String right = "torch.sum(torch.mul(%s, %s), [-1], True)".formatted(output, target);
        return "torch.mul(torch.relu(torch.add(torch.sub(%s, %s), %s)), torch.rsub(%s, 1.))"
                .formatted(output, right, Code.number(margin), target);
    }

    @Override
    public void backward(String output, String target, String gradient, Code code) {
        code.let("missing", missing(output, target));
        String sum = LossRule.sum(p == 1 ? "missing" : "torch.square(missing)");
        String share = "torch.div(part, " + classes + ")";
        code.run("torch.copy_(%s, torch.mul(%s, %s))".formatted(LossRule.slot(), sum, share));
        code.let("push", p == 1 ? "torch.sign(missing)" : "torch.mul(missing, 2.)");
        code.let(
                gradient,
                "torch.mul(torch.addcmul(push, %s, torch.sum(push, [-1], True), value=-1.), %s)"
                        .formatted(target, share));
    }
}
