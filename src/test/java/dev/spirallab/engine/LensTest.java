package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spirallab.dataset.Datasets;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.frame.Interior;
import dev.spirallab.frame.Interior.Layer;
import dev.spirallab.frame.Interior.Overview;
import dev.spirallab.frame.Interior.Pictures;
import dev.spirallab.frame.Look;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LensTest {
    private static final String SGD = "'optimizer': {'kind': 'sgd', 'learningRate': 0.1}";
    private static final Valid SMALL =
            Lab.valid(
                    Lab.THREE,
                    Lab.chain(
                            "{'kind': 'linear', 'units': 2, 'initial': {'weight': [[1, 2], [3,"
                                    + " 4]], 'bias': [5, 6]}}",
                            Lab.linear(3)),
                    Lab.CROSS_ENTROPY,
                    SGD,
                    Lab.FULL_BATCH);

    private static final Matrix POINT = new Matrix(1, 2, new float[] {1, 2});

    private static Look at(String node, String name) {
        return new Look(node, name, false, 0, 0, 0);
    }

    @Test
    void aSmallMatrixIsShownWholeWithItsBiases() {
        try (Training training = Lab.open(SMALL)) {
            Interior seen = training.interior(at("layer0", "weight"), POINT);
            assertThat(seen.layers())
                    .containsExactly(
                            new Layer("layer0", "weight", "in", "bias", List.of(2, 2)),
                            new Layer("layer1", "weight", "layer0", "bias", List.of(3, 2)));
            assertThat(seen.chosen()).isZero();
            assertThat(seen.window().values()).containsExactly(1, 2, 3, 4);
            assertThat(seen.window().biases()).containsExactly(5, 6);
            assertThat(seen.overview()).isEqualTo(Overview.NONE);
            assertThat(seen.maps()).isEqualTo(Pictures.NONE);
            assertThat(training.interior(at("layer1", "no such"), POINT).chosen()).isEqualTo(1);
            assertThat(training.interior(at("", ""), POINT).chosen()).isZero();
        }
    }

    @Test
    void ofALargeMatrixAWindowIsShownOrSomeRowsEvenlyTakenAndAnOverview() {
        Valid large =
                Lab.valid(
                        Lab.THREE,
                        Lab.chain(Lab.linear(100), Lab.linear(200), Lab.linear(3)),
                        Lab.CROSS_ENTROPY,
                        SGD);
        try (Training training = Lab.open(large)) {
            float[] all = training.weights().get("layer1").weight();
            Interior window =
                    training.interior(new Look("layer1", "weight", false, 190, 40, 0), POINT);
            assertThat(window.window().rows()).containsExactly(IntStream.range(168, 200).toArray());
            assertThat(window.window().columns())
                    .containsExactly(IntStream.range(40, 72).toArray());
            assertThat(window.window().values()[33]).isEqualTo(all[169 * 100 + 41]);
            Interior evenly = training.interior(new Look("layer1", "weight", true, 0, 0, 0), POINT);
            assertThat(evenly.window().rows()).hasSize(16).startsWith(0, 12, 25);
            assertThat(evenly.window().columns()).hasSize(16).startsWith(0, 6, 12);
            assertThat(evenly.window().values()[17]).isEqualTo(all[12 * 100 + 6]);
            assertThat(evenly.overview().height()).isEqualTo(64);
            assertThat(evenly.overview().width()).isEqualTo(64);
            // The block of rows 0 to 2 and of column 0 only.
            double mean = (all[0] + all[100] + all[200]) / 3;
            assertThat(evenly.overview().values()[0])
                    .isEqualTo((byte) Math.round(255 * (mean / evenly.overview().most() + 1) / 2));
        }
    }

    @Test
    void aConvolutionShowsItsFiltersAndWhatItMakesOfAnExample() {
        Valid images =
                Lab.valid(
                        "{'kind': 'inline', 'shape': [2, 2, 2], 'inputs': [[1, 2, 3, -4, 0, 0, 0,"
                                + " 0], [1, 1, 1, 1, 1, 1, 1, 1]], 'labels': [0, 1]}",
                        Lab.chain(
                                "{'kind': 'conv2d', 'outChannels': 1, 'kernelSize': 1, 'initial':"
                                        + " {'weight': [[2, 7]], 'bias': [1]}}",
                                "{'kind': 'maxPool2d', 'kernelSize': 2}",
                                "{'kind': 'flatten'}",
                                Lab.linear(2)),
                        Lab.CROSS_ENTROPY,
                        SGD);
        try (Training training = Lab.open(images)) {
            Matrix example =
                    Datasets.create(images.experiment().dataset()).train().inputs().pick(0);
            Interior conv = training.interior(at("layer0", "weight"), example);
            assertThat(conv.layers())
                    .extracting(Layer::node)
                    .containsExactly("layer0", "layer1", "layer3");
            assertThat(conv.window().values()).containsExactly(2);
            Interior second =
                    training.interior(new Look("layer0", "weight", false, 0, 1, 0), example);
            assertThat(second.window().columns()).containsExactly(1);
            assertThat(second.window().values()).containsExactly(7);
            assertThat(conv.maps().channels()).isEqualTo(1);
            Interior.Picture map = conv.maps().pictures().getFirst();
            float[] input = example.values();
            float least = Float.MAX_VALUE;
            float greatest = -Float.MAX_VALUE;
            for (int i = 0; i < 4; i++) {
                float out = 2 * input[i] + 7 * input[4 + i] + 1;
                least = Math.min(least, out);
                greatest = Math.max(greatest, out);
            }
            assertThat(map.least()).isEqualTo(least);
            assertThat(map.greatest()).isEqualTo(greatest);
            assertThat(map.values()[3]).isZero();
            Interior pool = training.interior(at("layer1", ""), example);
            assertThat(pool.window().values()).isEmpty();
            assertThat(pool.maps().pictures()).hasSize(1);
            assertThat(pool.maps().pictures().getFirst().greatest()).isEqualTo(greatest);
        }
    }

    @Test
    void aRunWithAWeightSetByHandIsTheRunThatBeginsWithIt() {
        Valid begun =
                Lab.valid(
                        Lab.THREE,
                        Lab.chain(
                                "{'kind': 'linear', 'units': 2, 'initial': {'weight': [[1, 2],"
                                        + " [-0.5, 4]], 'bias': [5, 7]}}",
                                Lab.linear(3)),
                        Lab.CROSS_ENTROPY,
                        SGD,
                        Lab.FULL_BATCH);
        try (Training wanted = Lab.open(begun);
                Training edited = Lab.open(SMALL)) {
            assertThat(edited.edit(new Edit("layer0", "weight", 2, -0.5f))).isTrue();
            assertThat(edited.edit(new Edit("layer0", "bias", 1, 7))).isTrue();
            assertThat(Lab.parameters(edited)).isEqualTo(Lab.parameters(wanted));
            Lab.train(wanted, 20);
            Lab.train(edited, 20);
            assertThat(Lab.parameters(edited)).isEqualTo(Lab.parameters(wanted));
            assertThat(edited.evaluate()).isEqualTo(wanted.evaluate());
        }
    }

    @Test
    void settingANumberLeavesTheOptimiserAndThePlaceAsTheyAre() {
        Valid adam =
                Lab.valid(
                        Lab.THREE,
                        Lab.chain(Lab.linear(2), Lab.linear(3)),
                        Lab.CROSS_ENTROPY,
                        Lab.ADAM,
                        "'batchSize': 8");
        try (TorchTraining training = Lab.open(adam)) {
            Lab.train(training, 5);
            float[] state = training.optimizerState();
            training.edit(new Edit("layer1", "weight", 5, 0.25f));
            assertThat(training.optimizerState()).isEqualTo(state);
            assertThat(training.step()).isEqualTo(5);
            assertThat(training.weights().get("layer1").weight()[5]).isEqualTo(0.25f);
        }
    }

    @Test
    void aNumberThatThereIsNotCannotBeSet() {
        try (Training training = Lab.open(SMALL)) {
            List<Float> before = Lab.parameters(training);
            assertThat(training.edit(new Edit("layer0", "weight", 4, 1))).isFalse();
            assertThat(training.edit(new Edit("layer0", "weight", -1, 1))).isFalse();
            assertThat(training.edit(new Edit("layer0", "scale", 0, 1))).isFalse();
            assertThat(training.edit(new Edit("nowhere", "weight", 0, 1))).isFalse();
            assertThat(Lab.parameters(training)).isEqualTo(before);
        }
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -1.1e6f}) {
            assertThatThrownBy(() -> new Edit("layer0", "weight", 0, value))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
