package dev.spirallab.program;

import dev.spirallab.spec.training.LossSpec;

/**
 * What a loss says in the program. {@code output} is the model's {@code [rows, width]}, {@code
 * target} of the same shape, {@code part} is {@code 1 / rows} of the batch; {@code share} holds
 * that number for each row of {@code targets}.
 */
interface LossRule {

    static LossRule of(LossSpec loss, int width) {
        return switch (loss) {
            case LossSpec.CrossEntropy _ -> new CrossEntropyRule();
            case LossSpec.Mse _ -> new SquaredErrorRule(1.0 / width);
            case LossSpec.HalfSquaredError _ -> new SquaredErrorRule(0.5);
            case LossSpec.BinaryCrossEntropy _ -> new BinaryCrossEntropyRule(width);
        };
    }

    /** An expression for the sum of the losses of the rows. */
    String total(String output, String target);

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
}
