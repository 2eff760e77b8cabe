package dev.spirallab.engine;

import static dev.spirallab.engine.Lab.CLOUDS;
import static dev.spirallab.engine.Lab.CROSS_ENTROPY;
import static dev.spirallab.engine.Lab.FULL_BATCH;
import static dev.spirallab.engine.Lab.THREE;
import static dev.spirallab.engine.Lab.chain;
import static dev.spirallab.engine.Lab.linear;
import static dev.spirallab.engine.Lab.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientTest {
    private static final String SGD = "'optimizer': {'kind': 'sgd'}";

    /** Examples of two channels, two high and three wide. */
    static final String SHAPED =
            """
            {'kind': 'inline', 'shape': [2, 2, 3], 'labels': [0, 2, 1],
             'inputs': [[0.1, -0.2, 0.3, 0.4, 0.5, -0.6, 0.7, 0.8, 0.9, -1.0, 1.1, 1.2],
                        [1.1, 0.2, -0.3, 0.1, 0.2, 0.6, -0.7, 0.3, 0.2, 1.0, 0.5, 0.2],
                        [-0.9, 0.4, 0.8, -0.3, 0.1, 0.1, 0.2, -0.8, 0.4, 0.3, -0.2, 0.6]]}
            """;

    private static final String VALUES = "{'kind': 'plane', 'samples': 40}";

    /** Targets that are shares of a whole. */
    private static final String SHARES =
            "{'kind': 'inline', 'inputs': [[1, 2], [-1, 0.5], [0.3, -2]],"
                    + " 'targets': [[0.2, 0.8], [1, 0], [0.5, 0.5]]}";

    /** Two ways from the input, joined by concat and add, one value used three times. */
    static final String BRANCHES =
            """
            {'nodes': [
              {'id': 'in', 'layer': {'kind': 'input'}},
              {'id': 'trunk', 'layer': {'kind': 'linear', 'units': 4, 'activation': 'tanh'}},
              {'id': 'left', 'layer': {'kind': 'linear', 'units': 4, 'activation': 'sigmoid'}},
              {'id': 'right', 'layer': {'kind': 'linear', 'units': 3, 'activation': 'gelu'}},
              {'id': 'skip', 'layer': {'kind': 'add'}},
              {'id': 'both', 'layer': {'kind': 'concat'}},
              {'id': 'flat', 'layer': {'kind': 'flatten'}},
              {'id': 'out', 'layer': {'kind': 'linear', 'units': 3}}],
             'edges': [
              {'from': 'in', 'to': 'trunk'}, {'from': 'trunk', 'to': 'left'},
              {'from': 'trunk', 'to': 'right'}, {'from': 'trunk', 'to': 'skip'},
              {'from': 'left', 'to': 'skip'}, {'from': 'skip', 'to': 'both'},
              {'from': 'in', 'to': 'both'}, {'from': 'right', 'to': 'both'},
              {'from': 'trunk', 'to': 'both'}, {'from': 'both', 'to': 'flat'},
              {'from': 'flat', 'to': 'out'}]}
            """;

    static Stream<Named<Valid>> experiments() {
        return Stream.of(functions(), layers(), LayerExperiments.all(), losses())
                .flatMap(each -> each);
    }

    private static Stream<Named<Valid>> functions() {
        return Arrays.stream(Function.values())
                .flatMap(function ->
                        Stream.of(
                                named(function + " in a layer", inLayer(function)),
                                named(function + " of its own", ofItsOwn(function))));
    }

    private static Valid inLayer(Function function) {
        return classes(chain(linear(5, function.name()), linear(3)));
    }

    private static Valid ofItsOwn(Function function) {
        String node = "{'kind': 'activation', 'function': '%s'}".formatted(function);
        return classes(chain(linear(5), node, linear(3)));
    }

    private static Stream<Named<Valid>> layers() {
        return Stream.of(
                named("branches", classes(BRANCHES)),
                named(
                        "examples with a shape",
                        valid(
                                SHAPED,
                                chain("{'kind': 'flatten'}", linear(3)),
                                CROSS_ENTROPY,
                                SGD,
                                FULL_BATCH)),
                named(
                        "dropout",
                        classes(chain(linear(9), "{'kind': 'dropout', 'p': 0.4}", linear(3)))),
                named(
                        "no dropout",
                        classes(chain(linear(9), "{'kind': 'dropout', 'p': 0}", linear(3)))),
                named(
                        "batch norm",
                        classes(
                                chain(
                                        linear(4),
                                        "{'kind': 'batchNorm'}",
                                        linear(4, "tanh"),
                                        "{'kind': 'batchNorm', 'eps': 0.1}",
                                        linear(3)))));
    }

    private static Stream<Named<Valid>> losses() {
        String twoOutputs = chain(linear(4, "tanh"), linear(2));
        String oneOutput = chain(linear(4, "tanh"), linear(1));
        Stream<Named<Valid>> onClasses =
                Stream.of(
                                "'crossEntropy'",
                                "'crossEntropy', 'labelSmoothing': 0.2",
                                "'crossEntropy', 'weight': [0.5, 2]",
                                "'crossEntropy', 'labelSmoothing': 0.2, 'weight': [0.5, 2]",
                                "'nll'",
                                "'nll', 'weight': [0.5, 2]",
                                "'klDivergence', 'labelSmoothing': 0.1",
                                "'binaryCrossEntropy'",
                                "'hinge', 'margin': 0.7",
                                "'hinge', 'p': 2",
                                "'mse'",
                                "'halfSquaredError'",
                                "'l1'",
                                "'smoothL1'",
                                "'huber'")
                        .map(loss -> named(loss + " on classes", loss(loss, CLOUDS, twoOutputs)));
        Stream<Named<Valid>> onTwoClasses =
                Stream.of("'binaryCrossEntropy'", "'hinge'", "'hinge', 'p': 2")
                        .map(loss -> named(loss + " of one", loss(loss, CLOUDS, oneOutput)));
        Stream<Named<Valid>> onValues =
                Stream.of(
                                "'mse'",
                                "'halfSquaredError'",
                                "'l1'",
                                "'smoothL1', 'beta': 0.3",
                                "'huber', 'delta': 0.3")
                        .map(loss -> named(loss, loss(loss, VALUES, oneOutput)));
        Stream<Named<Valid>> onShares =
                Stream.of(named("'klDivergence'", loss("'klDivergence'", SHARES, twoOutputs)));
        return Stream.of(onClasses, onTwoClasses, onValues, onShares).flatMap(each -> each);
    }

    private static Valid classes(String graph) {
        return valid(THREE, graph, CROSS_ENTROPY, SGD, FULL_BATCH);
    }

    private static Valid loss(String kind, String dataset, String graph) {
        return valid(dataset, graph, "'loss': {'kind': %s}".formatted(kind), SGD, FULL_BATCH);
    }

    private static Named<Valid> named(String name, Valid valid) {
        return Named.of(name, valid);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void generatedBackwardPassGivesWhatAutogradGives(Valid valid) {
        Gradient generated;
        Gradient autograd;
        try (TorchTraining training = Lab.open(valid)) {
            generated = training.gradient();
        }
        try (TorchTraining training = Lab.openWithAutograd(valid)) {
            autograd = training.gradient();
        }
        assertThat(generated.loss()).isCloseTo(autograd.loss(), Offset.offset(1e-5f));
        assertThat(generated.values()).containsExactly(autograd.values(), Offset.offset(2e-6f));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void gradientIsTheSlopeOfTheLoss(Valid valid) {
        try (TorchTraining training = Lab.open(valid)) {
            Random random = new Random(5);
            for (int i = 0; i < 3; i++) {
                double[] direction = direction(training.gradient().values().length, random);
                double slope = slope(training, direction);
                assertThat(dot(training.gradient().values(), direction))
                        .isCloseTo(slope, Offset.offset(2e-3 + 0.02 * Math.abs(slope)));
            }
        }
    }

    /** Of length 1. */
    private static double[] direction(int size, Random random) {
        double[] direction = random.doubles(size, -1, 1).toArray();
        double length = Math.sqrt(Arrays.stream(direction).map(x -> x * x).sum());
        return Arrays.stream(direction).map(x -> x / length).toArray();
    }

    /** Central difference. */
    private static double slope(TorchTraining training, double[] direction) {
        double h = 1e-2;
        return (lossAt(training, direction, h) - lossAt(training, direction, -h)) / (2 * h);
    }

    private static double lossAt(TorchTraining training, double[] direction, double distance) {
        Checkpoint here = training.checkpoint();
        training.move(values -> {
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (distance * direction[i]);
            }
        });
        double loss = training.gradient().loss();
        training.restore(here);
        return loss;
    }

    private static double dot(float[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void everyLayerIsAmongTheExperiments() {
        Set<Class<?>> seen =
                experiments()
                        .flatMap(named -> named.getPayload().order().stream())
                        .map(node -> node.layer().getClass())
                        .collect(Collectors.toSet());
        assertThat(seen).containsAll(List.of(LayerSpec.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void inferredShapesEqualTheShapesTheEngineComputes(Valid valid) {
        try (TorchTraining training = Lab.open(valid)) {
            int rows = 7;
            int width = valid.experiment().dataset().inputSize();
            var inputs = new Matrix(rows, width, new float[rows * width]);
            assertThat(training.shapes(inputs))
                    .isEqualTo(
                            valid.order().stream()
                                    .map(node -> valid.shapes().get(node.id()).dimensions())
                                    .map(dimensions -> withRows(rows, dimensions))
                                    .toList());
        }
    }

    private static List<Integer> withRows(int rows, List<Integer> dimensions) {
        return Stream.concat(Stream.of(rows), dimensions.stream()).toList();
    }
}
