package dev.spirallab.program;

import dev.spirallab.spec.training.LossSpec;
import java.util.List;

/**
 * What a loss says in the program. {@code output} is the model's {@code [rows, width]}, {@code
 * target} of the same shape, {@code part} is {@code 1 / rows} of the batch; {@code share} holds
 * that number for each row of {@code targets}.
 */
interface LossRule {

    static LossRule of(LossSpec loss, int width) {
        return switch (loss) {
            case LossSpec.CrossEntropy entropy ->
                    entropy.weight().isEmpty()
                            ? new CrossEntropyRule(entropy.labelSmoothing(), width)
                            : new WeightedRule(
                                    entropy.weight().get(), entropy.labelSmoothing(), true);
            case LossSpec.Nll nll ->
                    nll.weight().isEmpty()
                            ? new NllRule()
                            : new WeightedRule(nll.weight().get(), 0, false);
            case LossSpec.BinaryCrossEntropy _ -> new BinaryCrossEntropyRule(width);
            case LossSpec.Hinge hinge ->
                    width == 1
                            ? new HingeRule(hinge.p(), hinge.margin())
                            : new MultiMarginRule(hinge.p(), hinge.margin(), width);
            case LossSpec.KlDivergence divergence ->
                    new DivergenceRule(divergence.labelSmoothing(), width);
            case LossSpec.Mse _ -> new SquaredErrorRule(1.0 / width);
            case LossSpec.HalfSquaredError _ -> new SquaredErrorRule(0.5);
            case LossSpec.L1 _ -> ErrorRule.l1(width);
            case LossSpec.SmoothL1 smooth -> ErrorRule.smoothL1(smooth.beta(), width);
            case LossSpec.Huber huber -> ErrorRule.huber(huber.delta(), width);
        };
    }

    /** Whether {@link #backward} is true of many runs at once. */
    default boolean together() {
        return true;
    }

    /** An expression for the sum over rows and outputs. */
    static String sum(String each) {
        return "torch.sum(" + each + ", [-2, -1])";
    }

    /** Lines said once a call, before anything else. */
    default void constants(Code code) {}

    /** An expression for the sum of the losses of the rows. */
    String total(String output, String target);

    /** An expression for what the sum is divided by for its mean, a tensor without dimensions. */
    default String weight(String target) {
        return "torch.sum(torch.new_full(%s, [1], torch.size(%s, 0)))".formatted(target, target);
    }

    /** An expression for the mean over a batch of which {@code total} is the sum. */
    default String mean(String total, String target) {
        return "torch.mul(" + total + ", part)";
    }

    /** Lines said once a call on {@code targets}, before the first step; autograd goes without. */
    default void prepare(Code code) {}

    /**
     * Lines that put the mean loss of the batch into {@code losses[i]} and let {@code gradient} be
     * its gradient by the output.
     */
    void backward(String output, String target, String gradient, Code code);

    /** Where the loss of this step is kept. */
    static String slot() {
        return "torch.select(losses, 0, i)";
    }

    /** A target with a share of it spread evenly over all classes. */
    static String smoothed(String target, double smoothing, int classes) {
        return smoothing == 0
                ? target
                : "torch.add(torch.mul(%s, %s), %s)"
                        .formatted(
                                target,
                                Code.number(1 - smoothing),
                                Code.number(smoothing / classes));
    }

    /** Numbers as a tensor on the device. */
    static String tensor(List<Double> numbers) {
        return "torch.tensor("
                + numbers.stream().map(Code::number).toList()
                + ", dtype=6, device=ops.prim.device(P))";
    }
}
