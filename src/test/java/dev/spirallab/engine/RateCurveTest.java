package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.engine.RateCurve.Point;
import dev.spirallab.validation.ValidationResult.Valid;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RateCurveTest {
    private static Valid valid(String schedule) {
        return Lab.valid(
                Lab.THREE,
                Lab.chain(Lab.linear(3)),
                Lab.CROSS_ENTROPY,
                Lab.ADAM,
                "'batchSize': 10, 'epochs': 7, 'warmup': {'kind': 'linear', 'steps': 4}",
                "'schedule': " + schedule);
    }

    @Test
    void thePreviewShowsTheRatesThatTrainingThenUses() {
        Valid valid = valid("{'kind': 'oneCycle'}");
        RateCurve curve = RateCurve.of(valid.experiment().training(), 30, 1000);
        assertThat(curve.points()).hasSize(21);
        try (Training training = Lab.open(valid)) {
            for (Point point : curve.points()) {
                assertThat(point.rate()).isEqualTo(training.learningRate());
                assertThat(point.epoch()).isCloseTo(training.step() / 3.0, Offset.offset(1e-12));
                Lab.train(training, 1);
            }
        }
    }

    @Test
    void aLongTrainingIsShownWithFewPointsFromFirstToLast() {
        Valid valid = valid("{'kind': 'cosine'}");
        RateCurve curve = RateCurve.of(valid.experiment().training(), 300_000, 50);
        assertThat(curve.points()).hasSize(50);
        assertThat(curve.points().getFirst().epoch()).isZero();
        assertThat(curve.points().getLast().epoch()).isCloseTo(7, Offset.offset(1e-3));
        assertThat(curve.highest().epoch()).isLessThan(1);
        assertThat(curve.waits()).isFalse();
    }

    @Test
    void whatWaitsForAFigureSaysSo() {
        Valid valid = valid("{'kind': 'reduceOnPlateau', 'figure': 'trainLoss'}");
        RateCurve curve = RateCurve.of(valid.experiment().training(), 30, 50);
        assertThat(curve.waits()).isTrue();
        assertThat(curve.points().getLast().rate()).isEqualTo(0.01);
    }
}
