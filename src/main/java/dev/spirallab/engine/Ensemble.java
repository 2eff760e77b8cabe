package dev.spirallab.engine;

import dev.spirallab.dataset.Matrix;
import java.util.List;

/**
 * Variants of an experiment that learn from the same data in step with each other. Each does what
 * it would do by itself, but for rounding: its batches, rates and numbers to begin with are its
 * own. Owned by one thread at a time: any thread may call it, never two at once.
 */
public interface Ensemble extends AutoCloseable {

    /** How many there are. */
    int size();

    /** Each does up to {@code maxSteps} steps; fewer only when memory bounds the call. */
    Advance train(int maxSteps);

    /** Steps done by each. */
    long step();

    /** Whole epochs done. */
    int epoch();

    int stepsPerEpoch();

    /** Begins to work out loss and accuracy of one over both parts; changes nothing. */
    Evaluating evaluating(int variant);

    /** Tells the figures of one at the end of an epoch, which some schedules wait for. */
    void judged(int variant, Evaluation evaluation);

    /**
     * What one answers in evaluation mode, as {@link Training#scores} gives it.
     *
     * @param inputs {@code [rows, inputSize]}
     */
    float[] scores(int variant, Matrix inputs);

    /** For how many rows {@link #scores} takes no more than some hundredths of a second. */
    int rowsAtOnce();

    /** Parameters of one, in the order of the graph, and then running statistics. */
    List<NodeTensor> tensors(int variant);

    /** What a training of that variant alone can go on from. */
    Checkpoint checkpoint(int variant);

    /** Frees all native memory; calling it again does nothing. */
    @Override
    void close();

    /**
     * @param steps that each did
     * @param losses mean of the last batch before its step, of each; no finite number where one has
     *     diverged, even if only on the way
     */
    @SuppressWarnings("ArrayRecordComponent") // a message, read once
    record Advance(int steps, float... losses) {}
}
