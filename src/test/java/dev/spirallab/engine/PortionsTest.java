package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.program.Division;
import dev.spirallab.program.Program;
import dev.spirallab.program.ProgramGenerator;
import dev.spirallab.spec.json.Records;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A step over a large batch is done in portions, with others' turns in between. */
class PortionsTest {
    private static final int STEPS = 12;

    /** Chance, decay and a state that spans steps; 24 examples, in batches of 10, 10 and 4. */
    static final Valid CHANCE =
            Lab.valid(
                    Lab.THREE.replace("'testFraction': 0", "'testFraction': 0.2"),
                    Lab.chain(
                            Lab.linear(8, "relu"),
                            "{'kind': 'dropout', 'p': 0.3}",
                            "{'kind': 'layerNorm'}",
                            Lab.linear(3)),
                    Lab.CROSS_ENTROPY,
                    "'optimizer': {'kind': 'nadam'}",
                    "'batchSize': 10, 'schedule': {'kind': 'exponential', 'gamma': 0.9}",
                    "'gradientClipping': {'kind': 'norm', 'maxNorm': 0.5}",
                    "'regularization': {'l1': 0.001, 'l2': 0.01}");

    private static boolean isCertain(Named<Valid> each) {
        String text =
                ProgramGenerator.generate(each.getPayload(), Optional.empty(), Division.PORTIONS)
                        .text();
        return text.contains("def accumulate") && !text.contains("generator");
    }

    static Stream<Named<Valid>> layers() {
        return LayerExperiments.all().filter(PortionsTest::isCertain);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aStepInPortionsIsTheStepOverTheWholeBatch(Valid valid) {
        assertSameSteps(valid, 3);
    }

    private static void assertSameSteps(Valid valid, int rowsPerCall) {
        assertSameSteps(valid, Lab.openInPortions(valid, rowsPerCall));
    }

    private static void assertSameSteps(Valid valid, TorchTraining divided) {
        try (TorchTraining whole = Lab.open(valid);
                TorchTraining portions = divided) {
            for (int step = 0; step < 3; step++) {
                double loss = Lab.train(whole, 1).lastLoss();
                assertThat(Lab.train(portions, 1).lastLoss()).isCloseTo(loss, within(1e-4));
            }
            assertThat(floats(portions)).containsExactly(floats(whole), within(1e-4f));
            assertThat(portions.statistics()).containsExactly(whole.statistics(), within(1e-4f));
        }
    }

    private static Program inStages(Valid valid) {
        return ProgramGenerator.generate(valid, Optional.empty(), Division.STAGES);
    }

    /** Norms over the batch, too. */
    static Stream<Named<Valid>> layersInStages() {
        return LayerExperiments.all()
                .filter(each -> inStages(each.getPayload()).stages() > 0)
                .filter(each -> !inStages(each.getPayload()).text().contains("generator"));
    }

    @ParameterizedTest
    @MethodSource("layersInStages")
    void aStepLayerByLayerIsTheStepAtOnce(Valid valid) {
        assertSameSteps(valid, Lab.openInStages(valid, 3));
    }

    private static float[] floats(TorchTraining training) {
        float[][] kept = new float[1][];
        training.move(values -> kept[0] = values.clone());
        return kept[0];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'crossEntropy', 'weight': [1, 2, 3], 'labelSmoothing': 0.1",
                "'crossEntropy', 'labelSmoothing': 0.2",
                "'hinge'",
                "'mse'"
            })
    void lossesAreMeansOverTheWholeBatch(String loss) {
        Valid valid =
                Lab.valid(
                        Lab.THREE,
                        Lab.chain(Lab.linear(4, "tanh"), Lab.linear(3)),
                        "'loss': {'kind': " + loss + "}",
                        "'optimizer': {'kind': 'sgd', 'momentum': 0.9}",
                        "'batchSize': 16");
        assertSameSteps(valid, 1);
        assertSameSteps(valid, 7);
    }

    @Test
    void eachCallLearnsFromNoMoreThanOnePortion() {
        List<Integer> steps = new ArrayList<>();
        try (Training training = Lab.openInPortions(CHANCE, 4)) {
            for (int call = 0; call < 9; call++) {
                steps.add(training.train(100).steps());
            }
            assertThat(steps)
                    .as("4, 4 and 2 of 10 examples, then the update; the last batch has 4")
                    .containsExactly(0, 0, 0, 1, 0, 0, 0, 1, 0);
            assertThat(training.step()).isEqualTo(2);
            assertThat(training.stepInEpoch()).isEqualTo(2);
        }
    }

    @Test
    void batchesThatFitAreDoneAtOnce() {
        try (Training training = Lab.openInPortions(CHANCE, 10)) {
            assertThat(training.train(7).steps()).isEqualTo(7);
        }
    }

    @Test
    void everyPortionHasRandomNumbersOfItsOwn() {
        Valid same =
                Lab.valid(
                        "{'kind': 'inline', 'labels': [0, 0, 0, 0],"
                                + " 'inputs': [[1, 1], [1, 1], [1, 1], [1, 1]]}",
                        Lab.chain(
                                Lab.linear(200, "identity"),
                                "{'kind': 'dropout', 'p': 0.5}",
                                Lab.linear(2)),
                        Lab.CROSS_ENTROPY,
                        "'optimizer': {'kind': 'sgd'}",
                        Lab.FULL_BATCH);
        try (TorchTraining training = Lab.openInPortions(same, 1)) {
            float[] before = floats(training);
            Lab.train(training, 1);
            float[] after = floats(training);
            int unmoved = 0;
            for (int unit = 0; unit < 200; unit++) {
                unmoved += before[2 * unit] == after[2 * unit] ? 1 : 0;
            }
            assertThat(unmoved)
                    .as("dropped for all four; with one mask for all it were a hundred")
                    .isBetween(2, 40);
        }
    }

    private static List<Object> outcome(Training training) {
        return List.of(training.evaluate(), Lab.parameters(training), training.epoch());
    }

    private static List<Object> undisturbed() {
        try (Training training = Lab.openInPortions(CHANCE, 3)) {
            Lab.train(training, STEPS);
            return outcome(training);
        }
    }

    @Test
    void whateverHappensBetweenPortionsChangesNothing() {
        try (TorchTraining training = Lab.openInPortions(CHANCE, 3)) {
            while (training.step() < STEPS) {
                training.train(1);
                training.evaluate();
                training.gradient();
                training.probe(new Matrix(2, 2, new float[] {1, 2, 3, 4}));
                training.tune(Tuning.NONE);
                training.checkpoint();
            }
            assertThat(outcome(training)).isEqualTo(undisturbed());
        }
    }

    @Test
    void aStepThatWasLeftHalfWayIsDoneAnew() {
        Checkpoint between;
        try (Training training = Lab.openInPortions(CHANCE, 3)) {
            Lab.train(training, 5);
            training.train(1);
            between = training.checkpoint();
        }
        try (Training training = Lab.openInPortions(CHANCE, 3)) {
            Lab.train(training, 2);
            training.train(1);
            training.restore(between);
            assertThat(training.step()).isEqualTo(5);
            Lab.train(training, STEPS - 5);
            assertThat(outcome(training)).isEqualTo(undisturbed());
        }
    }

    @Test
    void aBatchThatChangesUnderAStepBeginsTheStepAnew() {
        try (Training changed = Lab.openInPortions(CHANCE, 3);
                Training fresh = Lab.openInPortions(CHANCE, 3)) {
            changed.train(1);
            changed.tune(Tuning.NONE.withBatchSize(6));
            fresh.tune(Tuning.NONE.withBatchSize(6));
            Lab.train(changed, 4);
            Lab.train(fresh, 4);
            assertThat(outcome(changed)).isEqualTo(outcome(fresh));
        }
    }

    static Valid searching(String lbfgs) {
        return Lab.valid(
                Lab.THREE,
                Lab.chain(Lab.linear(5, "tanh"), "{'kind': 'batchNorm'}", Lab.linear(3)),
                Lab.CROSS_ENTROPY,
                "'optimizer': {'kind': 'lbfgs', " + lbfgs + "}",
                Lab.FULL_BATCH,
                "'regularization': {'l1': 0.001, 'l2': 0.01}");
    }

    /** The history is full after the first step. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'maxIter': 4, 'historySize': 3",
                "'maxIter': 6, 'historySize': 20",
                "'maxIter': 4, 'historySize': 3, 'learningRate': 0.2, 'lineSearchFn': 'none'",
            })
    void aSearchWithOthersTurnsBetweenItsLooksIsTheSearchAtOnce(String lbfgs) {
        Valid valid = searching(lbfgs);
        try (TorchTraining whole = Lab.open(valid);
                TorchTraining divided = Lab.openInPortions(valid, 100)) {
            for (int step = 0; step < 3; step++) {
                double loss = Lab.train(whole, 1).lastLoss();
                assertThat(divided.train(1).steps()).isZero();
                assertThat(Lab.train(divided, 1).lastLoss()).isCloseTo(loss, within(1e-3));
            }
            assertThat(floats(divided)).containsExactly(floats(whole), within(5e-3f));
            assertThat(divided.statistics()).containsExactly(whole.statistics(), within(5e-3f));
        }
    }

    @Test
    void whateverHappensBetweenLooksChangesNothing() {
        Valid valid = searching("'maxIter': 4, 'historySize': 3");
        List<Object> undisturbed;
        try (TorchTraining training = Lab.openInPortions(valid, 7)) {
            Lab.train(training, 4);
            undisturbed = all(training);
        }
        Checkpoint between = null;
        try (TorchTraining training = Lab.openInPortions(valid, 7)) {
            while (training.step() < 4) {
                training.train(1);
                training.evaluate();
                if (training.step() == 2) {
                    between = training.checkpoint();
                }
            }
            assertThat(all(training)).isEqualTo(undisturbed);
        }
        try (TorchTraining training = Lab.openInPortions(valid, 7)) {
            training.train(1);
            training.restore(Objects.requireNonNull(between));
            Lab.train(training, 2);
            assertThat(all(training)).isEqualTo(undisturbed);
        }
    }

    static final Valid NORMS =
            Lab.valid(
                    Lab.THREE,
                    Lab.chain(
                            Lab.linear(5),
                            "{'kind': 'batchNorm'}",
                            "{'kind': 'dropout', 'p': 0.3}",
                            Lab.linear(4, "tanh"),
                            "{'kind': 'batchNorm', 'affine': false}",
                            Lab.linear(3)),
                    Lab.CROSS_ENTROPY,
                    Lab.ADAM,
                    "'batchSize': 12");

    @Test
    void batchNormHasItsWholeBatchALayerACall() {
        List<Integer> steps = new ArrayList<>();
        try (Training training = Lab.openInPortions(NORMS, 3)) {
            for (int call = 0; call < 18; call++) {
                steps.add(training.train(100).steps());
            }
        }
        assertThat(steps)
                .as("four layers that learn, there and back, then the update")
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    static List<Object> all(TorchTraining training) {
        return List.of(outcome(training), Arrays.toString(training.statistics()));
    }

    /** Not the running statistics either: they are half way only where nobody looks. */
    @Test
    void whateverHappensBetweenLayersChangesNothing() {
        List<Object> undisturbed;
        try (TorchTraining training = Lab.openInPortions(NORMS, 3)) {
            Lab.train(training, STEPS);
            undisturbed = all(training);
        }
        Checkpoint between = null;
        try (TorchTraining training = Lab.openInPortions(NORMS, 3)) {
            while (training.step() < STEPS) {
                training.train(1);
                training.evaluate();
                if (training.step() == 5) {
                    between = training.checkpoint();
                }
            }
            assertThat(all(training)).isEqualTo(undisturbed);
        }
        try (TorchTraining training = Lab.openInPortions(NORMS, 3)) {
            training.train(1);
            training.train(1);
            training.restore(Objects.requireNonNull(between));
            Lab.train(training, STEPS - 5);
            assertThat(all(training)).isEqualTo(undisturbed);
        }
    }

    @Test
    void aCallOnImagesComputesNoMoreThanAFifthOfABillion() {
        Valid valid = withBatch(Lab.lesson("e2-printed"), 512);
        int rows = valid.budget().rowsPerStepCall();
        assertThat(3 * valid.budget().flops() * rows).isLessThanOrEqualTo(200_000_000);
        Dataset data = Datasets.create(valid.experiment().dataset());
        int calls = Math.ceilDiv(512, rows) + 1;
        assertThat(calls).isGreaterThan(3);
        try (Training training = Lab.ENGINE.open(valid, data)) {
            for (int call = 1; call < calls; call++) {
                assertThat(training.train(1).steps()).isZero();
            }
            assertThat(training.train(1).steps()).isEqualTo(1);
        }
    }

    private static Valid withBatch(Valid valid, int size) {
        var experiment = valid.experiment();
        return (Valid)
                new Validator(Limits.standard())
                        .validate(
                                Records.with(
                                        experiment,
                                        "training",
                                        Records.with(experiment.training(), "batchSize", size)));
    }
}
