package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Matrix;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The worked example of lesson C1, to its four digits. */
class BackpropagationByHandTest {
    private static final Offset<Float> FOUR_DIGITS = Offset.offset(5.1e-5f);

    @Test
    void outputsAreThoseOfTheExample() {
        try (Training training = Lab.open(Lab.lesson("c1"))) {
            Matrix input = new Matrix(1, 2, new float[] {0.05f, 0.10f});
            assertThat(training.scores(input)).containsExactly(floats(0.7514, 0.7729), FOUR_DIGITS);
        }
    }

    @Test
    void lossIsThatOfTheExample() {
        try (Training training = Lab.open(Lab.lesson("c1"))) {
            assertThat((float) training.evaluate().train().loss()).isCloseTo(0.2984f, FOUR_DIGITS);
            assertThat((float) training.train(1).lastLoss()).isCloseTo(0.2984f, FOUR_DIGITS);
        }
    }

    @Test
    void gradientsAreThoseOfTheExample() {
        try (TorchTraining training = Lab.open(Lab.lesson("c1"))) {
            float[] gradient = training.gradient().values();
            assertThat(Arrays.copyOfRange(gradient, 0, 4))
                    .containsExactly(floats(.0004, .0009, .0005, .0010), FOUR_DIGITS);
            assertThat(Arrays.copyOfRange(gradient, 6, 10))
                    .containsExactly(floats(.0822, .0827, -.0226, -.0227), FOUR_DIGITS);
        }
    }

    @Test
    void oneStepGivesTheWeightsOfTheExample() {
        try (Training training = Lab.open(Lab.lesson("c1"))) {
            training.train(1);
            Weights hidden = training.weights().get("hidden");
            Weights out = training.weights().get("output");
            assertThat(hidden.weight())
                    .containsExactly(floats(.1498, .1996, .2498, .2995), FOUR_DIGITS);
            assertThat(hidden.bias()).containsExactly(floats(.3456, .3450), FOUR_DIGITS);
            assertThat(out.weight())
                    .containsExactly(floats(.3589, .4087, .5113, .5614), FOUR_DIGITS);
            assertThat(out.bias()).containsExactly(floats(.5308, .6190), FOUR_DIGITS);
            assertThat(hidden.shape()).containsExactly(2, 2);
        }
    }

    private static float[] floats(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
