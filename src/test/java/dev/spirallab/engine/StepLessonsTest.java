package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Datasets;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of lessons C3 to C10, from the experiments that a reader opens. */
class StepLessonsTest {
    private static final Offset<Float> EXACTLY = Offset.offset(1e-6f);

    @ParameterizedTest
    @CsvSource({
        "zeros, 0, 0",
        "constant, 0.1, 0",
        "normal, 0, 1",
        "uniform, 0, 0.0057735",
        "xavier, 0, 0.1",
        "kaiming, 0, 0.1414214"
    })
    void weightsBeginAsTheirRuleSays(String variant, double mean, double spread) {
        try (Training training = Lab.open(Lab.lesson("c3-" + variant))) {
            float[] weights = training.weights().get("hidden3").weight();
            assertThat(mean(weights)).isCloseTo(mean, Offset.offset(0.05 * spread + 1e-6));
            assertThat(spread(weights)).isCloseTo(spread, Offset.offset(0.05 * spread));
        }
    }

    @Test
    void xavierKeepsTheSignalsSpreadWhereOthersLoseIt() {
        assertThat(spreads("zeros")).containsOnly(0.0);
        assertThat(spreads("uniform").getLast()).isLessThan(1e-4);
        assertThat(spreads("normal").getLast()).isGreaterThan(0.9);
        List<Double> xavier = spreads("xavier");
        assertThat(xavier.getLast()).isCloseTo(xavier.getFirst(), Percentage.withPercentage(50));
    }

    /** The spread of each tanh layer's activations before the first step, worked out here. */
    private static List<Double> spreads(String variant) {
        Valid lesson = Lab.lesson("c3-" + variant);
        try (Training training = Lab.open(lesson)) {
            Matrix inputs = Datasets.create(lesson.experiment().dataset()).train().inputs();
            double[][] signal = rows(inputs, 200);
            List<Double> spreads = new ArrayList<>();
            for (int layer = 1; layer <= 5; layer++) {
                Weights weights = training.weights().get("hidden" + layer);
                signal =
                        Arrays.stream(signal)
                                .map(row -> tanh(weights, row))
                                .toArray(double[][]::new);
                spreads.add(spread(flat(signal)));
            }
            return spreads;
        }
    }

    private static double[][] rows(Matrix inputs, int count) {
        int columns = inputs.columns();
        return IntStream.range(0, count)
                .mapToObj(row ->
                        IntStream.range(0, columns)
                                .mapToDouble(column -> inputs.values()[row * columns + column])
                                .toArray())
                .toArray(double[][]::new);
    }

    private static double[] tanh(Weights weights, double[] row) {
        double[] out = new double[weights.bias().length];
        for (int i = 0; i < out.length; i++) {
            double sum = weights.bias()[i];
            for (int j = 0; j < row.length; j++) {
                sum += weights.weight()[i * row.length + j] * row[j];
            }
            out[i] = Math.tanh(sum);
        }
        return out;
    }

    private static float[] flat(double[][] rows) {
        double[] all = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        float[] flat = new float[all.length];
        for (int i = 0; i < all.length; i++) {
            flat[i] = (float) all[i];
        }
        return flat;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double spread(float[] values) {
        double mean = mean(values);
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    /** The rate of the first and of the middle step and of the last, by the published formulas. */
    @ParameterizedTest
    @CsvSource({
        "constant, 0.5, 0.5, 0.5",
        "step, 0.5, 0.05, 0.0005",
        "multiStep, 0.5, 0.05, 0.005",
        "exponential, 0.5, 0.10903269, 0.02451",
        "cosine, 0.5, 0.25, 0.000123",
        "warmup, 0.00053191, 0.25, 0.005"
    })
    void thePlannedRateIsTheOneUsed(String variant, double first, double middle, double last) {
        Valid lesson = Lab.lesson("c6-" + variant);
        TrainingSpec spec = lesson.experiment().training();
        try (Training training = Lab.open(lesson)) {
            int perEpoch = training.stepsPerEpoch();
            RateCurve planned = RateCurve.of(spec, 3000, 101 * perEpoch);
            assertThat(training.learningRate()).isCloseTo(first, Percentage.withPercentage(0.1));
            for (int epoch = 0; epoch < 100; epoch++) {
                assertThat(planned.points().get(epoch * perEpoch).rate())
                        .isEqualTo(training.learningRate());
                if (epoch == 50) {
                    assertThat(training.learningRate())
                            .isCloseTo(middle, Percentage.withPercentage(0.1));
                }
                if (epoch < 99) {
                    Lab.train(training, perEpoch);
                }
            }
            assertThat(training.learningRate()).isCloseTo(last, Percentage.withPercentage(0.5));
        }
    }

    @Test
    void oneCycleRisesForThreeTenthsOfTheWay() {
        TrainingSpec spec = Lab.lesson("c6-oneCycle").experiment().training();
        RateCurve.Point highest = RateCurve.of(spec, 3000, 10_000).highest();
        assertThat(highest.rate()).isCloseTo(0.5, Percentage.withPercentage(0.1));
        assertThat(highest.epoch()).isBetween(29.0, 31.0);
    }

    /**
     * With inputs of 1 and target 0 the error is the output, and a kept input's gradient is 5 times
     * that. The loss of the step whose gradient it is tells the error.
     */
    @Test
    void dropoutScalesWhatItKeepsAndMasksItsGradient() {
        int kept = 0;
        try (TorchTraining training = Lab.open(Lab.lesson("c7"))) {
            for (int step = 0; step < 200; step++) {
                float[] before = training.weights().get("output").weight();
                double error = Math.sqrt(2 * training.train(1).lastLoss());
                float[] after = training.weights().get("output").weight();
                float move = (float) (0.01 * 5 * error);
                for (int i = 0; i < before.length; i++) {
                    boolean rests = after[i] == before[i];
                    kept += rests ? 0 : 1;
                    float expected = rests ? 0 : move;
                    assertThat(Math.abs(after[i] - before[i]))
                            .isCloseTo(expected, Offset.offset(1e-5f));
                }
            }
        }
        assertThat(kept).isPositive();
    }

    @Test
    void batchNormLetsDeepSigmoidsLearn() {
        assertThat(Lab.accuracyAfter("c8-with", 20))
                .isGreaterThan(Lab.accuracyAfter("c8-without", 20) + 0.2);
    }

    @Test
    void fiftyThousandExamplesInBatchesOf256Are196Iterations() {
        Valid lesson = Lab.lesson("c9");
        TrainingSpec spec = lesson.experiment().training();
        assertThat(spec.plannedSteps(50_000)).isEqualTo(1960);
        try (Training training = Lab.open(lesson)) {
            assertThat(training.stepsPerEpoch()).isEqualTo(196);
            Lab.train(training, 196);
            assertThat(training.epoch()).isEqualTo(1);
            assertThat(training.stepInEpoch()).isZero();
        }
    }

    /** Plain SGD moves by the rate times the gradient, so the way says how long that was. */
    @Test
    void clippingBoundsEachStep() {
        try (Training byValue = Lab.open(Lab.lesson("c10-value"));
                Training byNorm = Lab.open(Lab.lesson("c10-norm"))) {
            for (int step = 0; step < 20; step++) {
                assertThat(greatest(moved(byValue))).isLessThanOrEqualTo(2 * 0.05f + 1e-5f);
                assertThat(length(moved(byNorm))).isLessThanOrEqualTo(2 * 0.2 + 1e-4);
            }
        }
    }

    @Test
    void whatFliesApartStaysTogetherWithClipping() {
        assertThat(Lab.accuracyAfter("c10-norm", 30)).isGreaterThan(0.8);
        assertThat(Lab.accuracyAfter("c10-free", 30)).isLessThan(0.6);
    }

    private static List<Float> moved(Training training) {
        List<Float> before = Lab.parameters(training);
        Lab.train(training, 1);
        List<Float> after = Lab.parameters(training);
        return IntStream.range(0, before.size())
                .mapToObj(i -> after.get(i) - before.get(i))
                .toList();
    }

    private static float greatest(List<Float> values) {
        return values.stream().map(Math::abs).max(Float::compare).orElseThrow();
    }

    private static double length(List<Float> values) {
        return Math.sqrt(values.stream().mapToDouble(value -> value * value).sum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros", "constant"})
    void equalWeightsStayEqual(String variant) {
        try (Training training = Lab.open(Lab.lesson("c3-" + variant))) {
            Lab.train(training, 100);
            float[] weights = training.weights().get("hidden2").weight();
            float[] first = Arrays.copyOfRange(weights, 0, 100);
            for (int unit = 1; unit < 100; unit++) {
                assertThat(Arrays.copyOfRange(weights, 100 * unit, 100 * (unit + 1)))
                        .containsExactly(first, EXACTLY);
            }
        }
    }
}
