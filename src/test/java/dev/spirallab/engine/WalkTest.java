package dev.spirallab.engine;

import static dev.spirallab.engine.Lab.CROSS_ENTROPY;
import static dev.spirallab.engine.Lab.THREE;
import static dev.spirallab.engine.Lab.chain;
import static dev.spirallab.engine.Lab.linear;
import static dev.spirallab.engine.Lab.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Datasets;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.engine.Walk.Change;
import dev.spirallab.engine.Walk.Visit;
import dev.spirallab.program.Program;
import dev.spirallab.program.ProgramGenerator;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalkTest {
    private static final Offset<Float> FOUR_DIGITS = Offset.offset(5.1e-5f);

    @Test
    void theLessonsExampleIsFollowedToItsFourDigits() {
        try (Training training = Lab.open(Lab.lesson("c1"))) {
            Walk walk = training.walk(OptionalInt.empty());
            Visit hidden = visit(walk, "hidden");
            Visit output = visit(walk, "output");
            assertThat(visit(walk, "input").output().value().head()).containsExactly(0.05f, 0.1f);
            assertThat(hidden.sum().orElseThrow().value().head())
                    .containsExactly(floats(.3775, .3925), FOUR_DIGITS);
            assertThat(hidden.output().value().head())
                    .containsExactly(floats(.5933, .5969), FOUR_DIGITS);
            assertThat(output.output().value().head())
                    .containsExactly(floats(.7514, .7729), FOUR_DIGITS);
            assertThat(walk.target().head()).containsExactly(0.01f, 0.99f);
            assertThat((float) walk.loss()).isCloseTo(.2984f, FOUR_DIGITS);
            assertThat(output.output().gradient().head())
                    .containsExactly(floats(.7414, -.2171), FOUR_DIGITS);
            assertThat(output.sum().orElseThrow().gradient().head())
                    .containsExactly(floats(.1385, -.0381), FOUR_DIGITS);
            assertThat(output.inputGradients().getFirst().head())
                    .containsExactly(floats(.0364, .0414), FOUR_DIGITS);
            assertThat(change(walk, "hidden", "weight").gradient().head())
                    .containsExactly(floats(.0004, .0009, .0005, .0010), FOUR_DIGITS);
            assertThat(change(walk, "output", "weight").gradient().head())
                    .containsExactly(floats(.0822, .0827, -.0226, -.0227), FOUR_DIGITS);
            assertThat(change(walk, "hidden", "weight").after().head())
                    .containsExactly(floats(.1498, .1996, .2498, .2995), FOUR_DIGITS);
            assertThat(change(walk, "hidden", "bias").after().head())
                    .containsExactly(floats(.3456, .3450), FOUR_DIGITS);
            assertThat(change(walk, "output", "weight").after().head())
                    .containsExactly(floats(.3589, .4087, .5113, .5614), FOUR_DIGITS);
            assertThat(change(walk, "output", "bias").after().head())
                    .containsExactly(floats(.5308, .6190), FOUR_DIGITS);
            assertThat(walk.changes().getFirst().memories()).isEmpty();
        }
    }

    private static float[] floats(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static Visit visit(Walk walk, String node) {
        return Objects.requireNonNull(walk.visits().get(node));
    }

    private static Change change(Walk walk, String node, String name) {
        return walk.changes().stream()
                .filter(each -> each.node().equals(node) && each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** As a run's own next step has it, with a batch of one example. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'kind': 'sgd', 'learningRate': 0.1, 'weightDecay': 0.01",
                "'kind': 'sgd', 'learningRate': 0.1, 'momentum': 0.9, 'dampening': 0.1",
                "'kind': 'sgd', 'learningRate': 0.1, 'momentum': 0.9, 'nesterov': true",
                "'kind': 'adam', 'learningRate': 0.01, 'weightDecay': 0.01",
                "'kind': 'adam', 'learningRate': 0.01, 'amsgrad': true",
                "'kind': 'adamW', 'learningRate': 0.01",
                "'kind': 'rmsprop', 'learningRate': 0.01",
                "'kind': 'rmsprop', 'learningRate': 0.01, 'centered': true, 'momentum': 0.5",
                "'kind': 'adagrad', 'learningRate': 0.01, 'learningRateDecay': 0.1",
                "'kind': 'adadelta'",
                "'kind': 'adamax'",
                "'kind': 'nadam'",
                "'kind': 'radam'",
                "'kind': 'asgd'",
                "'kind': 'rprop'"
            })
    void theUpdateIsTheRunsOwnNextStepOnThatExample(String optimizer) {
        Valid valid = net("{%s}".formatted(optimizer), "'batchSize': 1");
        try (TorchTraining training = Lab.open(valid)) {
            Lab.train(training, 3);
            Walk walk = training.walk(OptionalInt.empty());
            Program program = ProgramGenerator.generate(valid);
            assertThat(walk.step()).isEqualTo(3);
            assertThat(flat(walk, Change::before))
                    .containsExactly(flat(program, training), Offset.offset(0f));
            double loss = Lab.train(training, 1).lastLoss();
            assertThat(walk.loss()).isCloseTo(loss, Offset.offset(1e-6));
            assertThat(flat(walk, Change::after))
                    .containsExactly(flat(program, training), Offset.offset(2e-6f));
        }
    }

    @Test
    void penaltiesAndClippingAreOnTheWayToTheUpdate() {
        Valid valid =
                net(
                        "{'kind': 'sgd', 'learningRate': 0.5}",
                        "'batchSize': 1",
                        "'regularization': {'l1': 0.05, 'l2': 0.1}",
                        "'gradientClipping': {'kind': 'norm', 'maxNorm': 0.25}");
        try (TorchTraining training = Lab.open(valid)) {
            Walk walk = training.walk(OptionalInt.empty());
            Change weight = change(walk, "layer0", "weight");
            float before = weight.before().head()[1];
            assertThat(weight.penalized().head()[1])
                    .isCloseTo(
                            weight.gradient().head()[1]
                                    + 0.1f * before
                                    + 0.05f * Math.signum(before),
                            Offset.offset(1e-6f));
            Change bias = change(walk, "layer0", "bias");
            assertThat(bias.penalized().head()).containsExactly(bias.gradient().head());
            double factor = 0.25 / (walk.gradientLength() + 1e-6);
            assertThat(factor).isLessThan(1);
            assertThat((double) weight.taken().head()[1])
                    .isCloseTo(factor * weight.penalized().head()[1], Offset.offset(1e-6));
            Lab.train(training, 1);
            assertThat(flat(walk, Change::after))
                    .containsExactly(
                            flat(ProgramGenerator.generate(valid), training), Offset.offset(1e-6f));
        }
    }

    @Test
    void anOptimiserThatSearchesTakesItsStepOnTheExampleAlone() {
        Valid valid =
                valid(
                        "{'kind': 'inline', 'inputs': [[0.5, -1]], 'targets': [[2]]}",
                        chain(linear(2, "tanh"), linear(1)),
                        "'loss': {'kind': 'mse'}",
                        "'optimizer': {'kind': 'lbfgs'}",
                        Lab.FULL_BATCH);
        try (TorchTraining training = Lab.open(valid)) {
            Walk walk = training.walk(OptionalInt.of(0));
            Lab.train(training, 1);
            assertThat(flat(walk, Change::after))
                    .containsExactly(
                            flat(ProgramGenerator.generate(valid), training), Offset.offset(1e-6f));
        }
    }

    @Test
    void aRunThatWasLookedAtGoesOnBitForBitAsOneThatWasNot() {
        Valid valid =
                valid(
                        THREE,
                        chain(
                                linear(4, "tanh"),
                                "{'kind': 'batchNorm'}",
                                "{'kind': 'dropout', 'p': 0.3}",
                                linear(3)),
                        CROSS_ENTROPY,
                        Lab.ADAM,
                        "'batchSize': 7");
        try (TorchTraining watched = Lab.open(valid);
                TorchTraining alone = Lab.open(valid)) {
            for (int i = 0; i < 6; i++) {
                watched.walk(OptionalInt.of(i));
                watched.walk(OptionalInt.empty());
                Lab.train(watched, 3);
                Lab.train(alone, 3);
            }
            assertThat(watched.checkpoint().bytes()).isEqualTo(alone.checkpoint().bytes());
        }
    }

    @Test
    void aRowThatThereIsNotIsTheNearestAndTheNextBatchsFirstIsMeantWithoutOne() {
        Valid valid = net("{'kind': 'sgd'}", "'batchSize': 4");
        try (TorchTraining training = Lab.open(valid)) {
            assertThat(training.walk(OptionalInt.of(-3)).row()).isZero();
            assertThat(training.walk(OptionalInt.of(1000)).row()).isEqualTo(29);
            Walk next = training.walk(OptionalInt.empty());
            assertThat(next.rows()).isEqualTo(30);
            Matrix inputs = Datasets.create(valid.experiment().dataset()).train().inputs();
            assertThat(visit(next, "in").output().value().head())
                    .containsExactly(
                            Arrays.copyOfRange(
                                    inputs.values(), 2 * next.row(), 2 * next.row() + 2));
        }
    }

    private static Valid net(String optimizer, String... training) {
        List<String> all = new ArrayList<>(List.of(CROSS_ENTROPY, "'optimizer': " + optimizer));
        all.addAll(List.of(training));
        return valid(THREE, chain(linear(4, "tanh"), linear(3)), all.toArray(String[]::new));
    }

    private static float[] flat(Walk walk, Function<Change, Glance> what) {
        return concat(walk.changes().stream().map(what).map(Glance::head));
    }

    private static float[] flat(Program program, TorchTraining training) {
        return concat(
                training.tensors().stream()
                        .limit(program.parameters().size())
                        .map(NodeTensor::values));
    }

    private static float[] concat(Stream<float[]> parts) {
        List<float[]> all = parts.toList();
        float[] joined = new float[all.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : all) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    /** Small nets of all layers, each at least once. */
    static Stream<Named<Valid>> experiments() {
        Set<Class<?>> seen = new HashSet<>();
        return GradientTest.experiments()
                .filter(named ->
                        named.getName().equals("branches")
                                || named.getPayload().order().stream()
                                        .map(node -> (Class<?>) node.layer().getClass())
                                        .anyMatch(seen::add));
    }

    /**
     * A central difference of the loss along a random direction; and what flows back along all
     * edges from a node adds up to its output's gradient.
     */
    @ParameterizedTest
    @MethodSource("experiments")
    void gradientsAreTheSlopeOfTheExamplesLossAndAddUp(Valid valid) {
        try (TorchTraining training = Lab.open(valid)) {
            Walk walk = training.walk(OptionalInt.of(1));
            float[] gradient = flat(walk, Change::gradient);
            double[] direction = new Random(5).doubles(gradient.length, -1, 1).toArray();
            double length = Math.sqrt(Arrays.stream(direction).map(x -> x * x).sum());
            double slope = 0;
            for (int i = 0; i < gradient.length; i++) {
                direction[i] /= length;
                slope += direction[i] * gradient[i];
            }
            double h = 1e-2;
            double difference = lossAt(training, direction, h) - lossAt(training, direction, -h);
            assertThat(slope)
                    .isCloseTo(difference / (2 * h), Offset.offset(2e-3 + 0.02 * Math.abs(slope)));
            valid.order().forEach(node -> edgesAddUp(valid, walk, node.id()));
        }
    }

    private static double lossAt(TorchTraining training, double[] direction, double distance) {
        Checkpoint here = training.checkpoint();
        training.move(values -> {
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (distance * direction[i]);
            }
        });
        double loss = training.walk(OptionalInt.of(1)).loss();
        training.restore(here);
        return loss;
    }

    private static void edgesAddUp(Valid valid, Walk walk, String node) {
        Glance gradient = visit(walk, node).output().gradient();
        assertThat(gradient.shape()).isEqualTo(valid.shapes().get(node).dimensions());
        if (node.equals(valid.output().id())) {
            return;
        }
        float[] sum = new float[gradient.size()];
        valid.order()
                .forEach(other -> {
                    List<String> inputs = valid.inputsOf(other.id());
                    for (int i = 0; i < inputs.size(); i++) {
                        if (inputs.get(i).equals(node)) {
                            add(sum, visit(walk, other.id()).inputGradients().get(i).head());
                        }
                    }
                });
        assertThat(sum).containsExactly(gradient.head(), Offset.offset(1e-6f));
    }

    private static void add(float[] to, float[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += what[i];
        }
    }
}
