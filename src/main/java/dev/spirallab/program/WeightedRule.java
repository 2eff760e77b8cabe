package dev.spirallab.program;

import java.util.List;

/**
 * Cross-entropy or negative log-likelihood with a weight w for each class: {@code -sum of w t log
 * p}, divided by the sum of the weights of the rows' classes. With u = w t over that sum the
 * gradient is {@code softmax(z) sum(u) - u}, or {@code -u}.
 *
 * @param scores whether the output is scores, else log-probabilities
 */
record WeightedRule(List<Double> weights, double smoothing, boolean scores) implements LossRule {
    /** Its mean is over the weights of one batch. */
    @Override
    public boolean together() {
        return false;
    }

    @Override
    public void constants(Code code) {
        code.let("class_weights", LossRule.tensor(weights));
    }

    @Override
    public String total(String output, String target) {
        return "torch.neg(torch.sum(torch.mul(%s, %s)))".formatted(logs(output), wanted(target));
    }

    private String logs(String output) {
        return scores ? "torch.log_softmax(" + output + ", 1)" : output;
    }

    private String wanted(String target) {
        return "torch.mul(%s, class_weights)"
                .formatted(LossRule.smoothed(target, smoothing, weights.size()));
    }

    @Override
    public String weight(String target) {
        return "torch.sum(torch.mul(" + target + ", class_weights))";
    }

    @Override
    public String mean(String total, String target) {
        return "torch.div(" + total + ", " + weight(target) + ")";
    }

    @Override
    public void backward(String output, String target, String gradient, Code code) {
        code.let("logs", logs(output));
        code.let(
                "wanted", "torch.div(%s, torch.neg(%s))".formatted(wanted(target), weight(target)));
        code.run("torch.sum(torch.mul(logs, wanted), [0, 1], False, out=" + LossRule.slot() + ")");
        code.let(
                gradient,
                scores
                        ? "torch.addcmul(wanted, torch.exp(logs), torch.sum(wanted, [1], True),"
                                + " value=-1.)"
                        : "wanted");
    }
}
