package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.Kind;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.Warmup;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Schedules against PyTorch's own way of computing them: from each rate the next, where there is
 * such a way.
 */
class RatesTest {
    private static final int EPOCHS = 40;
    private static final int STEPS = 200;
    private static final double BASE = 0.3;

    /** The next rate from the last: {@code (last rate, number of the new one from 1)}. */
    interface Next {
        double rate(double last, int n);
    }

    static Stream<Arguments> byEpoch() {
        return Stream.of(
                of("'constant'", (last, _) -> last),
                of(
                        "'step', 'stepSize': 7, 'gamma': 0.5",
                        (last, e) -> e % 7 == 0 ? last / 2 : last),
                of(
                        "'multiStep', 'milestones': [3, 3, 11], 'gamma': 0.2",
                        (last, e) -> e == 3 ? last * 0.04 : e == 11 ? last * 0.2 : last),
                of("'exponential', 'gamma': 0.9", (last, _) -> last * 0.9),
                of("'polynomial', 'totalIters': 25, 'power': 1.5", RatesTest::polynomial),
                of("'polynomial'", (_, e) -> BASE * (1 - Math.min(e, EPOCHS) / (double) EPOCHS)),
                of("'cosine', 'tMax': 12, 'etaMin': 0.05", RatesTest::cosine),
                of("'cosine'", (_, e) -> BASE / 2 * (1 + Math.cos(Math.PI * e / EPOCHS))),
                of(
                        "'cosineWarmRestarts', 't0': 5, 'etaMin': 0.01",
                        (_, e) -> 0.01 + (BASE - 0.01) / 2 * (1 + Math.cos(Math.PI * (e % 5) / 5))),
                of("'cosineWarmRestarts', 't0': 3, 'tMult': 2", RatesTest::restarting),
                of("'reduceOnPlateau'", (last, _) -> last));
    }

    /** The recursion of PolynomialLR. */
    private static double polynomial(double last, int e) {
        return e > 25 ? last : last * Math.pow((1 - e / 25.0) / (1 - (e - 1) / 25.0), 1.5);
    }

    /** The recursion of CosineAnnealingLR, which goes up again after tMax. */
    private static double cosine(double last, int e) {
        if ((e - 1 - 12) % 24 == 0) {
            return last + (BASE - 0.05) * (1 - Math.cos(Math.PI / 12)) / 2;
        }
        return (1 + Math.cos(Math.PI * e / 12))
                        / (1 + Math.cos(Math.PI * (e - 1) / 12))
                        * (last - 0.05)
                + 0.05;
    }

    /** The logarithm of CosineAnnealingWarmRestarts. */
    private static double restarting(double last, int e) {
        int n = (int) Math.floor(Math.log(e / 3.0 + 1) / Math.log(2) + 1e-12);
        double since = e - 3 * (Math.pow(2, n) - 1);
        return BASE / 2 * (1 + Math.cos(Math.PI * since / (3 * Math.pow(2, n))));
    }

    static Stream<Arguments> byStep() {
        return Stream.of(
                of("'oneCycle'", (_, s) -> oneCycle(s, 0.3 * STEPS - 1, STEPS - 1, 25, 1e4)),
                of(
                        "'oneCycle', 'totalSteps': 100, 'pctStart': 0.5, 'divFactor': 10,"
                                + " 'finalDivFactor': 100",
                        (_, s) -> oneCycle(Math.min(s, 99), 49, 99, 10, 100)),
                of(
                        "'oneCycle', 'totalSteps': 101, 'threePhase': true, 'annealStrategy':"
                                + " 'linear', 'divFactor': 3, 'finalDivFactor': 10",
                        RatesTest::threePhases),
                of(
                        "'cyclic', 'maxLearningRate': 1, 'stepSizeUp': 10",
                        (_, s) -> BASE + (1 - BASE) * triangle(s)),
                of(
                        "'cyclic', 'maxLearningRate': 1, 'stepSizeUp': 10, 'mode': 'triangular2'",
                        (_, s) ->
                                BASE
                                        + (1 - BASE)
                                                * triangle(s)
                                                / Math.pow(2, Math.floor(s / 20.0))),
                of(
                        "'cyclic', 'maxLearningRate': 1, 'stepSizeUp': 10, 'mode': 'expRange',"
                                + " 'gamma': 0.99",
                        (_, s) -> BASE + (1 - BASE) * triangle(s) * Math.pow(0.99, s)),
                of(
                        "'cyclic', 'maxLearningRate': 0.1, 'stepSizeUp': 5, 'stepSizeDown': 15",
                        (_, s) -> BASE + (0.1 - BASE) * skewed(s)));
    }

    private static double oneCycle(int s, double top, double end, double div, double finalDiv) {
        double first = BASE / div;
        double last = first / finalDiv;
        return s <= top
                ? BASE + (first - BASE) / 2 * (1 + Math.cos(Math.PI * s / top))
                : last + (BASE - last) / 2 * (1 + Math.cos(Math.PI * (s - top) / (end - top)));
    }

    private static double threePhases(double last, int step) {
        double s = Math.min(step, 100);
        double top = 0.3 * 101 - 1;
        double bottom = 2 * 0.3 * 101 - 2;
        if (s <= top) {
            return BASE / 3 + (BASE - BASE / 3) * s / top;
        }
        return s <= bottom
                ? BASE + (BASE / 3 - BASE) * (s - top) / (bottom - top)
                : BASE / 3 + (BASE / 30 - BASE / 3) * (s - bottom) / (100 - bottom);
    }

    /** Smith's {@code max(0, 1 - |s / size - 2 cycle + 1|)}. */
    private static double triangle(int s) {
        double cycle = Math.floor(1 + s / 20.0);
        return Math.max(0, 1 - Math.abs(s / 10.0 - 2 * cycle + 1));
    }

    /** CyclicLR's way, with a ratio. */
    private static double skewed(int s) {
        double cycle = Math.floor(1 + s / 20.0);
        double x = 1 + s / 20.0 - cycle;
        return x <= 0.25 ? x / 0.25 : (x - 1) / (0.25 - 1);
    }

    private static Arguments of(String schedule, Next next) {
        return Arguments.of("{'kind': " + schedule + "}", next);
    }

    private static Rates rates(String json) {
        ScheduleSpec schedule =
                ExperimentJson.readPart(ScheduleSpec.class, json.replace('\'', '"'))
                                instanceof Part.Read<ScheduleSpec>(var read)
                        ? read
                        : null;
        assertThat(schedule).as(json).isNotNull();
        return new Rates(schedule, Optional.empty(), EPOCHS, STEPS);
    }

    @ParameterizedTest
    @MethodSource("byEpoch")
    void schedulesOfEpochsFollowPyTorch(String json, Next next) {
        Rates rates = rates(json);
        double expected = BASE;
        assertThat(rates.at(BASE, 0, 0, 0)).isCloseTo(BASE, Offset.offset(1e-12));
        for (int epoch = 1; epoch < 60; epoch++) {
            expected = next.rate(expected, epoch);
            boolean atTheFloor = json.contains("'tMax'") && epoch % 24 == 12;
            double close = atTheFloor || json.contains("'tMax'") ? 1e-9 : 1e-12;
            assertThat(rates.at(BASE, epoch, epoch * 5L, 0))
                    .as("epoch %d", epoch)
                    .isCloseTo(expected, Offset.offset(close));
        }
    }

    @ParameterizedTest
    @MethodSource("byStep")
    void schedulesOfStepsFollowPyTorch(String json, Next next) {
        Rates rates = rates(json);
        for (int step = 0; step < 150; step++) {
            assertThat(rates.at(BASE, step / 5, step, 0))
                    .as("step %d", step)
                    .isCloseTo(next.rate(0, step), Offset.offset(1e-12));
        }
    }

    @Test
    void everyScheduleIsAmongThem() {
        assertThat(
                        Stream.concat(byEpoch(), byStep())
                                .map(each -> (String) each.get()[0])
                                .map(json -> json.replaceAll(".*'kind': '(\\w+)'.*", "$1"))
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ScheduleSpec.class.getPermittedSubclasses())
                                .map(type -> type.getAnnotation(Kind.class).value())
                                .toList());
    }

    @Test
    void aCycleMayHaveNoRiseOrNothingElse() {
        assertThat(rates("{'kind': 'oneCycle', 'pctStart': 0}").at(BASE, 0, 0, 0))
                .isLessThanOrEqualTo(BASE);
        for (String share : new String[] {"0", "0.005", "1"}) {
            Rates rates = rates("{'kind': 'oneCycle', 'pctStart': %s}".formatted(share));
            for (int step = 0; step < 250; step++) {
                assertThat(rates.at(BASE, 0, step, 0)).isFinite().isBetween(0.0, BASE);
            }
        }
    }

    @Test
    void linearWarmUpRisesStepByStep() {
        Rates rates = warm(new Warmup.Linear(4));
        for (int step = 0; step < 20; step++) {
            double expected = step < 4 ? (step + 1) / 4.0 : 1;
            assertThat(rates.at(1, 0, step, 0)).isEqualTo(expected);
        }
    }

    @Test
    void constantWarmUpIsASmallerRateForSomeSteps() {
        Rates rates = warm(new Warmup.Constant(4, 0.25));
        for (int step = 0; step < 20; step++) {
            assertThat(rates.at(1, 0, step, 0)).isEqualTo(step < 4 ? 0.25 : 1);
        }
    }

    private static Rates warm(Warmup warmup) {
        return new Rates(new ScheduleSpec.Constant(), Optional.of(warmup), EPOCHS, STEPS);
    }

    @Test
    void warmUpScalesWhateverTheScheduleGives() {
        ScheduleSpec schedule = new ScheduleSpec.Exponential(0.5);
        Rates rates = new Rates(schedule, Optional.of(new Warmup.Linear(10)), EPOCHS, STEPS);
        assertThat(rates.at(1, 1, 4, 0)).isEqualTo(0.25);
    }
}
