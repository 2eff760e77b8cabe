package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.frame.EndReason;
import dev.spirallab.run.PointPlan;
import dev.spirallab.run.RunLoop;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of lessons B1 to B8, from the experiments that a reader opens. */
class RegressionLessonsTest {

    /** To the end that the document asks for. */
    private static RunLoop run(String lesson) {
        Valid valid = Lab.lesson(lesson);
        TrainingSpec training = valid.experiment().training();
        RunLoop loop = new RunLoop(() -> Lab.open(valid), training, PointPlan.EVERY_EPOCH);
        while (!loop.ended()) {
            loop.advance(1000);
        }
        return loop;
    }

    private static float[] found(RunLoop loop) {
        Weights layer = loop.weights().get("output");
        float[] found = new float[layer.weight().length + 1];
        System.arraycopy(layer.weight(), 0, found, 0, layer.weight().length);
        found[found.length - 1] = layer.bias()[0];
        return found;
    }

    @Test
    void linearRegressionRecoversTheTruth() {
        try (RunLoop loop = run("b1")) {
            assertThat(loop.position().epoch()).isEqualTo(3);
            assertThat(found(loop))
                    .containsExactly(new float[] {2, -3.4f, 4.2f}, Offset.offset(0.005f));
            assertThat(loop.evaluation().train().loss()).isLessThan(1e-3);
        }
    }

    @Test
    void theLineComesToRunThroughThePoints() {
        try (RunLoop loop = run("b2")) {
            assertThat(found(loop)).containsExactly(new float[] {2, 4.2f}, Offset.offset(0.2f));
            double noise = 0.5 * 0.5 / 2;
            assertThat(loop.evaluation().train().loss()).isBetween(0.7 * noise, 1.3 * noise);
        }
    }

    @Test
    void thePolynomialEndsAtItsTarget() {
        try (RunLoop loop = run("b3")) {
            assertThat(loop.reason()).isEqualTo(EndReason.TARGET);
            assertThat(loop.evaluation().train().loss()).isLessThanOrEqualTo(1e-3);
            assertThat(loop.position().step()).isBetween(10L, 1999L);
            assertThat(found(loop)).containsExactly(new float[] {2, 3, 4, 1}, Offset.offset(0.1f));
        }
    }

    @Test
    void oneSigmoidUnitTellsTwoCloudsApart() {
        try (RunLoop loop = run("b4")) {
            assertThat(loop.evaluation().test().accuracy()).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void oneLayerLearnsFromZeros() {
        try (RunLoop loop = run("b5-one")) {
            assertThat(loop.evaluation().test().accuracy()).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void inTwoLayersAllHiddenUnitsStayTheSame() {
        try (Training training = Lab.open(Lab.lesson("b5-two"))) {
            Lab.train(training, 100);
            Weights hidden = training.weights().get("hidden1");
            assertThat(hidden.weight()[0]).isNotZero();
            for (int unit = 1; unit < 4; unit++) {
                assertThat(hidden.weight()[2 * unit]).isEqualTo(hidden.weight()[0]);
                assertThat(hidden.weight()[2 * unit + 1]).isEqualTo(hidden.weight()[1]);
                assertThat(hidden.bias()[unit]).isEqualTo(hidden.bias()[0]);
            }
        }
    }

    @Test
    void huberIsCloserToTheTruth() {
        double squared = distance("b6-mse");
        assertThat(distance("b6-huber")).isLessThan(squared / 3);
        assertThat(squared).isGreaterThan(0.5);
    }

    /** Of weights and bias from those that made the data. */
    private static double distance(String lesson) {
        try (RunLoop loop = run(lesson)) {
            float[] found = found(loop);
            return Math.hypot(Math.hypot(found[0] - 2, found[1] + 3.4), found[2] - 4.2);
        }
    }

    @Test
    void ohmsLawIsFound() {
        try (RunLoop loop = run("b7")) {
            assertThat(found(loop)[0]).isCloseTo(20, Offset.offset(0.05f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "right"})
    void aRateThatIsNotTooLargeLowersTheLoss(String variant) {
        try (RunLoop loop = run("b8-" + variant)) {
            double first = loop.points().getFirst().trainLoss();
            double last = loop.points().getLast().trainLoss();
            assertThat(last).isLessThan(variant.equals("right") ? 1e-3 : first);
            assertThat(last).isGreaterThan(variant.equals("right") ? 0 : 0.5 * first);
        }
    }

    @Test
    void aRateThatIsTooLargeDiverges() {
        try (RunLoop loop = run("b8-large")) {
            assertThat(loop.reason()).isEqualTo(EndReason.DIVERGED);
            assertThat(loop.divergedAt()).isPresent();
        }
    }
}
