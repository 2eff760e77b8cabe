package dev.spirallab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Extent;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.LinearRegression;
import dev.spirallab.spec.data.OutlierRegression;
import dev.spirallab.spec.data.PhonePrices;
import dev.spirallab.spec.data.Points;
import dev.spirallab.spec.data.Points.Point;
import dev.spirallab.spec.data.PolynomialRegression;
import dev.spirallab.spec.data.Scaling;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MadeUpDataTest {
    private static final List<Double> WEIGHTS = List.of(2.0, -3.4);
    private static final List<Feature> XY = List.of(Feature.x1, Feature.x2);

    static Stream<DatasetSpec> kinds() {
        return Stream.of(
                new LinearRegression(WEIGHTS, 4.2, 1003, 0.01, 7, 0.2),
                new PolynomialRegression(List.of(1.0, 2.0, 3.0, 4.0), 1003, 0.01, 7, 0.2),
                new OutlierRegression(WEIGHTS, 4.2, 1003, 0.01, 0.1, 20, 7, 0.2),
                new PhonePrices(1003, 0.05, Scaling.standardize, 7, 0.2));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindGivesTheNumberAskedForAndItsShare(DatasetSpec spec) {
        Dataset dataset = Datasets.create(spec);
        assertThat(dataset.train().rows()).isEqualTo(spec.trainSize()).isEqualTo(1003 - 201);
        assertThat(dataset.test().rows()).isEqualTo(201);
        assertThat(dataset.train().inputs().columns()).isEqualTo(spec.inputSize());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theSameSpecGivesTheSameFloats(DatasetSpec spec) {
        assertThat(Datasets.create(spec))
                .usingRecursiveComparison()
                .isEqualTo(Datasets.create(spec));
    }

    @Test
    void valuesAreThoseOfTheLine() {
        Part part = Datasets.create(new LinearRegression(WEIGHTS, 4.2, 100, 0, 7, 0)).train();
        for (int row = 0; row < 100; row++) {
            double x1 = part.inputs().at(row, 0);
            double x2 = part.inputs().at(row, 1);
            assertThat(value(part, row)).isCloseTo(2 * x1 - 3.4 * x2 + 4.2, within(1e-5));
        }
    }

    @Test
    void oneInputMakesOhmsLaw() {
        LinearRegression ohm = new LinearRegression(List.of(20.0), 0.01, 100, 0, 7, 0);
        Dataset dataset = Datasets.create(ohm);
        assertThat(dataset.plane()).isEmpty();
        assertThat(value(dataset.train(), 5))
                .isCloseTo(20 * dataset.train().inputs().at(5, 0) + 0.01, within(1e-4));
    }

    @Test
    void thePolynomialIsShownInPowers() {
        List<Double> coefficients = List.of(1.0, 2.0, 3.0, 4.0);
        Part part = Datasets.create(new PolynomialRegression(coefficients, 100, 0, 7, 0)).train();
        for (int row = 0; row < 100; row++) {
            double x = part.inputs().at(row, 0);
            assertThat((double) part.inputs().at(row, 2)).isCloseTo(x * x * x, within(1e-4));
            assertThat(value(part, row))
                    .isCloseTo(4 * x * x * x + 3 * x * x + 2 * x + 1, within(1e-3));
        }
    }

    @Test
    void outliersAreAsManyAndAsFarOffAsAskedFor() {
        Part part =
                Datasets.create(new OutlierRegression(WEIGHTS, 4.2, 2000, 0.01, 0.1, 20, 7, 0))
                        .train();
        double[] off =
                IntStream.range(0, 2000)
                        .mapToDouble(row ->
                                value(part, row)
                                        - (2 * part.inputs().at(row, 0)
                                                - 3.4 * part.inputs().at(row, 1)
                                                + 4.2))
                        .filter(distance -> distance > 1)
                        .toArray();
        assertThat(off.length).isBetween(160, 240);
        assertThat(Arrays.stream(off).boxed())
                .allMatch(distance -> distance > 9.9 && distance < 30.1);
        assertThat(Arrays.stream(off).average().orElseThrow()).isCloseTo(20, within(1.5));
    }

    @Test
    void phonesFillTheirPriceRangesEvenly() {
        Dataset dataset = Datasets.create(new PhonePrices(2000, 0.05, Scaling.none, 7, 0));
        Targets.Labels labels = (Targets.Labels) dataset.train().targets();
        for (int range = 0; range < 4; range++) {
            int wanted = range;
            assertThat(Arrays.stream(labels.labels()).filter(label -> label == wanted).count())
                    .isEqualTo(500);
        }
        int memory = PhonePrices.COLUMNS.indexOf("ram");
        for (int row = 0; row < 2000; row++) {
            assertThat(dataset.train().inputs().at(row, memory)).isBetween(256f, 3998f);
        }
    }

    @Test
    void drawnPointsLieWhereTheyWereDrawn() {
        Points spec =
                new Points(
                        List.of(new Point(0.5, -0.5, 0), new Point(-0.25, 1, 2)), XY, false, 7, 0);
        Dataset dataset = Datasets.create(spec);
        assertThat(dataset.plane().orElseThrow().extent()).isEqualTo(Extent.SQUARE);
        assertThat(((Targets.Labels) dataset.train().targets()).classes()).isEqualTo(3);
        assertThat(dataset.train().inputs().values())
                .containsExactlyInAnyOrder(0.5f, -0.5f, -0.25f, 1f);
    }

    private static double value(Part part, int row) {
        return ((Targets.Values) part.targets()).values().at(row, 0);
    }
}
