package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same experiment gives the same bits, however it is run. */
class RepeatableTest {
    private static final int STEPS = 210;

    /** All that draws random numbers or depends on where in the training a step is. */
    private static final Valid EXPERIMENT =
            Lab.valid(
                    "{'kind': 'spiral', 'samples': 105, 'testFraction': 0.2}",
                    Lab.chain(
                            Lab.linear(8, "relu"),
                            "{'kind': 'batchNorm'}",
                            "{'kind': 'dropout', 'p': 0.3}",
                            Lab.linear(8, "tanh"),
                            "{'kind': 'rrelu'}",
                            "{'kind': 'reshape', 'shape': [4, 2]}",
                            "{'kind': 'dropout2d', 'p': 0.1}",
                            "{'kind': 'flatten'}",
                            "{'kind': 'dropout', 'p': 0.1}",
                            Lab.linear(3)),
                    Lab.CROSS_ENTROPY,
                    Lab.ADAM,
                    "'batchSize': 16, 'schedule': {'kind': 'cosine', 'tMax': 20}",
                    "'warmup': {'kind': 'linear', 'steps': 30}",
                    "'regularization': {'l1': 0.001}");

    /** Odd sizes, so that batches begin at every alignment in memory. */
    private static final Valid ODD =
            Lab.valid(
                    "{'kind': 'spiral', 'samples': 151, 'testFraction': 0, 'features': ['x1', 'x2',"
                            + " 'x1Squared', 'x2Squared', 'x1x2', 'sinX1', 'sinX2']}",
                    Lab.chain(Lab.linear(33, "gelu"), Lab.linear(65, "elu"), Lab.linear(3)),
                    Lab.CROSS_ENTROPY,
                    Lab.ADAM,
                    "'batchSize': 13");

    /** What a training has become: its figures and its parameters. */
    private static List<Object> outcome(Training training) {
        return List.of(training.evaluate(), Lab.parameters(training), training.epoch());
    }

    private static List<Object> sliced(int size) {
        return sliced(EXPERIMENT, size);
    }

    private static List<Object> sliced(Valid experiment, int size) {
        try (Training training = Lab.open(experiment)) {
            while (training.step() < STEPS) {
                training.train((int) Math.min(size, STEPS - training.step()));
            }
            return outcome(training);
        }
    }

    @Test
    void howStepsAreDividedIntoCallsChangesNothing() {
        List<Object> whole = sliced(STEPS);
        assertThat(sliced(1)).isEqualTo(whole);
        assertThat(sliced(7)).isEqualTo(whole);
        assertThat(sliced(100)).isEqualTo(whole);
    }

    @Test
    void whereABatchLiesInMemoryChangesNothing() {
        List<Object> whole = sliced(ODD, STEPS);
        assertThat(sliced(ODD, 1)).isEqualTo(whole);
        assertThat(sliced(ODD, 7)).isEqualTo(whole);
    }

    @Test
    void lookingChangesNothing() {
        List<Object> unwatched = sliced(STEPS);
        try (TorchTraining training = Lab.open(EXPERIMENT)) {
            while (training.step() < STEPS) {
                training.train(30);
                training.evaluate();
                training.gradient();
                training.probe(new Matrix(2, 2, new float[] {1, 2, 3, 4}));
                training.scores(new Matrix(2, 2, new float[] {1, 2, 3, 4}));
                training.tune(Tuning.NONE);
                training.checkpoint();
            }
            assertThat(outcome(training)).isEqualTo(unwatched);
        }
    }

    @Test
    void trainingGoesOnFromACheckpointInAnotherPlaceAsIfNothingHadHappened() {
        Checkpoint half;
        try (Training training = Lab.open(EXPERIMENT)) {
            Lab.train(training, 103);
            half = new Checkpoint(training.checkpoint().bytes().clone());
        }
        try (Training training = Lab.open(EXPERIMENT)) {
            Lab.train(training, 11);
            training.restore(half);
            assertThat(training.step()).isEqualTo(103);
            Lab.train(training, STEPS - 103);
            assertThat(outcome(training)).isEqualTo(sliced(STEPS));
        }
    }

    static Stream<Valid> optimizers() {
        return Stream.of(
                        "'nadam'",
                        "'radam'",
                        "'asgd', 't0': 5",
                        "'rprop'",
                        "'adam', 'amsgrad': true",
                        "'lbfgs', 'maxIter': 4, 'historySize': 3",
                        "'lbfgs', 'maxIter': 4, 'lineSearchFn': 'none', 'learningRate': 0.1")
                .map(optimizer ->
                        Lab.valid(
                                Lab.THREE,
                                Lab.chain(
                                        Lab.linear(5, "tanh"),
                                        "{'kind': 'dropout', 'p': 0.1}",
                                        Lab.linear(3)),
                                Lab.CROSS_ENTROPY,
                                "'optimizer': {'kind': " + optimizer + "}",
                                "'batchSize': 0"));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void whatAnOptimiserKeepsIsTheSameInOneCallInManyAndAfterACheckpoint(Valid experiment) {
        List<Object> whole;
        try (Training training = Lab.open(experiment)) {
            Lab.train(training, 20);
            whole = outcome(training);
        }
        Checkpoint half;
        try (Training training = Lab.open(experiment)) {
            for (int i = 0; i < 9; i++) {
                training.train(1);
            }
            half = training.checkpoint();
        }
        try (Training training = Lab.open(experiment)) {
            training.restore(half);
            Lab.train(training, 11);
            assertThat(outcome(training)).isEqualTo(whole);
        }
    }

    @Test
    void twentyOthersAtTheSameTimeChangeNothing() throws Exception {
        List<Object> alone = sliced(STEPS);
        List<Callable<List<Object>>> runs = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            int size = 1 + i * 5;
            runs.add(() -> sliced(size));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<List<Object>> run : threads.invokeAll(runs)) {
                assertThat(run.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void anotherSeedGivesAnotherTraining() {
        Valid reseeded =
                Lab.valid(
                        ExperimentJson.write(EXPERIMENT.experiment())
                                .replace("\"seed\": 42", "\"seed\": 43"));
        assertThat(reseeded.experiment().training().seed()).isEqualTo(43);
        try (Training training = Lab.open(reseeded)) {
            Lab.train(training, STEPS);
            assertThat(outcome(training)).isNotEqualTo(sliced(STEPS));
        }
    }
}
