package dev.spirallab.api;

import dev.spirallab.frame.MetricPoint;
import java.util.Optional;

/**
 * A point of the curves; a figure that is no finite number is left out.
 *
 * @param step optimiser steps done
 * @param epoch the same in epochs, with its fraction
 * @param learningRate of the step that comes next
 */
record PointAnswer(
        long step,
        float epoch,
        Optional<Float> trainLoss,
        Optional<Float> testLoss,
        Optional<Float> trainAccuracy,
        Optional<Float> testAccuracy,
        Optional<Float> learningRate) {

    static PointAnswer of(MetricPoint point) {
        return new PointAnswer(
                point.step(),
                point.epoch(),
                finite(point.trainLoss()),
                finite(point.testLoss()),
                finite(point.trainAccuracy()),
                finite(point.testAccuracy()),
                finite(point.learningRate()));
    }

    MetricPoint point() {
        return new MetricPoint(
                step,
                epoch,
                trainLoss.orElse(Float.NaN),
                testLoss.orElse(Float.NaN),
                trainAccuracy.orElse(Float.NaN),
                testAccuracy.orElse(Float.NaN),
                learningRate.orElse(Float.NaN));
    }

    private static Optional<Float> finite(float figure) {
        return Optional.of(figure).filter(Float::isFinite);
    }
}
