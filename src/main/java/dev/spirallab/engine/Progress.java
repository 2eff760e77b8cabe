package dev.spirallab.engine;

import java.util.OptionalLong;

/**
 * What a call of {@link Training#train} did.
 *
 * @param steps steps done
 * @param lastLoss loss of the last step's batch, before its update; NaN if no step was done
 * @param firstNonFinite the step (counted from 1 since the start of the run) whose loss was the
 *     first that is infinite or not a number
 */
public record Progress(int steps, double lastLoss, OptionalLong firstNonFinite) {
    public static final Progress NONE = new Progress(0, Double.NaN, OptionalLong.empty());

    /**
     * @param before steps done before the call
     * @param losses of the batches of its steps, in their order; at least one
     */
    static Progress of(long before, float... losses) {
        OptionalLong broken = OptionalLong.empty();
        for (int i = losses.length - 1; i >= 0; i--) {
            if (!Float.isFinite(losses[i])) {
                broken = OptionalLong.of(before + i + 1);
            }
        }
        return new Progress(losses.length, losses[losses.length - 1], broken);
    }
}
