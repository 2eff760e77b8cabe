package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Variants that are trained by one program do what each of them does by itself. */
class EnsembleTest {
    private static final int STEPS = 100;
    private static final Matrix LOOKED_AT = new Matrix(2, 2, new float[] {0.5f, -1, 2, 0.25f});

    private static final String SPIRAL =
            "{'kind': 'spiral', 'samples': 105, 'noise': 0.1, 'testFraction': 0.2}";

    private static final String NET = Lab.chain(Lab.linear(8, "relu"), Lab.linear(3));

    /** Differ in all that variants of one program may differ in. */
    private static List<Valid> variants(String dataset, String graph, String optimizer) {
        return variants(dataset, graph, Lab.CROSS_ENTROPY, optimizer, "'batchSize': 16");
    }

    private static List<Valid> variants(
            String dataset, String graph, String loss, String optimizer, String more) {
        return IntStream.range(0, 4)
                .mapToObj(i ->
                        Lab.valid(
                                dataset,
                                graph,
                                loss,
                                "'optimizer': {'kind': %s, 'learningRate': %s}"
                                        .formatted(optimizer, 0.002 * (i + 1)),
                                "'regularization': {'l1': %s, 'l2': %s}"
                                        .formatted(i % 2 * 0.001, i % 3 * 0.002),
                                "'seed': " + (40 + i / 2),
                                more))
                .toList();
    }

    private static Named<List<Valid>> named(String name, List<Valid> variants) {
        return Named.of(name, variants);
    }

    static Stream<Named<List<Valid>>> groups() {
        return Stream.of(optimizers(), losses(), others()).flatMap(each -> each);
    }

    private static Stream<Named<List<Valid>>> optimizers() {
        return Stream.of(
                        "'sgd'",
                        "'sgd', 'weightDecay': 0.1",
                        "'sgd', 'momentum': 0.9, 'dampening': 0.2",
                        "'sgd', 'momentum': 0.9, 'nesterov': true",
                        "'adam'",
                        "'adam', 'amsgrad': true",
                        "'adamW'",
                        "'rmsprop'",
                        "'rmsprop', 'centered': true, 'momentum': 0.5",
                        "'adagrad', 'learningRateDecay': 0.01",
                        "'adadelta'",
                        "'adamax'",
                        "'nadam'",
                        "'radam', 'weightDecay': 0.01, 'decoupledWeightDecay': true",
                        "'asgd', 'weightDecay': 0.01")
                .map(optimizer -> named(optimizer, variants(SPIRAL, NET, optimizer)));
    }

    private static Stream<Named<List<Valid>>> losses() {
        String two = Lab.chain(Lab.linear(5, "tanh"), Lab.linear(2));
        String one = Lab.chain(Lab.linear(5, "tanh"), Lab.linear(1));
        return Stream.concat(
                Stream.of(
                                "'crossEntropy', 'labelSmoothing': 0.1",
                                "'nll'",
                                "'klDivergence', 'labelSmoothing': 0.1",
                                "'binaryCrossEntropy'",
                                "'hinge'",
                                "'hinge', 'p': 2",
                                "'mse'",
                                "'halfSquaredError'",
                                "'l1'",
                                "'smoothL1'",
                                "'huber'")
                        .map(loss -> named(loss, loss(loss, two))),
                Stream.of("'binaryCrossEntropy'", "'hinge'")
                        .map(loss -> named(loss + " of one", loss(loss, one))));
    }

    private static List<Valid> loss(String loss, String graph) {
        String kind = "'loss': {'kind': " + loss + "}";
        return variants(Lab.CLOUDS, graph, kind, "'sgd'", "'batchSize': 16");
    }

    private static Stream<Named<List<Valid>>> others() {
        String schedule = "'schedule': {'kind': 'cosine', 'tMax': 9}, 'batchSize': 16";
        return Stream.of(
                named("all tanh", variants(SPIRAL, deep("tanh"), "'adam'")),
                named("all gelu", variants(SPIRAL, deep("gelu"), "'adam'")),
                named("branches", variants(Lab.THREE, GradientTest.BRANCHES, "'adam'")),
                named(
                        "full batches",
                        variants(SPIRAL, NET, Lab.CROSS_ENTROPY, "'adam'", "'batchSize': 0")),
                named("one seed", ofOneSeed(variants(SPIRAL, NET, "'adam'"))),
                named("many classes", nineClasses()),
                named("a schedule", variants(SPIRAL, NET, Lab.CROSS_ENTROPY, "'adam'", schedule)),
                named("clipped lengths", clipped("{'kind': 'norm', 'maxNorm': 0.1}")),
                named("clipped values", clipped("{'kind': 'value', 'clipValue': 0.01}")));
    }

    private static String deep(String activation) {
        return Lab.chain(
                Lab.linear(8, activation),
                "{'kind': 'activation', 'function': '%s'}".formatted(activation),
                Lab.linear(30, activation),
                Lab.linear(3));
    }

    private static List<Valid> nineClasses() {
        String rows =
                IntStream.range(0, 36)
                        .mapToObj(i -> "[%s, %s]".formatted(i % 9, i % 5))
                        .collect(Collectors.joining(", "));
        String labels =
                IntStream.range(0, 36)
                        .mapToObj(i -> String.valueOf(i % 9))
                        .collect(Collectors.joining(", "));
        return variants(
                "{'kind': 'inline', 'inputs': [%s], 'labels': [%s]}".formatted(rows, labels),
                Lab.chain(Lab.linear(12, "tanh"), Lab.linear(9)),
                "'adam'");
    }

    /** Their batches are the same. */
    private static List<Valid> ofOneSeed(List<Valid> variants) {
        return variants.stream().map(each -> Lab.reseeded(each, 7)).toList();
    }

    private static List<Valid> clipped(String clipping) {
        return variants(
                SPIRAL,
                NET,
                Lab.CROSS_ENTROPY,
                "'sgd'",
                "'batchSize': 16, 'gradientClipping': " + clipping);
    }

    private static Dataset data(List<Valid> variants) {
        return Datasets.create(variants.getFirst().experiment().dataset());
    }

    private static Ensemble open(List<Valid> variants) {
        return Lab.ENGINE.openTogether(Together.groups(variants).getFirst(), data(variants));
    }

    private static List<List<Integer>> groups(List<Valid> variants) {
        return Together.groups(variants).stream().map(Together.Group::indices).toList();
    }

    @ParameterizedTest
    @MethodSource("groups")
    void eachVariantLosesWhatItsRunAloneLoses(List<Valid> variants) {
        assertThat(Together.groups(variants)).hasSize(1);
        try (Ensemble ensemble = open(variants)) {
            List<Training> alone =
                    variants.stream().map(each -> Lab.ENGINE.open(each, data(variants))).toList();
            for (int step = 0; step < STEPS; step++) {
                float[] losses = ensemble.train(1).losses();
                for (int i = 0; i < losses.length; i++) {
                    double loss = alone.get(i).train(1).lastLoss();
                    assertThat((double) losses[i]).isCloseTo(loss, Offset.offset(1e-4));
                }
            }
            for (int i = 0; i < variants.size(); i++) {
                assertEqual(ensemble, i, alone.get(i));
                alone.get(i).close();
            }
        }
    }

    private static void assertEqual(Ensemble ensemble, int variant, Training alone) {
        Evaluation found = ensemble.evaluating(variant).finish();
        Evaluation wanted = alone.evaluate();
        assertThat(found.train().loss()).isCloseTo(wanted.train().loss(), Offset.offset(1e-4));
        assertThat(ensemble.scores(variant, LOOKED_AT))
                .containsExactly(alone.scores(LOOKED_AT), Offset.offset(1e-3f));
        assertThat(ensemble.step()).isEqualTo(alone.step());
        assertThat(ensemble.epoch()).isEqualTo(alone.epoch());
    }

    @Test
    void howStepsAreDividedIntoCallsChangesNothing() {
        assertThat(outcome(100)).isEqualTo(outcome(1)).isEqualTo(outcome(7));
    }

    private static List<Object> outcome(int stepsACall) {
        List<Valid> variants = variants(SPIRAL, NET, "'adam'");
        try (Ensemble ensemble = open(variants)) {
            train(ensemble, stepsACall);
            List<Object> outcome = new ArrayList<>();
            for (int i = 0; i < ensemble.size(); i++) {
                outcome.add(ensemble.evaluating(i).finish());
                ensemble.tensors(i).forEach(each -> outcome.add(floats(each)));
            }
            return outcome;
        }
    }

    private static List<Float> floats(NodeTensor tensor) {
        return IntStream.range(0, tensor.values().length)
                .mapToObj(i -> tensor.values()[i])
                .toList();
    }

    private static void train(Ensemble ensemble, int stepsACall) {
        while (ensemble.step() < STEPS) {
            ensemble.train((int) Math.min(stepsACall, STEPS - ensemble.step()));
        }
    }

    @Test
    void oneThatDivergesDoesNotHarmTheOthers() {
        List<Valid> variants =
                Stream.of(0.01, 1000.0, 0.02)
                        .map(rate ->
                                Lab.valid(
                                        "{'kind': 'plane', 'samples': 40}",
                                        Lab.chain(Lab.linear(4), Lab.linear(1)),
                                        "'loss': {'kind': 'mse'}",
                                        "'optimizer': {'kind': 'sgd', 'learningRate': %s}"
                                                .formatted(rate)))
                        .toList();
        try (Ensemble ensemble = open(variants);
                Training alone = Lab.ENGINE.open(variants.getLast(), data(variants))) {
            float[] losses = ensemble.train(STEPS).losses();
            assertThat(losses[1]).isNaN();
            assertThat((double) losses[2])
                    .isCloseTo(Lab.train(alone, STEPS).lastLoss(), Offset.offset(1e-4));
        }
    }

    @Test
    void oneWhoseLossWasNoNumberOnTheWayHasDivergedHoweverStepsAreDivided() {
        float[] losses = {1, Float.POSITIVE_INFINITY, 3, 2, 5, 4};
        assertThat(TorchEnsemble.last(2, losses)).containsExactly(5, Float.NaN);
        assertThat(TorchEnsemble.last(3, 1, 2, 3)).containsExactly(1, 2, 3);
    }

    @Test
    void aTrainingGoesOnFromWhereAVariantIs() {
        List<Valid> variants = variants(SPIRAL, NET, "'adam'");
        try (Ensemble ensemble = open(variants);
                Training alone = Lab.ENGINE.open(variants.get(2), data(variants));
                Training goesOn = Lab.ENGINE.open(variants.get(2), data(variants))) {
            train(ensemble, STEPS);
            goesOn.restore(ensemble.checkpoint(2));
            assertThat(goesOn.step()).isEqualTo(STEPS);
            ToDoubleFunction<Training> later = training -> Lab.train(training, 50).lastLoss();
            Lab.train(alone, STEPS);
            assertThat(later.applyAsDouble(goesOn))
                    .isCloseTo(later.applyAsDouble(alone), Offset.offset(1e-3));
        }
    }

    @Test
    void whatHasNoProgramForManyIsTrainedByItself() {
        List<Valid> variants =
                Stream.of("0.1", "0.2")
                        .map(p ->
                                Lab.valid(
                                        Lab.THREE,
                                        Lab.chain(
                                                Lab.linear(4),
                                                "{'kind': 'dropout', 'p': %s}".formatted(p),
                                                Lab.linear(3)),
                                        Lab.CROSS_ENTROPY,
                                        Lab.ADAM))
                        .toList();
        assertThat(groups(variants)).containsExactly(List.of(0), List.of(1));
        try (Ensemble sole = open(variants.subList(0, 1));
                Training alone = Lab.ENGINE.open(variants.getFirst(), data(variants))) {
            assertThat((double) sole.train(20).losses()[0])
                    .isEqualTo(Lab.train(alone, 20).lastLoss());
            assertEqual(sole, 0, alone);
        }
    }

    @Test
    void variantsOfOneShapeAreAGroupAndOthersAnother() {
        List<Valid> variants =
                Stream.of("4 0.1", "8 0.1", "4 0.2", "8 0.3", "4 0.3")
                        .map(words -> Arrays.asList(words.split(" ")))
                        .map(words ->
                                Lab.valid(
                                        Lab.THREE,
                                        Lab.chain(
                                                Lab.linear(Integer.parseInt(words.get(0))),
                                                Lab.linear(3)),
                                        Lab.CROSS_ENTROPY,
                                        "'optimizer': {'kind': 'sgd', 'learningRate': %s}"
                                                .formatted(words.get(1))))
                        .toList();
        assertThat(groups(variants)).containsExactly(List.of(0, 2, 4), List.of(1, 3));
    }

    @Test
    void aGroupIsNoLargerThanACallTakesAShortTimeFor() {
        String wide = Lab.chain(Lab.linear(1000, "relu"), Lab.linear(1000), Lab.linear(3));
        List<Valid> variants =
                variants(SPIRAL, wide, Lab.CROSS_ENTROPY, "'sgd'", "'batchSize': 16");
        int rows = variants.getFirst().budget().rowsPerStepCall();
        assertThat(rows).isBetween(32, 47);
        assertThat(groups(variants)).containsExactly(List.of(0, 1), List.of(2, 3));
    }

    @Test
    void everyVariantHasFigures() {
        try (Ensemble ensemble = open(variants(SPIRAL, NET, "'adam'"))) {
            for (int i = 0; i < ensemble.size(); i++) {
                Score test = ensemble.evaluating(i).finish().test();
                assertThat(test.loss()).isPositive();
                assertThat(test.accuracy()).isBetween(0.0, 1.0);
            }
        }
    }
}
