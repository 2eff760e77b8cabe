package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lesson D3: what opens the gap between training and test loss, and what closes it. */
class OverfittingLessonTest {

    @Test
    void aLargeNetworkLearnsFewNoisyPointsByHeart() {
        Evaluation end = end("d3-overfit");
        assertThat(end.train().accuracy()).isGreaterThan(0.95);
        assertThat(end.test().loss()).isGreaterThan(10 * end.train().loss());
        assertThat(end.test().loss()).isGreaterThan(2 * leastTestLoss("d3-overfit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"l2", "dropout", "more"})
    void eachRemedyNarrowsTheGap(String remedy) {
        assertThat(gap(end("d3-" + remedy))).isLessThan(0.7 * gap(end("d3-overfit")));
    }

    private static double gap(Evaluation evaluation) {
        return evaluation.test().loss() - evaluation.train().loss();
    }

    private static Evaluation end(String lesson) {
        try (Training training = Lab.open(Lab.lesson(lesson))) {
            int epochs = Lab.lesson(lesson).experiment().training().epochs().orElseThrow();
            Lab.train(training, epochs * training.stepsPerEpoch());
            return training.evaluate();
        }
    }

    private static double leastTestLoss(String lesson) {
        try (Training training = Lab.open(Lab.lesson(lesson))) {
            double least = Double.POSITIVE_INFINITY;
            for (int epoch = 0; epoch < 100; epoch++) {
                Lab.train(training, training.stepsPerEpoch());
                least = Math.min(least, training.evaluate().test().loss());
            }
            return least;
        }
    }
}
