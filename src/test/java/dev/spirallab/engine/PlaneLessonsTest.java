package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Datasets;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.validation.ValidationResult.Valid;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of lessons A1 to A7, from the experiments that a reader opens. */
class PlaneLessonsTest {

    @Test
    void straightLinesCannotFollowASpiral() {
        try (Training training = Lab.open(Lab.lesson("a1"))) {
            Lab.train(training, 1000);
            assertThat(training.evaluate().train().accuracy()).isBetween(0.45, 0.60);
        }
    }

    /**
     * Without activation the difference of two scores is a linear function: no second difference.
     */
    @Test
    void boundariesWithoutActivationAreStraight() {
        try (Training training = Lab.open(Lab.lesson("a1"))) {
            Lab.train(training, 300);
            float[] scores =
                    training.scores(
                            new Matrix(3, 2, new float[] {-0.4f, 0.3f, 0, 0.1f, 0.4f, -0.1f}));
            for (int other = 1; other < 3; other++) {
                double bend = odds(scores, 0, other) - 2 * odds(scores, 1, other);
                assertThat(bend + odds(scores, 2, other)).isCloseTo(0, Offset.offset(1e-4));
            }
        }
    }

    private static double odds(float[] scores, int row, int other) {
        return Math.log(scores[3 * row + other]) - Math.log(scores[3 * row]);
    }

    @Test
    void oneReluChangesEverything() {
        try (Training training = Lab.open(Lab.lesson("a2"))) {
            Lab.train(training, 1000);
            assertThat(training.evaluate().train().accuracy()).isGreaterThanOrEqualTo(0.93);
            Lab.train(training, 2000);
            assertThat(training.evaluate().train().accuracy()).isGreaterThanOrEqualTo(0.99);
        }
    }

    @Test
    void wideAndDeepHaveTheSameBudget() {
        assertThat(parameters("a3-wide")).isEqualTo(603);
        assertThat(parameters("a3-deep")).isEqualTo(573);
    }

    private static int parameters(String lesson) {
        try (Training training = Lab.open(Lab.lesson(lesson))) {
            return Lab.parameters(training).size();
        }
    }

    @Test
    void sigmoidsLetTheGradientVanish() {
        double sigmoid = firstGradient("a4-sigmoid");
        assertThat(firstGradient("a4-relu")).isGreaterThan(100 * sigmoid);
        assertThat(firstGradient("a4-tanh")).isGreaterThan(sigmoid);
    }

    /** The 2-norm of the gradient of the first layer's 20 x 2 weights at the first step. */
    private static double firstGradient(String lesson) {
        try (TorchTraining training = Lab.open(Lab.lesson(lesson))) {
            float[] gradient = training.gradient().values();
            double sum = 0;
            for (int i = 0; i < 40; i++) {
                sum += (double) gradient[i] * gradient[i];
            }
            return Math.sqrt(sum);
        }
    }

    @Test
    void adamIsSoonerThere() {
        assertThat(epochsUntil("a5-adam", 0.3, 60)).isLessThan(epochsUntil("a5-sgd", 0.3, 60));
    }

    private static int epochsUntil(String lesson, double loss, int most) {
        try (Training training = Lab.open(Lab.lesson(lesson))) {
            int epochs = 0;
            while (epochs < most && training.evaluate().train().loss() > loss) {
                Lab.train(training, training.stepsPerEpoch());
                epochs++;
            }
            return epochs;
        }
    }

    @Test
    void softmaxTurnsScoresIntoProbabilities() {
        Valid lesson = Lab.lesson("a6");
        try (Training training = Lab.open(lesson)) {
            Matrix scores = Datasets.create(lesson.experiment().dataset()).train().inputs();
            assertThat(training.scores(scores))
                    .containsExactly(
                            new float[] {
                                .0212f, .0177f, .0202f, .0202f, .0638f, .0287f, .0185f, .0522f,
                                .0183f, .7392f
                            },
                            Offset.offset(5.1e-5f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"crossEntropy", "mse"})
    void eitherLossGetsThere(String loss) {
        assertThat(Lab.accuracyAfter("a7-" + loss, 100)).isGreaterThanOrEqualTo(0.95);
    }

    /**
     * The difference of two softmax scores moves twice as far as either, so half of the rate does
     * what the sigmoid does.
     */
    @Test
    void aSigmoidIsASoftmaxOfTwo() {
        Valid one = Lab.lesson("a7-sigmoid");
        try (Training sigmoid = Lab.open(one);
                Training softmax = Lab.open(Lab.lesson("a7-softmax"))) {
            Matrix points = Datasets.create(one.experiment().dataset()).train().inputs();
            for (int epoch = 0; epoch < 20; epoch++) {
                Lab.train(sigmoid, sigmoid.stepsPerEpoch());
                Lab.train(softmax, softmax.stepsPerEpoch());
                assertThat(secondColumn(softmax.scores(points)))
                        .containsExactly(
                                secondColumn(sigmoid.scores(points)), Offset.offset(1e-4f));
            }
            assertThat(sigmoid.evaluate().train().accuracy()).isGreaterThan(0.85);
        }
    }

    private static float[] secondColumn(float[] scores) {
        float[] column = new float[scores.length / 2];
        for (int i = 0; i < column.length; i++) {
            column[i] = scores[2 * i + 1];
        }
        return column;
    }
}
