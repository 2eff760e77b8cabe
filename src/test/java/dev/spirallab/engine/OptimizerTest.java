package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.training.Regularization;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Optimisers, penalties and clipping against PyTorch's formulas, worked out here in double
 * precision on a regression whose gradient is written by hand.
 */
class OptimizerTest {
    private static final int STEPS = 30;
    private static final double[][] INPUTS = {{1, 2}, {-1, 0.5}, {0.3, -2}, {2, 1}};
    private static final double[] TARGETS = {3, -1, 4, 0.5};
    private static final double[] START = {0.7, -0.4, 0.2};

    /** How one optimiser changes the parameters: {@code (gradient, t)}, t from 1. */
    interface Update {
        void step(double[] parameters, double[] gradient, int t);
    }

    static Stream<Arguments> optimizers() {
        return Stream.of(
                of("{'kind': 'sgd', 'learningRate': 0.05}", sgd(.05, 0, false, 0)),
                of(
                        "{'kind': 'sgd', 'learningRate': 0.05, 'weightDecay': 0.1}",
                        sgd(.05, 0, false, .1)),
                of(
                        "{'kind': 'sgd', 'learningRate': 0.05, 'momentum': 0.9, 'weightDecay': 0.1}",
                        sgd(.05, .9, false, .1)),
                of(
                        "{'kind': 'sgd', 'learningRate': 0.05, 'momentum': 0.9, 'nesterov': true}",
                        sgd(.05, .9, true, 0)),
                of("{'kind': 'adam', 'learningRate': 0.05}", adam(.05, 1e-8, 0, 0)),
                of(
                        "{'kind': 'adam', 'learningRate': 0.05, 'eps': 0.1, 'weightDecay': 0.1}",
                        adam(.05, .1, .1, 0)),
                of(
                        "{'kind': 'adamW', 'learningRate': 0.05, 'weightDecay': 0.2}",
                        adam(.05, 1e-8, 0, .2)),
                of("{'kind': 'rmsprop', 'learningRate': 0.02}", rmsprop(.02, 0, 0)),
                of(
                        "{'kind': 'rmsprop', 'learningRate': 0.02, 'momentum': 0.5,"
                                + " 'weightDecay': 0.1}",
                        rmsprop(.02, .5, .1)),
                of("{'kind': 'adagrad', 'learningRate': 0.3}", adagrad(.3, 0, 0, 0)),
                of(
                        "{'kind': 'adagrad', 'learningRate': 0.3, 'learningRateDecay': 0.1,"
                                + " 'initialAccumulatorValue': 0.5, 'weightDecay': 0.1}",
                        adagrad(.3, .1, .5, .1)));
    }

    private static Arguments of(String json, Update update) {
        return Arguments.of(json, update);
    }

    private static Update sgd(double rate, double momentum, boolean nesterov, double decay) {
        double[] velocity = new double[3];
        return (p, g, _) -> {
            for (int i = 0; i < 3; i++) {
                double d = g[i] + decay * p[i];
                velocity[i] = momentum * velocity[i] + d;
                p[i] -= rate * (nesterov ? d + momentum * velocity[i] : velocity[i]);
            }
        };
    }

    private static Update adam(double rate, double eps, double decay, double decoupled) {
        double[] m = new double[3];
        double[] v = new double[3];
        return (p, g, t) -> {
            for (int i = 0; i < 3; i++) {
                p[i] -= rate * decoupled * p[i];
                double d = g[i] + decay * p[i];
                m[i] = 0.9 * m[i] + 0.1 * d;
                v[i] = 0.999 * v[i] + 0.001 * d * d;
                double corrected = m[i] / (1 - Math.pow(0.9, t));
                p[i] -= rate * corrected / (Math.sqrt(v[i] / (1 - Math.pow(0.999, t))) + eps);
            }
        };
    }

    private static Update rmsprop(double rate, double momentum, double decay) {
        double[] v = new double[3];
        double[] velocity = new double[3];
        return (p, g, _) -> {
            for (int i = 0; i < 3; i++) {
                double d = g[i] + decay * p[i];
                v[i] = 0.99 * v[i] + 0.01 * d * d;
                velocity[i] = momentum * velocity[i] + d / (Math.sqrt(v[i]) + 1e-8);
                p[i] -= rate * velocity[i];
            }
        };
    }

    private static Update adagrad(double rate, double slowing, double start, double decay) {
        double[] sum = {start, start, start};
        return (p, g, t) -> {
            for (int i = 0; i < 3; i++) {
                double d = g[i] + decay * p[i];
                sum[i] += d * d;
                p[i] -= rate / (1 + (t - 1) * slowing) * d / (Math.sqrt(sum[i]) + 1e-10);
            }
        };
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void followsPyTorchsFormula(String json, Update update) {
        double[] expected = reference(update, (_, gradient) -> gradient);
        assertThat(engine("'optimizer': " + json, Tuning.NONE))
                .containsExactly(expected, Offset.offset(2e-5));
    }

    static Stream<Arguments> changesOfTheGradient() {
        return Stream.of(
                Arguments.of(
                        "'regularization': {'l1': 0.3}",
                        (BiFunction<double[], double[], double[]>)
                                (p, g) -> weights(p, g, w -> 0.3 * Math.signum(w))),
                Arguments.of(
                        "'regularization': {'l2': 0.3}",
                        (BiFunction<double[], double[], double[]>)
                                (p, g) -> weights(p, g, w -> 0.3 * w)),
                Arguments.of(
                        "'gradientClipping': {'kind': 'norm', 'maxNorm': 0.7}",
                        (BiFunction<double[], double[], double[]>) (_, g) -> clipNorm(g, 0.7)),
                Arguments.of(
                        "'gradientClipping': {'kind': 'value', 'clipValue': 0.2}",
                        (BiFunction<double[], double[], double[]>)
                                (_, g) ->
                                        Arrays.stream(g)
                                                .map(x -> Math.clamp(x, -0.2, 0.2))
                                                .toArray()));
    }

    private static double[] weights(double[] p, double[] g, DoubleUnaryOperator penalty) {
        return new double[] {
            g[0] + penalty.applyAsDouble(p[0]), g[1] + penalty.applyAsDouble(p[1]), g[2]
        };
    }

    private static double[] clipNorm(double[] g, double most) {
        double norm = Math.sqrt(Arrays.stream(g).map(x -> x * x).sum());
        double factor = Math.min(1, most / (norm + 1e-6));
        return Arrays.stream(g).map(x -> x * factor).toArray();
    }

    @ParameterizedTest
    @MethodSource("changesOfTheGradient")
    void penaltiesAndClippingChangeTheGradientAsPyTorchDoes(
            String json, BiFunction<double[], double[], double[]> change) {
        double[] expected = reference(sgd(.05, 0, false, 0), change);
        String sgd = "'optimizer': {'kind': 'sgd', 'learningRate': 0.05}, ";
        assertThat(engine(sgd + json, Tuning.NONE)).containsExactly(expected, Offset.offset(2e-5));
    }

    static Stream<Arguments> tunings() {
        return Stream.of(
                Arguments.of(
                        Tuning.NONE.withRegularization(new Regularization(0, 0.3)),
                        sgd(.05, 0, false, 0),
                        (BiFunction<double[], double[], double[]>)
                                (p, g) -> weights(p, g, w -> 0.3 * w)),
                Arguments.of(
                        Tuning.NONE.withWeightDecay(0.1),
                        sgd(.05, 0, false, .1),
                        (BiFunction<double[], double[], double[]>) (_, g) -> g),
                Arguments.of(
                        Tuning.NONE.withLearningRate(0.02),
                        sgd(.02, 0, false, 0),
                        (BiFunction<double[], double[], double[]>) (_, g) -> g));
    }

    @ParameterizedTest
    @MethodSource("tunings")
    void whatIsTunedActsAsIfItHadBeenAskedFor(
            Tuning tuning, Update update, BiFunction<double[], double[], double[]> change) {
        assertThat(engine("'optimizer': {'kind': 'sgd', 'learningRate': 0.05}", tuning))
                .containsExactly(reference(update, change), Offset.offset(2e-5));
    }

    private static double[] engine(String training, Tuning tuning) {
        String dataset =
                "{'kind': 'inline', 'inputs': %s, 'targets': [[3], [-1], [4], [0.5]]}"
                        .formatted(Arrays.deepToString(INPUTS));
        String layer =
                "{'kind': 'linear', 'units': 1, 'initial':"
                        + " {'weight': [[0.7, -0.4]], 'bias': [0.2]}}";
        String loss = "'loss': {'kind': 'halfSquaredError'}, 'batchSize': 0, ";
        try (Training run = Lab.open(Lab.valid(dataset, Lab.chain(layer), loss + training))) {
            run.tune(tuning);
            Lab.train(run, STEPS);
            return Lab.parameters(run).stream().mapToDouble(Float::doubleValue).toArray();
        }
    }

    private static double[] reference(
            Update update, BiFunction<double[], double[], double[]> change) {
        double[] parameters = START.clone();
        for (int t = 1; t <= STEPS; t++) {
            update.step(parameters, change.apply(parameters, gradient(parameters)), t);
        }
        return parameters;
    }

    private static double[] gradient(double[] p) {
        double[] gradient = new double[3];
        for (int row = 0; row < TARGETS.length; row++) {
            double[] x = INPUTS[row];
            double error = (p[0] * x[0] + p[1] * x[1] + p[2] - TARGETS[row]) / TARGETS.length;
            gradient[0] += error * x[0];
            gradient[1] += error * x[1];
            gradient[2] += error;
        }
        return gradient;
    }
}
