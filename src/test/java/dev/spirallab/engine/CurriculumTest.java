package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.validation.ValidationResult.Valid;
import org.junit.jupiter.api.Test;

/** The figures of lessons A1 and A2. */
class CurriculumTest {
    private static Valid spiral(String activation, String weightDecay) {
        return Lab.valid(
                "{'kind': 'spiral', 'classes': 3, 'samples': 3000, 'testFraction': 0}",
                Lab.chain(Lab.linear(100, activation), Lab.linear(3)),
                Lab.CROSS_ENTROPY,
                "'optimizer': {'kind': 'adam', 'learningRate': 0.001, 'weightDecay': %s}"
                        .formatted(weightDecay),
                Lab.FULL_BATCH);
    }

    @Test
    void straightLinesCannotFollowASpiral() {
        try (Training training = Lab.open(spiral("identity", "0"))) {
            Lab.train(training, 1000);
            assertThat(training.evaluate().train().accuracy()).isBetween(0.45, 0.60);
        }
    }

    @Test
    void oneReluChangesEverything() {
        try (Training training = Lab.open(spiral("relu", "0.00001"))) {
            Lab.train(training, 1000);
            assertThat(training.evaluate().train().accuracy()).isGreaterThanOrEqualTo(0.93);
            Lab.train(training, 2000);
            assertThat(training.evaluate().train().accuracy()).isGreaterThanOrEqualTo(0.99);
        }
    }
}
