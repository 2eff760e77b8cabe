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
}
