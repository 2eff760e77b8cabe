package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.engine.Engine;
import dev.spirallab.engine.Engines;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.ThresholdMode;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A schedule that waits for a figure gets it at the end of each epoch. */
class PlateauRunTest {
    private static final Engine ENGINE = Engines.on("cpu");

    private static RunLoop loop(PointPlan plan) {
        TrainingSpec spec =
                Records.with(
                        Experiments.training(Optional.of(30), Optional.empty()),
                        "schedule",
                        new ScheduleSpec.ReduceOnPlateau(
                                Figure.testLoss, 0.5, 1, 0.05, ThresholdMode.rel, 0, 0, 0));
        Valid valid = Experiments.valid(spec);
        Dataset dataset = Datasets.create(valid.experiment().dataset());
        return new RunLoop(() -> ENGINE.open(valid, dataset), spec, plan);
    }

    private static List<MetricPoint> points(int slice, boolean parks) {
        try (RunLoop loop = loop(PointPlan.EVERY_EPOCH)) {
            while (!loop.ended()) {
                loop.advance(slice);
                if (parks) {
                    loop.park();
                }
            }
            return List.copyOf(loop.points());
        }
    }

    @Test
    void theRateOfEachPointIsThatAfterItsEpochWasJudged() {
        List<MetricPoint> points = points(1000, false);
        double best = Double.POSITIVE_INFINITY;
        int bad = 0;
        float rate = 0.01f;
        for (MetricPoint point : points.subList(1, points.size())) {
            boolean better = point.testLoss() < best * 0.95;
            best = better ? point.testLoss() : best;
            bad = better ? 0 : bad + 1;
            if (bad > 1) {
                rate /= 2;
                bad = 0;
            }
            assertThat(point.learningRate()).isEqualTo(rate);
        }
        assertThat(rate).isLessThan(0.005f);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void theCurvesDependNeitherOnTheSlicesNorOnBeingParked(int slice) {
        assertThat(points(slice, false)).isEqualTo(points(7, true));
    }

    @Test
    void epochsAreJudgedWhereTheCurvesHaveNoPointToo() {
        try (RunLoop often = loop(PointPlan.EVERY_EPOCH);
                RunLoop seldom = loop(new PointPlan(false, 0))) {
            for (RunLoop each : List.of(often, seldom)) {
                while (!each.ended()) {
                    each.advance(5);
                }
            }
            assertThat(seldom.points()).hasSizeLessThan(often.points().size());
            assertThat(seldom.points().getLast()).isEqualTo(often.points().getLast());
        }
    }
}
