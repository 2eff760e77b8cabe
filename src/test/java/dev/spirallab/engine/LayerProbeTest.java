package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.frame.LayerReport;
import dev.spirallab.frame.LayerReport.Histogram;
import dev.spirallab.frame.LayerReport.Layer;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerProbeTest {
    private static final Matrix ROWS = new Matrix(2, 2, new float[] {1, 2, 3, -4});

    /** Three units, of which the last is 0 for both rows and the second for one of them. */
    private static final Valid HALF_DEAD =
            Lab.valid(
                    Lab.THREE,
                    Lab.chain(
                            "{'kind': 'linear', 'units': 3, 'activation': 'relu', 'initial':"
                                    + " {'weight': [[1, 0], [0, 1], [-1, 0]],"
                                    + " 'bias': [0, 0, 0]}}",
                            Lab.linear(3)),
                    Lab.CROSS_ENTROPY,
                    "'optimizer': {'kind': 'sgd', 'learningRate': 0.5}",
                    "'batchSize': 8");

    private static LayerReport probe(Valid valid) {
        try (Training training = Lab.open(valid)) {
            return Lab.probe(training, ROWS);
        }
    }

    private static double length(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    @Test
    void weightsAndActivationsSpreadAsTheyAre() {
        LayerReport report = probe(HALF_DEAD);
        assertThat(report.layers()).extracting(Layer::node).containsExactly("layer0", "layer1");
        assertThat(report.batch()).isEqualTo(8);
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.learningRate()).isEqualTo(0.5);
        Layer first = report.layers().getFirst();
        assertThat(first.parameters()).isEqualTo(9);
        Histogram weights = first.weights().orElseThrow();
        assertThat(List.of(weights.least(), weights.greatest())).containsExactly(-1.0, 1.0);
        assertThat(weights.mean()).isCloseTo(1 / 9.0, within(1e-9));
        assertThat(weights.deviation()).isCloseTo(Math.sqrt(3 / 9.0 - 1 / 81.0), within(1e-9));
        assertThat(weights.counts().getFirst()).isEqualTo(1);
        assertThat(weights.counts().getLast()).isEqualTo(2);
        assertThat(weights.counts().stream().mapToInt(n -> n).sum()).isEqualTo(9);
        // relu of [1, 2, -1] and [3, -4, -3]
        Histogram outputs = first.activations().orElseThrow();
        assertThat(List.of(outputs.least(), outputs.greatest())).containsExactly(0.0, 3.0);
        assertThat(outputs.counts().getFirst()).isEqualTo(3);
    }

    @Test
    void aLayerPutsOutARowOfNumbersAnExample() {
        try (Training training = Lab.open(HALF_DEAD)) {
            assertThat(training.outputs(ROWS, "layer0")).containsExactly(1, 2, 0, 3, 0, 0);
            assertThat(training.outputs(ROWS, "nowhere")).isEmpty();
        }
    }

    @Test
    void aUnitThatIsZeroForAllRowsIsDead() {
        List<Layer> layers = probe(HALF_DEAD).layers();
        assertThat(layers.getFirst().deadShare())
                .hasValueSatisfying(share -> assertThat(share).isCloseTo(1 / 3.0, within(1e-9)));
        assertThat(layers.getLast().deadShare()).isEmpty();
    }

    @Test
    void aChannelIsDeadIfItIsZeroAllOverItsMaps() {
        Valid valid =
                Lab.valid(
                        "{'kind': 'inline', 'shape': [1, 2, 2], 'inputs': [[1, 2, 3, -4], [1, 1, 1,"
                                + " 1]], 'labels': [0, 1]}",
                        Lab.chain(
                                "{'kind': 'conv2d', 'outChannels': 2, 'kernelSize': 1, 'activation':"
                                        + " 'relu', 'initial': {'weight': [[1], [0]],"
                                        + " 'bias': [0, -1]}}",
                                "{'kind': 'flatten'}",
                                Lab.linear(2)),
                        Lab.CROSS_ENTROPY,
                        Lab.ADAM);
        try (Training training = Lab.open(valid)) {
            LayerReport report = Lab.probe(training, new Matrix(1, 4, new float[] {-1, -2, -3, 4}));
            assertThat(report.layers().getFirst().deadShare()).hasValue(0.5);
        }
    }

    @Test
    void theGradientIsThatOfTheNextBatchAndTheRatioThatOfTheNextStep() {
        try (TorchTraining training = Lab.open(HALF_DEAD)) {
            training.train(5);
            float[] gradient = training.gradient().values();
            float[] before = training.weights().get("layer1").weight();
            LayerReport report = Lab.probe(training, ROWS);
            training.train(1);
            float[] after = training.weights().get("layer1").weight();
            Layer second = report.layers().getLast();
            assertThat(second.gradientNorm().orElseThrow())
                    .isCloseTo(length(Arrays.copyOfRange(gradient, 9, 21)), within(1e-9));
            assertThat(second.gradients().orElseThrow().counts().stream().mapToInt(n -> n).sum())
                    .isEqualTo(12);
            // plain SGD: moved by rate times gradient
            double moved = 0.5 * second.gradientNorm().orElseThrow();
            double ratio = second.updateRatio().orElseThrow();
            assertThat(ratio * whole(before, report, training)).isCloseTo(moved, within(1e-4));
            assertThat(after).isNotEqualTo(before);
        }
    }

    /**
     * The length of all parameters of the second layer before the step: after it, less the step.
     */
    private static double whole(float[] weight, LayerReport report, Training training) {
        Histogram all = report.layers().getLast().weights().orElseThrow();
        double squares = 12 * (all.deviation() * all.deviation() + all.mean() * all.mean());
        assertThat(squares).isGreaterThan(length(weight) * length(weight) - 1e-6);
        assertThat(training.step()).isEqualTo(6);
        return Math.sqrt(squares);
    }

    @Test
    void aLayerWithoutParametersHasActivationsAlone() {
        Valid valid =
                Lab.valid(
                        Lab.THREE,
                        Lab.chain(Lab.linear(4), "{'kind': 'activation'}", Lab.linear(3)),
                        Lab.CROSS_ENTROPY,
                        Lab.ADAM);
        Layer relu = probe(valid).layers().get(1);
        assertThat(relu.parameters()).isZero();
        assertThat(relu.weights()).isEmpty();
        assertThat(relu.gradients()).isEmpty();
        assertThat(relu.gradientNorm()).isEmpty();
        assertThat(relu.updateRatio()).isEmpty();
        assertThat(relu.activations()).isPresent();
        assertThat(relu.deadShare()).isPresent();
    }

    @Test
    void whatIsNotFiniteIsNone() {
        try (TorchTraining training = Lab.open(HALF_DEAD)) {
            training.move(values -> Arrays.fill(values, Float.NaN));
            Layer layer = Lab.probe(training, ROWS).layers().getFirst();
            assertThat(layer.weights()).isEmpty();
            assertThat(layer.gradientNorm()).isEmpty();
            assertThat(layer.updateRatio()).isEmpty();
        }
    }

    @Test
    void singleUnitsAnswerAsTheirLayerDoes() {
        try (TorchTraining training = Lab.open(HALF_DEAD)) {
            assertThat(training.banks())
                    .containsExactly(
                            new Bank("in", 2), new Bank("layer0", 3), new Bank("layer1", 3));
            assertThat(
                            training.outputs(
                                    ROWS,
                                    List.of(
                                            new Unit("in", 1),
                                            new Unit("layer0", 0),
                                            new Unit("layer0", 2))))
                    .containsExactly(2, 1, 0, -4, 3, 0);
        }
    }
}
