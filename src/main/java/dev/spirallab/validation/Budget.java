package dev.spirallab.validation;

import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Task;

/**
 * What an experiment costs; {@link Long#MAX_VALUE} stands for that much or more.
 *
 * @param parameters numbers that are learnt
 * @param flops floating point operations of the forward pass for one example
 * @param flopsPerStep floating point operations of one step over one batch: three times the forward
 *     pass (the backward pass computes a gradient for the inputs and one for the parameters, each
 *     about as dear as the forward pass) plus 10 for each parameter (the optimiser), as often as
 *     the optimiser looks at the loss
 * @param bytes memory while training, in 4 byte floats: parameters, gradients and optimiser state,
 *     the sum of gradients where a step is done in portions, activations and their gradients for
 *     one batch, and the data (images a byte a number)
 */
public record Budget(long parameters, long flops, long flopsPerStep, long bytes) {
    public static final Budget NOTHING = new Budget(0, 0, 0, 0);

    /** What one native call should compute at most: some 4 to 10 ms of one core. */
    private static final long FLOPS_PER_CALL = 200_000_000;

    /** With fewer, reading the parameters takes longer than computing with them. */
    private static final long OPERATIONS_FOR_EACH_PARAMETER = 32;

    /** A gradient costs as much as three forward passes. */
    private static final int PASSES_PER_STEP = 3;

    /** For how many examples one call should ask for answers. */
    public int rowsPerCall() {
        return rows(1);
    }

    /** From how many examples one call should learn; a step over more is done in portions. */
    public int rowsPerStepCall() {
        return rows(PASSES_PER_STEP);
    }

    /** Whether a step takes longer than a call should. */
    public boolean longStep() {
        return flopsPerStep > FLOPS_PER_CALL;
    }

    /** Whether learning even from so few takes longer than a call should. */
    public boolean longPortions() {
        return Count.times(Count.times(PASSES_PER_STEP, flops), rowsPerStepCall()) > FLOPS_PER_CALL;
    }

    private int rows(int passes) {
        long once = Math.max(1, flops);
        long worthACall = OPERATIONS_FOR_EACH_PARAMETER * parameters / once;
        long quick = FLOPS_PER_CALL / passes / once;
        return Math.clamp(Math.max(worthACall, quick), 1, Integer.MAX_VALUE);
    }

    /** Memory for the data: inputs as they are kept, answers as rows of numbers. */
    public static long ofData(DatasetSpec dataset) {
        int answers =
                switch (dataset.task()) {
                    case Task.Classification(int classes) -> Math.max(2, classes);
                    case Task.Regression(int targets) -> targets;
                };
        long inputs = Count.times(dataset.bytesPerInput(), dataset.inputSize());
        return Count.times(dataset.size(), Count.plus(inputs, (long) Float.BYTES * answers));
    }
}
