package dev.spirallab.engine;

import static dev.spirallab.engine.Lab.CLOUDS;
import static dev.spirallab.engine.Lab.CROSS_ENTROPY;
import static dev.spirallab.engine.Lab.FULL_BATCH;
import static dev.spirallab.engine.Lab.THREE;
import static dev.spirallab.engine.Lab.chain;
import static dev.spirallab.engine.Lab.linear;
import static dev.spirallab.engine.Lab.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.Targets;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
    private static final Valid CLASSES =
            valid(
                    THREE,
                    chain(linear(6, "tanh"), linear(3)),
                    CROSS_ENTROPY,
                    Lab.ADAM,
                    "'batchSize': 8");

    @Test
    void whatGoesOnWithOtherDataHasItsParametersAndCountsAndBeginsAnEpoch() {
        Valid other =
                valid(
                        THREE.replace("30", "45"),
                        chain(linear(6, "tanh"), linear(3)),
                        CROSS_ENTROPY,
                        Lab.ADAM,
                        "'batchSize': 8");
        try (TorchTraining first = Lab.open(CLASSES);
                TorchTraining second = Lab.open(other)) {
            first.train(6);

            second.goOnFrom(first.checkpoint());

            assertThat(second.step()).isEqualTo(6);
            assertThat(second.epoch()).isEqualTo(1);
            assertThat(second.stepInEpoch()).isZero();
            assertThat(second.stepsPerEpoch()).isEqualTo(6);
            assertThat(second.optimizerState()).isEqualTo(first.optimizerState());
            second.weights()
                    .forEach((node, now) ->
                            assertThat(now.weight()).isEqualTo(first.weights().get(node).weight()));
            second.train(6);
            assertThat(second.epoch()).isEqualTo(2);
        }
    }

    private static Valid dropout() {
        return valid(
                THREE,
                chain(linear(50, "relu"), "{'kind': 'dropout', 'p': 0.5}", linear(3)),
                CROSS_ENTROPY,
                Lab.ADAM,
                FULL_BATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sgd",
                "adam",
                "adamW",
                "rmsprop",
                "adagrad",
                "adadelta",
                "adamax",
                "nadam",
                "radam",
                "asgd"
            })
    void everyParameterMovesWithEveryStep(String optimizer) {
        Valid experiment =
                valid(
                        THREE,
                        chain(linear(6, "tanh"), "{'kind': 'batchNorm'}", linear(3)),
                        CROSS_ENTROPY,
                        "'optimizer': {'kind': '%s', 'learningRate': 0.1}".formatted(optimizer),
                        "'batchSize': 8");
        try (Training training = Lab.open(experiment)) {
            for (int i = 0; i < 5; i++) {
                var before = training.weights();
                training.train(1);
                training.weights()
                        .forEach((node, now) -> {
                            assertThat(now.weight()).isNotEqualTo(before.get(node).weight());
                            assertThat(now.bias()).isNotEqualTo(before.get(node).bias());
                        });
            }
        }
    }

    @Test
    void epochsAreCountedAndTheLastBatchMayBeSmaller() {
        try (Training training = Lab.open(CLASSES)) {
            assertThat(training.stepsPerEpoch()).isEqualTo(4);
            Lab.train(training, 9);
            assertThat(training.step()).isEqualTo(9);
            assertThat(training.epoch()).isEqualTo(2);
            assertThat(training.stepInEpoch()).isEqualTo(1);
        }
    }

    @Test
    void lossOfAFullBatchIsTheLossOfTheEvaluationBefore() {
        Valid experiment = valid(THREE, chain(linear(3)), CROSS_ENTROPY, Lab.ADAM, FULL_BATCH);
        try (Training training = Lab.open(experiment)) {
            Lab.train(training, 5);
            double evaluated = training.evaluate().train().loss();
            assertThat(training.train(1).lastLoss()).isCloseTo(evaluated, Offset.offset(1e-6));
        }
    }

    @Test
    void lossAndAccuracyAreThoseThatTheScoresGive() {
        Dataset dataset = Datasets.create(CLASSES.experiment().dataset());
        try (Training training = Lab.open(CLASSES)) {
            Lab.train(training, 20);
            float[] scores = training.scores(dataset.train().inputs());
            int[] labels = ((Targets.Labels) dataset.train().targets()).labels();
            double loss = 0;
            double right = 0;
            for (int row = 0; row < labels.length; row++) {
                float wanted = scores[row * 3 + labels[row]];
                loss -= Math.log(wanted) / labels.length;
                right += wanted > 0.5 || isGreatest(scores, row, labels[row]) ? 1 : 0;
            }
            assertThat(training.evaluate().train().loss()).isCloseTo(loss, Offset.offset(1e-5));
            assertThat(training.evaluate().train().accuracy())
                    .isCloseTo(right / labels.length, Offset.offset(1e-9));
            assertThat(training.evaluate().test()).isEqualTo(Evaluation.Score.NONE);
        }
    }

    private static boolean isGreatest(float[] scores, int row, int label) {
        float wanted = scores[row * 3 + label];
        return wanted >= scores[row * 3]
                && wanted >= scores[row * 3 + 1]
                && wanted >= scores[row * 3 + 2];
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void scoresOfBinaryCrossEntropyHaveAColumnForEachClass(int units) {
        Valid experiment =
                valid(
                        CLOUDS,
                        chain(linear(units)),
                        "'loss': {'kind': 'binaryCrossEntropy'}",
                        Lab.ADAM);
        try (Training training = Lab.open(experiment)) {
            assertThat(training.scoreColumns()).isEqualTo(2);
            Lab.train(training, 500);
            Part data = Datasets.create(experiment.experiment().dataset()).train();
            float[] scores = training.scores(data.inputs());
            assertThat(scores).hasSize(2 * data.rows());
            assertThat(training.evaluate().train().accuracy()).isGreaterThan(0.9);
        }
    }

    @Test
    void oneSigmoidsColumnsAddUpToOne() {
        Valid experiment =
                valid(CLOUDS, chain(linear(1)), "'loss': {'kind': 'binaryCrossEntropy'}", Lab.ADAM);
        try (Training training = Lab.open(experiment)) {
            float[] scores = training.scores(new Matrix(1, 2, new float[] {0.3f, -2f}));
            assertThat(scores[0] + scores[1]).isCloseTo(1f, Offset.offset(1e-6f));
        }
    }

    @Test
    void scoresOfManyRowsEqualThoseOfEachRow() {
        try (Training training = Lab.open(CLASSES)) {
            int rows = 20_000;
            float[] values = new float[2 * rows];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) Math.sin(i);
            }
            float[] all = training.scores(new Matrix(rows, 2, values));
            int row = 17_123;
            float[] one =
                    training.scores(
                            new Matrix(1, 2, new float[] {values[2 * row], values[2 * row + 1]}));
            assertThat(all).hasSize(3 * rows);
            assertThat(one[2]).isCloseTo(all[3 * row + 2], Offset.offset(1e-6f));
        }
    }

    @Test
    void dropoutActsWhileTrainingOnly() {
        try (TorchTraining training = Lab.open(dropout())) {
            double evaluated = training.evaluate().train().loss();
            assertThat(training.evaluate().train().loss()).isEqualTo(evaluated);
            assertThat((double) training.gradient().loss())
                    .isNotCloseTo(evaluated, Offset.offset(1e-4));
        }
    }

    @Test
    void dropoutDrawsAnotherMaskEachStep() {
        Valid frozen =
                valid(
                        THREE,
                        chain(linear(50, "relu"), "{'kind': 'dropout', 'p': 0.5}", linear(3)),
                        CROSS_ENTROPY,
                        "'optimizer': {'kind': 'sgd', 'learningRate': 0}",
                        FULL_BATCH);
        try (Training training = Lab.open(frozen)) {
            List<Double> losses = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                losses.add(training.train(1).lastLoss());
            }
            assertThat(losses).doesNotHaveDuplicates();
        }
    }

    @Test
    void runningStatisticsFollowTheBatches() {
        String data = "{'kind': 'inline', 'inputs': [[1], [3], [8]], 'labels': [0, 1, 1]}";
        Valid experiment =
                valid(
                        data,
                        chain("{'kind': 'batchNorm', 'momentum': 0.5}", linear(2)),
                        CROSS_ENTROPY,
                        Lab.ADAM,
                        FULL_BATCH);
        try (TorchTraining training = Lab.open(experiment)) {
            training.train(1);
            assertThat(training.statistics()[0]).isCloseTo(0.5f * 4, Offset.offset(1e-6f));
            assertThat(training.statistics()[1])
                    .isCloseTo(0.5f * 1 + 0.5f * 13, Offset.offset(1e-5f));
        }
    }

    @Test
    void aBatchOfOneRowDoesNotSpoilRunningStatistics() {
        String data = "{'kind': 'inline', 'inputs': [[1], [3], [8]], 'labels': [0, 1, 1]}";
        Valid experiment =
                valid(
                        data,
                        chain("{'kind': 'batchNorm'}", linear(2)),
                        CROSS_ENTROPY,
                        Lab.ADAM,
                        FULL_BATCH);
        try (TorchTraining training = Lab.open(experiment)) {
            training.tune(Tuning.NONE.withBatchSize(2));
            assertThat(Lab.train(training, 20).firstNonFinite()).isEmpty();
            assertThat(training.evaluate().train().loss()).isFinite();
        }
    }

    @Test
    void batchSizeChangesWithTheNextEpoch() {
        try (Training training = Lab.open(CLASSES)) {
            training.train(1);
            training.tune(Tuning.NONE.withBatchSize(15));
            assertThat(training.stepsPerEpoch()).isEqualTo(4);
            Lab.train(training, 3);
            assertThat(training.epoch()).isEqualTo(1);
            assertThat(training.stepsPerEpoch()).isEqualTo(2);
            training.tune(Tuning.NONE.withBatchSize(0));
            assertThat(training.stepsPerEpoch()).isEqualTo(1);
        }
    }

    @Test
    void learningRateFollowsScheduleWarmUpAndTuning() {
        Valid experiment =
                valid(
                        THREE,
                        chain(linear(3)),
                        CROSS_ENTROPY,
                        "'optimizer': {'kind': 'sgd', 'learningRate': 0.8}",
                        "'schedule': {'kind': 'exponential', 'gamma': 0.5}",
                        "'warmup': {'kind': 'linear', 'steps': 2}",
                        "'batchSize': 15");
        try (Training training = Lab.open(experiment)) {
            assertThat(training.learningRate()).isEqualTo(0.4);
            training.train(1);
            assertThat(training.learningRate()).isEqualTo(0.8);
            training.train(1);
            assertThat(training.learningRate()).isEqualTo(0.4);
            training.tune(Tuning.NONE.withLearningRate(0.2));
            assertThat(training.learningRate()).isEqualTo(0.1);
            assertThat(training.tuning().learningRate()).hasValue(0.2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void theFirstStepWhoseLossIsNotFiniteIsNamed(int slice) {
        Valid experiment =
                valid(
                        "{'kind': 'plane', 'samples': 50}",
                        chain(linear(1)),
                        "'loss': {'kind': 'mse'}",
                        "'optimizer': {'kind': 'sgd', 'learningRate': 1000}",
                        FULL_BATCH);
        try (Training training = Lab.open(experiment)) {
            Progress progress = Progress.NONE;
            while (progress.firstNonFinite().isEmpty()) {
                progress = training.train(slice);
            }
            assertThat(progress.firstNonFinite()).hasValue(FIRST_NON_FINITE);
        }
    }

    private static final long FIRST_NON_FINITE = firstNonFinite();

    private static long firstNonFinite() {
        Valid experiment =
                valid(
                        "{'kind': 'plane', 'samples': 50}",
                        chain(linear(1)),
                        "'loss': {'kind': 'mse'}",
                        "'optimizer': {'kind': 'sgd', 'learningRate': 1000}",
                        FULL_BATCH);
        try (Training training = Lab.open(experiment)) {
            while (Double.isFinite(training.train(1).lastLoss())) {}
            return training.step();
        }
    }

    @Test
    void theBestEpochsParametersAreAdoptedWithoutGoingBack() {
        try (Training training = Lab.open(CLASSES)) {
            Lab.train(training, 10);
            Checkpoint best = training.checkpoint();
            List<Float> parameters = Lab.parameters(training);
            Lab.train(training, 10);
            training.adopt(best);
            assertThat(Lab.parameters(training)).isEqualTo(parameters);
            assertThat(training.step()).isEqualTo(20);
        }
    }

    @Test
    void aCheckpointOfAnotherModelIsRefused() {
        try (Training training = Lab.open(CLASSES);
                Training other = Lab.open(dropout())) {
            assertThatThrownBy(() -> training.restore(other.checkpoint()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> training.restore(new Checkpoint(new byte[] {1, 2})))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void dataOfAnotherExperimentIsRefused() {
        Dataset two =
                Datasets.create(
                        valid(CLOUDS, chain(linear(2)), CROSS_ENTROPY, Lab.ADAM)
                                .experiment()
                                .dataset());
        assertThatThrownBy(() -> Lab.ENGINE.open(CLASSES, two))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClosedTrainingSaysSo() {
        Training training = Lab.open(CLASSES);
        training.close();
        training.close();
        assertThatThrownBy(() -> training.train(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChainOfManyLayersTrainsOnAnOrdinaryThread() {
        List<String> layers = new ArrayList<>(Collections.nCopies(198, linear(3, "tanh")));
        layers.add(linear(3));
        Valid deep =
                valid(
                        THREE,
                        chain(layers.toArray(String[]::new)),
                        CROSS_ENTROPY,
                        Lab.ADAM,
                        FULL_BATCH);
        try (Training training =
                Lab.ENGINE.open(deep, Datasets.create(deep.experiment().dataset()))) {
            assertThat(training.train(2).steps()).isEqualTo(2);
            assertThat(training.evaluate().train().loss()).isFinite();
        }
    }
}
