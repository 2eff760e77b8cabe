package dev.spirallab.engine;

import static dev.spirallab.engine.Update.adadelta;
import static dev.spirallab.engine.Update.adagrad;
import static dev.spirallab.engine.Update.adam;
import static dev.spirallab.engine.Update.adamax;
import static dev.spirallab.engine.Update.asgd;
import static dev.spirallab.engine.Update.nadam;
import static dev.spirallab.engine.Update.radam;
import static dev.spirallab.engine.Update.rmsprop;
import static dev.spirallab.engine.Update.rprop;
import static dev.spirallab.engine.Update.sgd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.Kind;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.Regularization;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
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
                of("{'kind': 'adam', 'learningRate': 0.05}", adam(.05, 1e-8, 0, 0, false)),
                of(
                        "{'kind': 'adam', 'learningRate': 0.05, 'eps': 0.1, 'weightDecay': 0.1}",
                        adam(.05, .1, .1, 0, false)),
                of(
                        "{'kind': 'adamW', 'learningRate': 0.05, 'weightDecay': 0.2}",
                        adam(.05, 1e-8, 0, .2, false)),
                of("{'kind': 'rmsprop', 'learningRate': 0.02}", rmsprop(.02, 0, false, 0)),
                of(
                        "{'kind': 'rmsprop', 'learningRate': 0.02, 'momentum': 0.5,"
                                + " 'weightDecay': 0.1}",
                        rmsprop(.02, .5, false, .1)),
                of("{'kind': 'adagrad', 'learningRate': 0.3}", adagrad(.3, 0, 0, 0)),
                of(
                        "{'kind': 'adagrad', 'learningRate': 0.3, 'learningRateDecay': 0.1,"
                                + " 'initialAccumulatorValue': 0.5, 'weightDecay': 0.1}",
                        adagrad(.3, .1, .5, .1)),
                of(
                        "{'kind': 'sgd', 'learningRate': 0.05, 'momentum': 0.9, 'dampening': 0.4}",
                        sgd(.05, .9, .4, false, 0)),
                of(
                        "{'kind': 'adam', 'learningRate': 0.3, 'amsgrad': true}",
                        adam(.3, 1e-8, 0, 0, true)),
                of(
                        "{'kind': 'adamW', 'learningRate': 0.3, 'amsgrad': true}",
                        adam(.3, 1e-8, 0, .01, true)),
                of(
                        "{'kind': 'rmsprop', 'learningRate': 0.02, 'centered': true,"
                                + " 'momentum': 0.3}",
                        rmsprop(.02, .3, true, 0)),
                of("{'kind': 'adadelta', 'eps': 1e-3}", adadelta(1, .9, 1e-3, 0)),
                of(
                        "{'kind': 'adadelta', 'learningRate': 0.5, 'rho': 0.8, 'eps': 1e-4,"
                                + " 'weightDecay': 0.1}",
                        adadelta(.5, .8, 1e-4, .1)),
                of("{'kind': 'adamax', 'learningRate': 0.05}", adamax(.05, 0)),
                of("{'kind': 'adamax', 'learningRate': 0.05, 'weightDecay': 0.1}", adamax(.05, .1)),
                of("{'kind': 'nadam', 'learningRate': 0.05}", nadam(.05, .004, 0, 0)),
                of(
                        "{'kind': 'nadam', 'learningRate': 0.05, 'momentumDecay': 0.1,"
                                + " 'weightDecay': 0.1}",
                        nadam(.05, .1, .1, 0)),
                of(
                        "{'kind': 'nadam', 'learningRate': 0.05, 'weightDecay': 0.1,"
                                + " 'decoupledWeightDecay': true}",
                        nadam(.05, .004, 0, .1)),
                of("{'kind': 'radam', 'learningRate': 0.05}", radam(.05, .999, 0, 0)),
                of(
                        "{'kind': 'radam', 'learningRate': 0.05, 'beta2': 0.7, 'weightDecay': 0.1}",
                        radam(.05, .7, .1, 0)),
                of(
                        "{'kind': 'radam', 'learningRate': 0.05, 'beta2': 0.9, 'weightDecay': 0.1,"
                                + " 'decoupledWeightDecay': true}",
                        radam(.05, .9, 0, .1)),
                of(
                        "{'kind': 'asgd', 'learningRate': 0.05}",
                        asgd(.05, 1e-4, .75, 1e6, 0, new double[3])),
                of(
                        "{'kind': 'asgd', 'learningRate': 0.05, 'lambd': 0.1, 'alpha': 0.9,"
                                + " 'weightDecay': 0.1}",
                        asgd(.05, .1, .9, 1e6, .1, new double[3])),
                of("{'kind': 'rprop'}", rprop(.01, .5, 1.2, 1e-6, 50)),
                of(
                        "{'kind': 'rprop', 'learningRate': 0.1, 'etaMinus': 0.3, 'etaPlus': 1.5,"
                                + " 'minStep': 0.01, 'maxStep': 0.3}",
                        rprop(.1, .3, 1.5, .01, .3)));
    }

    private static Arguments of(String json, Update update) {
        return Arguments.of(json, update);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void followsPyTorchsFormula(String json, Update update) {
        double[] expected = reference(update, (_, gradient) -> gradient);
        assertThat(engine("'optimizer': " + json, Tuning.NONE))
                .containsExactly(expected, Offset.offset(2e-5));
    }

    @Test
    void asgdKeepsTheAverageOfTheParametersBesideThem() {
        double[] average = new double[3];
        double[] expected = reference(asgd(.05, 1e-4, .75, 5, 0, average), (_, g) -> g);
        String json = "'optimizer': {'kind': 'asgd', 'learningRate': 0.05, 't0': 5}";
        try (TorchTraining run = open(json)) {
            Lab.train(run, STEPS);
            assertThat(doubles(Lab.parameters(run))).containsExactly(expected, Offset.offset(2e-5));
            assertThat(run.optimizerState()).hasSize(3);
            for (int i = 0; i < 3; i++) {
                assertThat(run.optimizerState()[i])
                        .isCloseTo((float) average[i], Offset.offset(2e-5f));
            }
        }
    }

    @Test
    void everyOptimiserIsAmongThem() {
        Set<String> seen =
                optimizers()
                        .map(each -> (String) each.get()[0])
                        .map(json -> json.replaceAll(".*'kind': '(\\w+)'.*", "$1"))
                        .collect(Collectors.toCollection(TreeSet::new));
        seen.add("lbfgs"); // LbfgsTest
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(OptimizerSpec.class.getPermittedSubclasses())
                                .map(type -> type.getAnnotation(Kind.class).value())
                                .toList());
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
        try (Training run = open(training)) {
            run.tune(tuning);
            Lab.train(run, STEPS);
            return doubles(Lab.parameters(run));
        }
    }

    private static TorchTraining open(String training) {
        String dataset =
                "{'kind': 'inline', 'inputs': %s, 'targets': [[3], [-1], [4], [0.5]]}"
                        .formatted(Arrays.deepToString(INPUTS));
        String layer =
                "{'kind': 'linear', 'units': 1, 'initial':"
                        + " {'weight': [[0.7, -0.4]], 'bias': [0.2]}}";
        String loss = "'loss': {'kind': 'halfSquaredError'}, 'batchSize': 0, ";
        return Lab.open(Lab.valid(dataset, Lab.chain(layer), loss + training));
    }

    private static double[] doubles(List<Float> values) {
        return values.stream().mapToDouble(Float::doubleValue).toArray();
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
