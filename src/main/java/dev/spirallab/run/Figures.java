package dev.spirallab.run;

import dev.spirallab.engine.Evaluation;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.spec.training.Target;

/** Points of the curves out of an evaluation. */
final class Figures {
    private Figures() {}

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

    /** A loss is at most what is wanted, an accuracy at least. */
    static boolean reach(Target goal, Evaluation evaluation) {
        double value = evaluation.figure(goal.figure());
        return goal.figure().isLoss() ? value <= goal.value() : value >= goal.value();
    }
}
