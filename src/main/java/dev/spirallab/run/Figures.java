package dev.spirallab.run;

import dev.spirallab.engine.Evaluation;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.spec.training.Figure;

/** Picks figures out of an evaluation. */
final class Figures {
    private Figures() {}

    /** The figure; of the training part where there is no test part. */
    static double value(Figure figure, Evaluation evaluation) {
        return switch (figure) {
            case trainLoss -> evaluation.train().loss();
            case testLoss -> either(evaluation.test().loss(), evaluation.train().loss());
            case trainAccuracy -> evaluation.train().accuracy();
            case testAccuracy ->
                    either(evaluation.test().accuracy(), evaluation.train().accuracy());
        };
    }

    /** Whether small is good. */
    static boolean isLoss(Figure figure) {
        return switch (figure) {
            case trainLoss, testLoss -> true;
            case trainAccuracy, testAccuracy -> false;
        };
    }

    static MetricPoint point(Position at, Evaluation evaluation) {
        return new MetricPoint(
                at.step(),
                at.epochs(),
                (float) evaluation.train().loss(),
                (float) evaluation.test().loss(),
                (float) evaluation.train().accuracy(),
                (float) evaluation.test().accuracy(),
                (float) at.learningRate());
    }

    /**
     * Where there is no finite loss any more: infinite for each part that had one, and no accuracy.
     */
    static MetricPoint diverged(Position at, MetricPoint before) {
        return new MetricPoint(
                at.step(),
                at.epochs(),
                Float.POSITIVE_INFINITY,
                Float.isNaN(before.testLoss()) ? Float.NaN : Float.POSITIVE_INFINITY,
                Float.NaN,
                Float.NaN,
                before.learningRate());
    }

    private static double either(double figure, double instead) {
        return Double.isNaN(figure) ? instead : figure;
    }
}
