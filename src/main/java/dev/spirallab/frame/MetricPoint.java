package dev.spirallab.frame;

import dev.spirallab.spec.training.Figure;
import java.nio.ByteBuffer;

/**
 * One point of the curves: figures over the full training and test part, in evaluation mode. NaN
 * where there is none (no test part, no accuracy of a regression); the last loss of a run that
 * diverged is infinite.
 *
 * @param step optimiser steps done
 * @param epoch the same in epochs, with its fraction
 * @param learningRate of the step that comes next
 */
public record MetricPoint(
        long step,
        float epoch,
        float trainLoss,
        float testLoss,
        float trainAccuracy,
        float testAccuracy,
        float learningRate) {
    /** As it is kept: its components in order. */
    public static final int BYTES = Long.BYTES + 6 * Float.BYTES;

    public static MetricPoint read(ByteBuffer kept) {
        return new MetricPoint(
                kept.getLong(),
                kept.getFloat(),
                kept.getFloat(),
                kept.getFloat(),
                kept.getFloat(),
                kept.getFloat(),
                kept.getFloat());
    }

    public void write(ByteBuffer to) {
        to.putLong(step).putFloat(epoch);
        to.putFloat(trainLoss).putFloat(testLoss);
        to.putFloat(trainAccuracy).putFloat(testAccuracy);
        to.putFloat(learningRate);
    }

    public float figure(Figure figure) {
        return switch (figure) {
            case trainLoss -> trainLoss;
            case testLoss -> testLoss;
            case trainAccuracy -> trainAccuracy;
            case testAccuracy -> testAccuracy;
        };
    }
}
