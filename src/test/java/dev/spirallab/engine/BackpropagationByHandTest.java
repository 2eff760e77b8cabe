package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Matrix;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The worked example C1 of the curriculum, to its four digits. */
class BackpropagationByHandTest {
    private static final Offset<Float> FOUR_DIGITS = Offset.offset(5.1e-5f);

    private static final String EXAMPLE =
            """
            {"format": 1, "title": "Backpropagation by hand",
             "dataset": {"kind": "inline", "inputs": [[0.05, 0.10]], "targets": [[0.01, 0.99]]},
             "graph": {
               "nodes": [
                 {"id": "in", "layer": {"kind": "input"}},
                 {"id": "hidden", "layer": {"kind": "linear", "units": 2, "activation": "sigmoid",
                   "initial": {"weight": [[0.15, 0.20], [0.25, 0.30]], "bias": [0.35, 0.35]}}},
                 {"id": "out", "layer": {"kind": "linear", "units": 2, "activation": "sigmoid",
                   "initial": {"weight": [[0.40, 0.45], [0.50, 0.55]], "bias": [0.60, 0.60]}}}],
               "edges": [{"from": "in", "to": "hidden"}, {"from": "hidden", "to": "out"}]},
             "training": {"loss": {"kind": "halfSquaredError"},
                          "optimizer": {"kind": "sgd", "learningRate": 0.5},
                          "batchSize": 1, "steps": 1}}
            """;

    @Test
    void outputsAreThoseOfTheExample() {
        try (Training training = Lab.open(Lab.valid(EXAMPLE))) {
            Matrix input = new Matrix(1, 2, new float[] {0.05f, 0.10f});
            assertThat(training.scores(input)).containsExactly(floats(0.7514, 0.7729), FOUR_DIGITS);
        }
    }

    @Test
    void lossIsThatOfTheExample() {
        try (Training training = Lab.open(Lab.valid(EXAMPLE))) {
            assertThat((float) training.evaluate().train().loss()).isCloseTo(0.2984f, FOUR_DIGITS);
            assertThat((float) training.train(1).lastLoss()).isCloseTo(0.2984f, FOUR_DIGITS);
        }
    }

    @Test
    void gradientsAreThoseOfTheExample() {
        try (TorchTraining training = Lab.open(Lab.valid(EXAMPLE))) {
            float[] gradient = training.gradient().values();
            assertThat(Arrays.copyOfRange(gradient, 0, 4))
                    .containsExactly(floats(.0004, .0009, .0005, .0010), FOUR_DIGITS);
            assertThat(Arrays.copyOfRange(gradient, 6, 10))
                    .containsExactly(floats(.0822, .0827, -.0226, -.0227), FOUR_DIGITS);
        }
    }

    @Test
    void oneStepGivesTheWeightsOfTheExample() {
        try (Training training = Lab.open(Lab.valid(EXAMPLE))) {
            training.train(1);
            Weights hidden = training.weights().get("hidden");
            Weights out = training.weights().get("out");
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
