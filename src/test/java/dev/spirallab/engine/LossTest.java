package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.Kind;
import dev.spirallab.spec.training.LossSpec;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Losses against their published formulas in double precision: gradient descent on a linear model,
 * whose slopes are differences of the formula.
 */
class LossTest {
    private static final int STEPS = 25;
    private static final double RATE = 0.1;
    private static final double[][] INPUTS = {
        {1, 2}, {-1, 0.5}, {0.3, -2}, {2, 1}, {-2, -1}, {0.5, 0.2}, {-0.4, 1.1}
    };
    private static final int[] LABELS = {0, 2, 1, 1, 0, 2, 2};
    private static final int[] SIDES = {0, 1, 1, 0, 0, 1, 1};
    private static final double[][] VALUES = {
        {1, 3}, {-1, 0.2}, {4, -2}, {0.5, 0}, {-0.3, 0.1}, {6, 2}, {0.1, -5}
    };
    private static final double[][] SHARES = {
        {0.1, 0.9}, {1, 0}, {0.5, 0.5}, {0.25, 0.75}, {0, 1}, {0.3, 0.7}, {0.6, 0.4}
    };

    /** The mean loss of a batch. */
    interface Batch {
        /**
         * @param z outputs of each example
         */
        double loss(double[][] z);
    }

    /** The loss of one example. */
    interface One {
        double loss(double[] z, int row);
    }

    private static Batch mean(One one) {
        return z -> rows().mapToDouble(i -> one.loss(z[i], i)).sum() / INPUTS.length;
    }

    private static Batch errors(ToDoubleFunction<Double> of, double divisor) {
        return mean((z, i) ->
                IntStream.range(0, 2).mapToDouble(k -> of.applyAsDouble(z[k] - VALUES[i][k])).sum()
                        / divisor);
    }

    private static IntStream rows() {
        return IntStream.range(0, INPUTS.length);
    }

    static Stream<Arguments> losses() {
        double[] w = {0.5, 2, 1.5};
        return Stream.of(
                classes("'crossEntropy'", mean((z, i) -> -logSoftmax(z)[LABELS[i]])),
                classes(
                        "'crossEntropy', 'labelSmoothing': 0.2",
                        mean((z, i) -> smoothed(logSoftmax(z), i, 0.2, new double[] {1, 1, 1}))),
                classes(
                        "'crossEntropy', 'weight': [0.5, 2, 1.5]",
                        z -> weighted(w, (p, i) -> -w[LABELS[i]] * logSoftmax(p)[LABELS[i]], z)),
                classes(
                        "'crossEntropy', 'labelSmoothing': 0.1, 'weight': [0.5, 2, 1.5]",
                        z -> weighted(w, (p, i) -> smoothed(logSoftmax(p), i, 0.1, w), z)),
                classes("'nll'", mean((z, i) -> -z[LABELS[i]])),
                classes(
                        "'nll', 'weight': [0.5, 2, 1.5]",
                        z -> weighted(w, (p, i) -> -w[LABELS[i]] * p[LABELS[i]], z)),
                classes("'klDivergence'", mean((z, i) -> -z[LABELS[i]])),
                classes(
                        "'klDivergence', 'labelSmoothing': 0.3",
                        mean((z, i) -> divergence(spread(i, 0.3), z))),
                shares("'klDivergence'", mean((z, i) -> divergence(SHARES[i], z))),
                classes("'binaryCrossEntropy'", mean(LossTest::sigmoids)),
                sides(
                        "'binaryCrossEntropy'",
                        mean((z, i) -> Math.log(1 + Math.exp(SIDES[i] == 1 ? -z[0] : z[0])))),
                classes("'hinge'", mean((z, i) -> margins(z, i, 1, 1))),
                classes("'hinge', 'p': 2, 'margin': 1.5", mean((z, i) -> margins(z, i, 2, 1.5))),
                sides("'hinge'", mean((z, i) -> Math.max(0, 1 - (2 * SIDES[i] - 1) * z[0]))),
                sides(
                        "'hinge', 'p': 2, 'margin': 2",
                        mean((z, i) -> Math.pow(Math.max(0, 2 - (2 * SIDES[i] - 1) * z[0]), 2))),
                values("'mse'", errors(d -> d * d, 2)),
                values("'halfSquaredError'", errors(d -> d * d / 2, 1)),
                values("'l1'", errors(Math::abs, 2)),
                values("'smoothL1'", errors(d -> bent(d, 1), 2)),
                values("'smoothL1', 'beta': 2.5", errors(d -> bent(d, 2.5) / 2.5, 2)),
                values("'smoothL1', 'beta': 0", errors(Math::abs, 2)),
                values("'huber'", errors(d -> bent(d, 1), 2)),
                values("'huber', 'delta': 0.7", errors(d -> bent(d, 0.7), 2)));
    }

    private static double[] logSoftmax(double[] z) {
        double sum = Arrays.stream(z).map(Math::exp).sum();
        return Arrays.stream(z).map(x -> x - Math.log(sum)).toArray();
    }

    /** PyTorch's documentation of cross-entropy with smoothing. */
    private static double smoothed(double[] logs, int row, double e, double[] w) {
        double even = IntStream.range(0, 3).mapToDouble(k -> -w[k] * logs[k]).sum() / 3;
        return (1 - e) * -w[LABELS[row]] * logs[LABELS[row]] + e * even;
    }

    private static double weighted(double[] w, One one, double[][] z) {
        return rows().mapToDouble(i -> one.loss(z[i], i)).sum()
                / rows().mapToDouble(i -> w[LABELS[i]]).sum();
    }

    private static double[] spread(int row, double e) {
        return IntStream.range(0, 3)
                .mapToDouble(k -> (k == LABELS[row] ? 1 - e : 0) + e / 3)
                .toArray();
    }

    private static double divergence(double[] t, double[] z) {
        return IntStream.range(0, t.length)
                .filter(k -> t[k] > 0)
                .mapToDouble(k -> t[k] * (Math.log(t[k]) - z[k]))
                .sum();
    }

    private static double sigmoids(double[] z, int row) {
        return IntStream.range(0, 3)
                        .mapToDouble(k -> Math.log(1 + Math.exp(k == LABELS[row] ? -z[k] : z[k])))
                        .sum()
                / 3;
    }

    private static double margins(double[] z, int row, int p, double margin) {
        return IntStream.range(0, 3)
                        .filter(k -> k != LABELS[row])
                        .mapToDouble(k -> Math.pow(Math.max(0, margin - z[LABELS[row]] + z[k]), p))
                        .sum()
                / 3;
    }

    /** Huber's. */
    private static double bent(double d, double delta) {
        double size = Math.abs(d);
        return size <= delta ? d * d / 2 : delta * (size - delta / 2);
    }

    private static Arguments classes(String loss, Batch formula) {
        return Arguments.of(loss, "'labels': " + Arrays.toString(LABELS), 3, formula);
    }

    private static Arguments sides(String loss, Batch formula) {
        return Arguments.of(loss, "'labels': " + Arrays.toString(SIDES), 1, formula);
    }

    private static Arguments values(String loss, Batch formula) {
        return Arguments.of(loss, "'targets': " + Arrays.deepToString(VALUES), 2, formula);
    }

    private static Arguments shares(String loss, Batch formula) {
        return Arguments.of(loss, "'targets': " + Arrays.deepToString(SHARES), 2, formula);
    }

    /** Weights row by row, then biases. */
    private static double[] start(int outputs) {
        return IntStream.range(0, 3 * outputs).mapToDouble(i -> Math.sin(3 * i + 1) / 2).toArray();
    }

    private static double[][] outputs(double[] p) {
        int outputs = p.length / 3;
        return Arrays.stream(INPUTS)
                .map(x ->
                        IntStream.range(0, outputs)
                                .mapToDouble(k ->
                                        p[2 * k] * x[0] + p[2 * k + 1] * x[1] + p[2 * outputs + k])
                                .toArray())
                .toArray(double[][]::new);
    }

    private static double[] slopes(double[] p, Batch formula) {
        double h = 1e-6;
        double[] slopes = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            double[] up = p.clone();
            double[] down = p.clone();
            up[i] += h;
            down[i] -= h;
            slopes[i] = (formula.loss(outputs(up)) - formula.loss(outputs(down))) / (2 * h);
        }
        return slopes;
    }

    private static TorchTraining open(String loss, String targets, int outputs) {
        double[] p = start(outputs);
        List<List<Double>> weight =
                IntStream.range(0, outputs).mapToObj(k -> List.of(p[2 * k], p[2 * k + 1])).toList();
        String bias = Arrays.toString(Arrays.copyOfRange(p, 2 * outputs, p.length));
        String layer =
                "{'kind': 'linear', 'units': %d, 'initial': {'weight': %s, 'bias': %s}}"
                        .formatted(outputs, weight, bias);
        String dataset =
                "{'kind': 'inline', 'inputs': %s, %s}"
                        .formatted(Arrays.deepToString(INPUTS), targets);
        return Lab.open(
                Lab.valid(
                        dataset,
                        Lab.chain(layer),
                        "'loss': {'kind': " + loss + "}",
                        "'optimizer': {'kind': 'sgd', 'learningRate': " + RATE + "}",
                        "'batchSize': 0"));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void trainingFollowsTheFormula(String loss, String targets, int outputs, Batch formula) {
        double[] expected = start(outputs);
        try (TorchTraining run = open(loss, targets, outputs)) {
            for (int step = 0; step < STEPS; step++) {
                double before = formula.loss(outputs(expected));
                assertThat(run.evaluate().train().loss())
                        .as("before step %d", step)
                        .isCloseTo(before, Offset.offset(1e-5 * Math.max(1, Math.abs(before))));
                assertThat(run.train(1).lastLoss())
                        .isCloseTo(before, Offset.offset(1e-5 * Math.max(1, Math.abs(before))));
                double[] slopes = slopes(expected, formula);
                for (int i = 0; i < slopes.length; i++) {
                    expected[i] -= RATE * slopes[i];
                }
            }
            double[] reached =
                    Lab.parameters(run).stream().mapToDouble(Float::doubleValue).toArray();
            assertThat(reached).containsExactly(expected, Offset.offset(2e-5));
        }
    }

    @Test
    void everyLossIsAmongThem() {
        assertThat(
                        losses().map(each -> (String) each.get()[0])
                                .map(loss -> loss.replaceAll("^'(\\w+)'.*", "$1"))
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(LossSpec.class.getPermittedSubclasses())
                                .map(type -> type.getAnnotation(Kind.class).value())
                                .toList());
    }
}
