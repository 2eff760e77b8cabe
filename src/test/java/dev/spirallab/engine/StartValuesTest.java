package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.Kind;
import dev.spirallab.spec.graph.InitializerSpec;
import dev.spirallab.spec.graph.Nonlinearity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What parameters begin with, against the formulas of PyTorch's documentation. */
class StartValuesTest {
    private static final int IN = 50;
    private static final int OUT = 200;
    private static final int COUNT = IN * OUT;

    /** Bounds, mean and deviation that a distribution has. */
    record Distribution(double low, double high, double mean, double std) {
        static Distribution uniform(double low, double high) {
            return new Distribution(low, high, (low + high) / 2, (high - low) / Math.sqrt(12));
        }

        static Distribution normal(double mean, double std) {
            return new Distribution(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, mean, std);
        }

        static Distribution constant(double value) {
            return new Distribution(value, value, value, 0);
        }
    }

    static Stream<Arguments> initializers() {
        double sum = IN + OUT;
        return Stream.of(
                of("'zeros'", Distribution.constant(0)),
                of("'ones'", Distribution.constant(1)),
                of("'constant', 'value': -0.25", Distribution.constant(-0.25)),
                of("'uniform'", Distribution.uniform(0, 1)),
                of("'uniform', 'a': -3, 'b': 1", Distribution.uniform(-3, 1)),
                of("'normal'", Distribution.normal(0, 1)),
                of("'normal', 'mean': 2, 'std': 0.01", Distribution.normal(2, 0.01)),
                of("'truncatedNormal'", truncated(0, 1, -2, 2)),
                of("'truncatedNormal', 'std': 0.02", truncated(0, 0.02, -2, 2)),
                of(
                        "'truncatedNormal', 'mean': 1, 'std': 4, 'a': 0.5, 'b': 5",
                        truncated(1, 4, 0.5, 5)),
                of("'truncatedNormal', 'mean': 1, 'std': 1, 'a': 1, 'b': 9", truncated(1, 1, 1, 9)),
                of("'xavierUniform'", within(Math.sqrt(6 / sum))),
                of("'xavierUniform', 'gain': 2", within(2 * Math.sqrt(6 / sum))),
                of("'xavierNormal'", Distribution.normal(0, Math.sqrt(2 / sum))),
                of("'kaimingUniform'", within(Math.sqrt(6.0 / IN))),
                of("'kaimingUniform', 'mode': 'fanOut'", within(Math.sqrt(6.0 / OUT))),
                of("'kaimingUniform', 'a': 2", within(Math.sqrt(6 / (5.0 * IN)))),
                of(
                        "'kaimingNormal', 'nonlinearity': 'tanh'",
                        Distribution.normal(0, 5 / (3 * Math.sqrt(IN)))),
                of(
                        "'kaimingNormal', 'mode': 'fanOut', 'nonlinearity': 'selu'",
                        Distribution.normal(0, 0.75 / Math.sqrt(OUT))),
                of("'orthogonal'", Distribution.normal(0, 1 / Math.sqrt(OUT))));
    }

    private static Arguments of(String kind, Distribution distribution) {
        return Arguments.of("{'kind': " + kind + "}", distribution);
    }

    private static Distribution within(double bound) {
        return Distribution.uniform(-bound, bound);
    }

    /** Moments by the sum over a fine grid. */
    private static Distribution truncated(double mean, double std, double low, double high) {
        double from = Math.max(low, mean - 12 * std);
        double to = Math.min(high, mean + 12 * std);
        double[] at =
                IntStream.range(0, 200_000)
                        .mapToDouble(i -> from + (i + 0.5) * (to - from) / 200_000)
                        .toArray();
        double[] weight =
                Arrays.stream(at).map(x -> Math.exp(-Math.pow((x - mean) / std, 2) / 2)).toArray();
        double total = Arrays.stream(weight).sum();
        double middle =
                IntStream.range(0, at.length).mapToDouble(i -> at[i] * weight[i]).sum() / total;
        double variance =
                IntStream.range(0, at.length)
                                .mapToDouble(i -> weight[i] * Math.pow(at[i] - middle, 2))
                                .sum()
                        / total;
        return new Distribution(low, high, middle, Math.sqrt(variance));
    }

    @ParameterizedTest
    @MethodSource("initializers")
    void weightsAreDrawnFromTheDistributionAskedFor(String initializer, Distribution expected) {
        double[] weights = weights(OUT, IN, initializer, 1);
        double mean = Arrays.stream(weights).average().orElseThrow();
        double std =
                Math.sqrt(Arrays.stream(weights).map(w -> (w - mean) * (w - mean)).sum() / COUNT);
        float low = (float) expected.low();
        float high = (float) expected.high();
        assertThat(Arrays.stream(weights).boxed()).allMatch(w -> w >= low && w <= high);
        assertThat(mean)
                .isCloseTo(expected.mean(), Offset.offset(5 * expected.std() / Math.sqrt(COUNT)));
        assertThat(std).isCloseTo(expected.std(), Offset.offset(0.04 * expected.std()));
    }

    @Test
    void evenDrawsReachBothTheirBounds() {
        double bound = Math.sqrt(6.0 / IN);
        double[] weights = weights(OUT, IN, "{'kind': 'kaimingUniform'}", 3);
        assertThat(Arrays.stream(weights).max().orElseThrow()).isGreaterThan(0.998 * bound);
        assertThat(Arrays.stream(weights).min().orElseThrow()).isLessThan(-0.998 * bound);
    }

    @ParameterizedTest
    @CsvSource({"30, 8", "8, 30", "12, 12"})
    void orthogonalRowsOrColumnsStandAtRightAngles(int rows, int columns) {
        double[] w = weights(rows, columns, "{'kind': 'orthogonal', 'gain': 3}", 1);
        int count = Math.min(rows, columns);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                double product = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    product +=
                            rows < columns
                                    ? w[i * columns + k] * w[j * columns + k]
                                    : w[k * columns + i] * w[k * columns + j];
                }
                assertThat(product).isCloseTo(i == j ? 9 : 0, Offset.offset(1e-5));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Nonlinearity.class)
    void everyGainIsPyTorchs(Nonlinearity next) {
        double gain =
                switch (next) {
                    case linear, sigmoid -> 1;
                    case tanh -> 5.0 / 3;
                    case relu -> Math.sqrt(2);
                    case leakyRelu -> Math.sqrt(2 / 1.01);
                    case selu -> 0.75;
                };
        String kaiming =
                "{'kind': 'kaimingNormal', 'a': 0.1, 'nonlinearity': '%s'}".formatted(next);
        double[] scaled = weights(OUT, IN, kaiming, 1);
        double[] plain = weights(OUT, IN, "{'kind': 'normal'}", 1);
        assertThat(scaled[7]).isCloseTo(plain[7] * gain / Math.sqrt(IN), Offset.offset(1e-6));
    }

    @ParameterizedTest
    @MethodSource("initializers")
    void theSeedAloneDecides(String initializer, Distribution expected) {
        double[] once = weights(OUT, IN, initializer, 1);
        assertThat(weights(OUT, IN, initializer, 1)).isEqualTo(once);
        if (expected.std() > 0) {
            assertThat(weights(OUT, IN, initializer, 2)).isNotEqualTo(once);
        }
    }

    @Test
    void everyInitialiserIsAmongThem() {
        assertThat(
                        initializers()
                                .map(each -> (String) each.get()[0])
                                .map(json -> json.replaceAll(".*'kind': '(\\w+)'.*", "$1"))
                                .collect(Collectors.toSet()))
                .containsAll(
                        Stream.of(InitializerSpec.class.getPermittedSubclasses())
                                .map(type -> type.getAnnotation(Kind.class))
                                .map(Kind::value)
                                .toList());
    }

    @Test
    void withoutChoiceBothAreDrawnAsPyTorchDoes() {
        double bound = 1 / Math.sqrt(IN);
        Weights drawn = layer(OUT, IN, "", 1);
        for (float[] values : List.of(drawn.weight(), drawn.bias())) {
            double[] all = doubles(values);
            assertThat(Arrays.stream(all).boxed()).allMatch(w -> Math.abs(w) <= (float) bound);
            assertThat(Arrays.stream(all).map(Math::abs).max().orElseThrow())
                    .isGreaterThan(0.95 * bound);
        }
    }

    @Test
    void theBiasHasAnInitialiserOfItsOwn() {
        Weights drawn =
                layer(
                        OUT,
                        IN,
                        ", 'initializer': {'kind': 'ones'}, 'biasInitializer': {'kind': 'constant',"
                                + " 'value': 0.5}",
                        1);
        assertThat(doubles(drawn.weight())).containsOnly(1);
        assertThat(doubles(drawn.bias())).containsOnly(0.5);
    }

    @Test
    void exactValuesWin() {
        Weights drawn =
                layer(
                        1,
                        2,
                        ", 'initializer': {'kind': 'ones'}, 'biasInitializer': {'kind': 'ones'},"
                                + " 'initial': {'weight': [[3, 4]]}",
                        1);
        assertThat(drawn.weight()).containsExactly(3, 4);
        assertThat(drawn.bias()).containsExactly(1);
    }

    private static double[] weights(int rows, int columns, String initializer, long seed) {
        return doubles(layer(rows, columns, ", 'initializer': " + initializer, seed).weight());
    }

    private static Weights layer(int rows, int columns, String settings, long seed) {
        String zeros = Arrays.toString(new double[columns]);
        String dataset =
                "{'kind': 'inline', 'inputs': [%s], 'targets': [%s]}"
                        .formatted(zeros, Arrays.toString(new double[rows]));
        String linear = "{'kind': 'linear', 'units': %d%s}".formatted(rows, settings);
        String training = "'loss': {'kind': 'mse'}, 'optimizer': {'kind': 'sgd'}, 'seed': " + seed;
        try (Training run = Lab.open(Lab.valid(dataset, Lab.chain(linear), training))) {
            return run.weights().values().iterator().next();
        }
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
