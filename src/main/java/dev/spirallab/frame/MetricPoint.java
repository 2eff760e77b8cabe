package dev.spirallab.frame;

import dev.spirallab.spec.training.Figure;

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

    public float figure(Figure figure) {
        return switch (figure) {
            case trainLoss -> trainLoss;
            case testLoss -> testLoss;
            case trainAccuracy -> trainAccuracy;
            case testAccuracy -> testAccuracy;
        };
    }
}
