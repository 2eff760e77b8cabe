package dev.spirallab.run;

import dev.spirallab.engine.Evaluation;
import dev.spirallab.frame.MetricPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The points of a run so far, and where the next ones come. */
final class Curve {
    private static final int MOST_CHANGES = 1000;

    private final List<MetricPoint> points;
    private PointPlan plan;
    private int changes;

    Curve(List<MetricPoint> points, PointPlan plan) {
        this.points = new ArrayList<>(points);
        this.plan = plan;
    }

    /** A view that grows. */
    List<MetricPoint> points() {
        return Collections.unmodifiableList(points);
    }

    PointPlan plan() {
        return plan;
    }

    /** Where there are points from now on. */
    void plan(PointPlan changed) {
        plan = changed;
    }

    /**
     * Steps to where the next point is due.
     *
     * @param atEpochEnd whether one should stop at the end of each epoch, point or not
     */
    long stepsToNext(Position at, StepBudget budget, boolean atEpochEnd) {
        long byEpoch =
                atEpochEnd ? at.stepsLeftInEpoch() : stepsToEpoch(at, epochsBetween(at, budget));
        long between = stepsBetween();
        return between == 0 ? byEpoch : Math.min(byEpoch, between - at.step() % between);
    }

    private static long stepsToEpoch(Position at, long epochsBetween) {
        long further = epochsBetween - 1 - at.epoch() % epochsBetween;
        return at.stepsLeftInEpoch() + further * at.stepsPerEpoch();
    }

    boolean isDue(Position at, StepBudget budget) {
        long between = stepsBetween();
        return (at.atEpochEnd() && at.epoch() % epochsBetween(at, budget) == 0)
                || (between > 0 && at.step() % between == 0);
    }

    private long epochsBetween(Position at, StepBudget budget) {
        int stepsPerEpoch = at.stepsPerEpoch();
        return plan.epochsBetween(stepsPerEpoch, budget.epochs(stepsPerEpoch))
                * plan.rarer(points.size());
    }

    /** 0: points come at the ends of epochs alone. */
    private long stepsBetween() {
        return plan.everySteps() * plan.rarer(points.size());
    }

    boolean hasPointAt(Position at) {
        return !points.isEmpty() && points.getLast().step() == at.step();
    }

    /** Adds a point unless there is one. */
    void record(Position at, Evaluation evaluation) {
        if (hasPointAt(at)) {
            return;
        }
        if (points.isEmpty() || Double.isFinite(evaluation.train().loss())) {
            points.add(Figures.point(at, evaluation));
        } else {
            breakOff(at);
        }
    }

    /**
     * Adds a point of what somebody changed by hand here, beside that of before, so that the
     * figures are those of the model as it is; not without end, and none where the loss is no
     * finite number, which the next step tells.
     */
    void recordChange(Position at, Evaluation evaluation) {
        if (!hasPointAt(at)) {
            record(at, evaluation);
        } else if (changes < MOST_CHANGES && Double.isFinite(evaluation.train().loss())) {
            changes++;
            points.add(Figures.point(at, evaluation));
        }
    }

    /** Adds the point of a step whose loss is not a finite number. */
    void breakOff(Position at) {
        points.add(Figures.diverged(at, points.getLast()));
    }
}
