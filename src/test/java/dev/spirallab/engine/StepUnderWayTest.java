package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.frame.LayerReport;
import dev.spirallab.spec.training.Regularization;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens in the middle of a step that takes many calls. */
class StepUnderWayTest {
    private static final Regularization OTHER = new Regularization(0.002, 0.03);

    private static final Matrix LOOKED_AT = new Matrix(2, 2, new float[] {1, 2, 3, 4});

    private static final Valid CERTAIN =
            Lab.valid(
                    Lab.THREE,
                    Lab.chain(Lab.linear(5, "tanh"), "{'kind': 'batchNorm'}", Lab.linear(3)),
                    Lab.CROSS_ENTROPY,
                    Lab.ADAM,
                    "'batchSize': 12, 'regularization': {'l2': 0.01}",
                    "'gradientClipping': {'kind': 'norm', 'maxNorm': 0.1}");

    /** Not some looks by the old settings and some by the new. */
    @Test
    void aSearchThatIsTunedHalfWayIsAsIfItHadBeenTunedBefore() {
        Valid valid = PortionsTest.searching("'maxIter': 4, 'historySize': 3");
        Tuning rate = Tuning.NONE.withLearningRate(0.25);
        List<Object> before = tuned(valid, 0, rate.withRegularization(OTHER));
        assertThat(before).isNotEqualTo(tuned(valid, 0, rate));
        for (int calls : List.of(1, 3, 6, 11)) {
            assertThat(tuned(valid, calls, rate.withRegularization(OTHER)))
                    .as("after %d calls", calls)
                    .isEqualTo(before);
        }
    }

    @Test
    void aStepInPortionsThatIsTunedHalfWayIsAsIfItHadBeenTunedBefore() {
        Tuning tuning = Tuning.NONE.withLearningRate(0.25).withRegularization(OTHER);
        assertThat(tuned(PortionsTest.CHANCE, 1, tuning))
                .isEqualTo(tuned(PortionsTest.CHANCE, 0, tuning));
    }

    /**
     * @param calls of the third step that are done when it is tuned
     */
    private static List<Object> tuned(Valid valid, int calls, Tuning tuning) {
        try (TorchTraining training = Lab.openInPortions(valid, 7)) {
            Lab.train(training, 2);
            for (int call = 0; call < calls; call++) {
                assertThat(training.train(1).steps()).isZero();
            }
            training.tune(tuning);
            Lab.train(training, 3);
            return PortionsTest.all(training);
        }
    }

    static Stream<Named<TorchTraining>> divided() {
        return Stream.of(
                Named.of("in portions", Lab.openInPortions(PortionsTest.CHANCE, 3)),
                Named.of("layer by layer", Lab.openInPortions(PortionsTest.NORMS, 3)),
                Named.of("layer by layer, each portion", Lab.openInStages(PortionsTest.CHANCE, 3)),
                Named.of(
                        "look by look",
                        Lab.openInPortions(
                                PortionsTest.searching("'maxIter': 4, 'historySize': 3"), 7)));
    }

    /** Where it rests, is looked into and goes on, it is the same step. */
    @ParameterizedTest
    @MethodSource("divided")
    void aStepThatRestsHoldsNothingAndGoesOnWithTheSameBits(TorchTraining training) {
        try (training) {
            Checkpoint start = training.checkpoint();
            Lab.train(training, 3);
            List<Object> undisturbed = PortionsTest.all(training);
            training.restore(start);
            for (int calls = 1; training.step() < 3; calls++) {
                for (int call = 0; call < calls; call++) {
                    training.train(1);
                }
                training.rest();
                assertThat(training.isMidStep()).isFalse();
            }
            assertThat(training.step()).isEqualTo(3);
            assertThat(PortionsTest.all(training)).isEqualTo(undisturbed);
        }
    }

    /** So that looking costs others no more waiting than the step does, and the run hardly any. */
    @ParameterizedTest
    @MethodSource("divided")
    void lookingDoesTheCallsOfTheStepItself(TorchTraining training) {
        try (training) {
            Lab.train(training, 1);
            Checkpoint start = training.checkpoint();
            int calls = callsOfAStep(training);
            List<Object> undisturbed = PortionsTest.all(training);
            training.restore(start);
            training.train(1);
            int looks = 1;
            while (training.probe(LOOKED_AT).isEmpty()) {
                looks++;
            }
            assertThat(looks).isEqualTo(calls - 1);
            assertThat(training.train(1).steps()).isEqualTo(1);
            assertThat(PortionsTest.all(training)).isEqualTo(undisturbed);
        }
    }

    private static int callsOfAStep(TorchTraining training) {
        int calls = 1;
        while (training.train(1).steps() == 0) {
            calls++;
        }
        return calls;
    }

    /** Whole, the same experiment is looked at by another way: a step on copies. */
    @ParameterizedTest
    @MethodSource("certain")
    void whatIsSeenOfADividedStepIsWhatIsSeenOfAWholeOne(Valid valid, TorchTraining divided) {
        try (divided;
                TorchTraining whole = Lab.open(valid)) {
            Lab.train(divided, 2);
            Lab.train(whole, 2);
            LayerReport expected = Lab.probe(whole, LOOKED_AT);
            LayerReport seen = Lab.probe(divided, LOOKED_AT);
            assertThat(seen.batch()).isEqualTo(expected.batch());
            for (int i = 0; i < expected.layers().size(); i++) {
                LayerReport.Layer layer = expected.layers().get(i);
                LayerReport.Layer other = seen.layers().get(i);
                assertClose(other.gradientNorm(), layer.gradientNorm());
                assertClose(other.updateRatio(), layer.updateRatio());
            }
        }
    }

    private static void assertClose(Optional<Double> seen, Optional<Double> expected) {
        assertThat(seen.isPresent()).isEqualTo(expected.isPresent());
        expected.ifPresent(value -> assertThat(seen.orElseThrow()).isCloseTo(value, within(1e-3)));
    }

    static Stream<Arguments> certain() {
        Valid search = PortionsTest.searching("'maxIter': 4, 'historySize': 3");
        return Stream.of(
                Arguments.of(CERTAIN, Lab.openInPortions(CERTAIN, 3)),
                Arguments.of(search, Lab.openInPortions(search, 7)));
    }
}
