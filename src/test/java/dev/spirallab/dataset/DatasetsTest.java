package dev.spirallab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spirallab.spec.data.Circle;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Extent;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.Gauss;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.Moons;
import dev.spirallab.spec.data.MultiGauss;
import dev.spirallab.spec.data.Plane;
import dev.spirallab.spec.data.PlaneDataset;
import dev.spirallab.spec.data.Spiral;
import dev.spirallab.spec.data.Task;
import dev.spirallab.spec.data.Xor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetsTest {
    private static final List<Feature> XY = List.of(Feature.x1, Feature.x2);

    static Stream<PlaneDataset> kinds() {
        return kindsOf(7);
    }

    private static Stream<PlaneDataset> kindsOf(long seed) {
        return Stream.of(
                new Spiral(3, 1003, 0.2, seed, 0.2, XY, false),
                new Circle(4, 1003, 0.1, seed, 0.2, XY, false),
                new Xor(1003, 0.1, seed, 0.2, XY, false),
                new Gauss(5, 1003, 0.2, seed, 0.2, XY, false),
                new Moons(1003, 0.1, seed, 0.2, XY, false),
                new Plane(1003, 0.05, seed, 0.2, XY, false),
                new MultiGauss(1003, 0.05, seed, 0.2, XY, false));
    }

    static Stream<PlaneDataset> classifications() {
        return kinds().filter(spec -> spec.task() instanceof Task.Classification);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindGivesTheNumberAskedForAndItsShare(PlaneDataset spec) {
        Dataset dataset = Datasets.create(spec);
        assertThat(dataset.train().rows()).isEqualTo(1003 - 201);
        assertThat(dataset.test().rows()).isEqualTo(201);
        assertThat(dataset.train().inputs().columns()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theSameSpecGivesTheSameFloats(PlaneDataset spec) {
        assertThat(Datasets.create(spec))
                .usingRecursiveComparison()
                .isEqualTo(Datasets.create(spec));
    }

    @Test
    void anotherSeedGivesOtherPoints() {
        List<PlaneDataset> others = kindsOf(8).toList();
        List<PlaneDataset> ones = kindsOf(7).toList();
        for (int kind = 0; kind < ones.size(); kind++) {
            assertThat(Datasets.create(ones.get(kind)).train().inputs().values())
                    .isNotEqualTo(Datasets.create(others.get(kind)).train().inputs().values());
        }
    }

    @ParameterizedTest
    @MethodSource("classifications")
    void classesAreEquallyFrequentInBothParts(PlaneDataset spec) {
        Dataset dataset = Datasets.create(spec);
        for (Part part : List.of(dataset.train(), dataset.test())) {
            Targets.Labels labels = (Targets.Labels) part.targets();
            double share = (double) part.rows() / labels.classes();
            for (int label = 0; label < labels.classes(); label++) {
                assertThat(count(labels, label)).isCloseTo(Math.round(share), within(1L));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("classifications")
    void rowsOfAllClassesAreMixed(PlaneDataset spec) {
        Targets.Labels labels = (Targets.Labels) Datasets.create(spec).train().targets();
        assertThat(Arrays.stream(labels.labels()).limit(100).distinct().count())
                .isEqualTo(labels.classes());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void pointsLieWhereTheyAreShown(PlaneDataset spec) {
        assertThat(shareShown(Datasets.create(spec))).isGreaterThan(0.997);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 0.5, 1, 2})
    void howeverFarNoiseCarriesThem(double noise) {
        List<PlaneDataset> noisy =
                List.of(
                        new Circle(2, 1000, noise, 7, 0.2, XY, false),
                        new Xor(1000, noise, 7, 0.2, XY, false),
                        new Gauss(3, 1000, noise, 7, 0.2, XY, false),
                        new Moons(1000, noise, 7, 0.2, XY, false));
        assertThat(noisy)
                .allSatisfy(
                        spec -> assertThat(shareShown(Datasets.create(spec))).isGreaterThan(0.997));
    }

    @Test
    void thePlaneShownIsASquareOfRoundSize() {
        assertThat(extent(new Spiral(3, 3000, 0.2, 7, 0.2, XY, false))).isEqualTo(Extent.SQUARE);
        assertThat(extent(new Circle(2, 1000, 0.1, 7, 0.2, XY, false))).isEqualTo(Extent.SQUARE);
        Extent gauss = extent(new Gauss(2, 1000, 0.2, 7, 0.2, XY, false));
        assertThat(gauss).isEqualTo(Extent.square(gauss.xMax()));
        assertThat(gauss.xMax()).isBetween(1.2f, 1.5f);
        assertThat(extent(new Gauss(2, 1000, 2, 7, 0.2, XY, false)).xMax() % 0.5f).isZero();
    }

    @Test
    void classesThatNobodyTellsApartAreNotDrawn() {
        Integer[] labels = IntStream.range(0, 300).boxed().toArray(Integer[]::new);
        List<List<Double>> inputs = Collections.nCopies(300, List.of(1.0, 2.0));
        assertThat(Datasets.create(labels(inputs, labels)).plane()).isEmpty();
        assertThat(Datasets.create(labels(inputs.subList(0, 2), 0, 1)).plane()).isPresent();
    }

    @Test
    void aSpiralWithoutNoiseFollowsItsFormula() {
        Spiral spec = new Spiral(3, 30, 0, 7, 0, XY, false);
        Dataset dataset = Datasets.create(spec);
        Targets.Labels labels = (Targets.Labels) dataset.train().targets();
        List<double[]> found = new ArrayList<>();
        for (int row = 0; row < 30; row++) {
            double x1 = dataset.train().inputs().at(row, 0);
            double x2 = dataset.train().inputs().at(row, 1);
            double t = Math.hypot(x1, x2);
            double angle = 2 * Math.PI / 3 * (2 * t + labels.labels()[row]);
            assertThat(x1).isCloseTo(t * Math.sin(angle), within(1e-6));
            assertThat(x2).isCloseTo(t * Math.cos(angle), within(1e-6));
            found.add(new double[] {labels.labels()[row], t});
        }
        for (int label = 0; label < 3; label++) {
            int c = label;
            assertThat(
                            found.stream()
                                    .filter(point -> point[0] == c)
                                    .mapToDouble(point -> Math.round(point[1] * 9) / 9.0)
                                    .sorted()
                                    .toArray())
                    .containsExactly(IntStream.range(0, 10).mapToDouble(i -> i / 9.0).toArray());
        }
    }

    @Test
    void noiseTurnsTheSpiralsPointsByItsDeviation() {
        Dataset dataset = Datasets.create(new Spiral(2, 20_000, 0.3, 5, 0, XY, false));
        Targets.Labels labels = (Targets.Labels) dataset.train().targets();
        double sum = 0;
        double squares = 0;
        int counted = 0;
        for (int row = 0; row < dataset.train().rows(); row++) {
            double x1 = dataset.train().inputs().at(row, 0);
            double x2 = dataset.train().inputs().at(row, 1);
            double t = Math.hypot(x1, x2);
            if (t > 0) {
                double expected = Math.PI * (2 * t + labels.labels()[row]);
                double turn = Math.atan2(x1, x2) - expected;
                turn -= 2 * Math.PI * Math.round(turn / (2 * Math.PI));
                sum += turn;
                squares += turn * turn;
                counted++;
            }
        }
        assertThat(sum / counted).isCloseTo(0, within(0.01));
        assertThat(Math.sqrt(squares / counted)).isCloseTo(0.3, within(0.01));
    }

    @Test
    void featuresAreComputedFromThePoint() {
        Plane spec = new Plane(50, 0, 3, 0, List.of(Feature.values()), false);
        Dataset dataset = Datasets.create(spec);
        for (int row = 0; row < 50; row++) {
            double x1 = dataset.plane().orElseThrow().trainPoints().at(row, 0);
            double x2 = dataset.plane().orElseThrow().trainPoints().at(row, 1);
            double[] expected = {x1, x2, x1 * x1, x2 * x2, x1 * x2, Math.sin(x1), Math.sin(x2)};
            for (int column = 0; column < expected.length; column++) {
                assertThat((double) dataset.train().inputs().at(row, column))
                        .isCloseTo(expected[column], within(1e-6));
            }
            Targets.Values targets = (Targets.Values) dataset.train().targets();
            assertThat((double) targets.values().at(row, 0)).isCloseTo((x1 + x2) / 2, within(1e-6));
        }
    }

    @Test
    void standardisingLooksAtTheTrainingPartOnly() {
        Dataset dataset =
                Datasets.create(new Gauss(2, 200, 0.3, 7, 0.5, List.of(Feature.x1Squared), true));
        assertThat(mean(dataset.train().inputs())).isCloseTo(0, within(1e-5));
        assertThat(deviation(dataset.train().inputs())).isCloseTo(1, within(1e-5));
        assertThat(Math.abs(mean(dataset.test().inputs()))).isGreaterThan(1e-4);
        double raw = dataset.plane().orElseThrow().testPoints().at(0, 0);
        Transform transform = dataset.plane().orElseThrow().transform();
        assertThat((double) dataset.test().inputs().at(0, 0))
                .isCloseTo((raw * raw - transform.shift()[0]) / transform.scale()[0], within(1e-5));
    }

    @Test
    void aGridShowsTheMiddlesOfItsCellsFromTheTopLeft() {
        PlaneView view = Datasets.create(new Plane(10, 0, 7, 0, XY, false)).plane().orElseThrow();
        Matrix grid = view.grid(4);
        assertThat(grid.rows()).isEqualTo(16);
        assertThat(grid.at(0, 0)).isCloseTo(-0.825f, within(1e-6f));
        assertThat(grid.at(0, 1)).isCloseTo(0.825f, within(1e-6f));
        assertThat(grid.at(1, 0)).isCloseTo(-0.275f, within(1e-6f));
        assertThat(grid.at(15, 0)).isCloseTo(0.825f, within(1e-6f));
        assertThat(grid.at(15, 1)).isCloseTo(-0.825f, within(1e-6f));
    }

    @Test
    void inlineExamplesKeepTheirOrder() {
        Dataset dataset =
                Datasets.create(labels(List.of(List.of(1.0), List.of(2.0), List.of(3.0)), 0, 2, 1));
        assertThat(dataset.train().inputs().values()).containsExactly(1, 2, 3);
        Targets.Labels labels = (Targets.Labels) dataset.train().targets();
        assertThat(labels.labels()).containsExactly(0, 2, 1);
        assertThat(labels.classes()).isEqualTo(3);
        assertThat(dataset.test().rows()).isZero();
        assertThat(dataset.plane()).isEmpty();
    }

    @Test
    void inlineTargetsMayBeSeveral() {
        Inline spec =
                new Inline(
                        List.of(List.of(0.05, 0.1)),
                        Optional.empty(),
                        Optional.of(List.of(List.of(0.01, 0.99))),
                        Optional.empty(),
                        7,
                        0);
        Dataset dataset = Datasets.create(spec);
        Targets.Values targets = (Targets.Values) dataset.train().targets();
        assertThat(targets.values().values()).containsExactly(0.01f, 0.99f);
        Extent extent = dataset.plane().orElseThrow().extent();
        assertThat(0.05f).isBetween(extent.xMin(), extent.xMax());
        assertThat(0.1f).isBetween(extent.yMin(), extent.yMax());
    }

    @Test
    void oneExampleIsAlwaysLeftToTrainOn() {
        Inline spec =
                new Inline(
                        List.of(List.of(1.0)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of(1)),
                        7,
                        0.9);
        assertThat(Datasets.create(spec).train().rows()).isEqualTo(1);
    }

    private static DatasetSpec labels(List<List<Double>> inputs, Integer... labels) {
        return new Inline(
                inputs, Optional.empty(), Optional.empty(), Optional.of(List.of(labels)), 7, 0);
    }

    private static Extent extent(PlaneDataset spec) {
        return Datasets.create(spec).plane().orElseThrow().extent();
    }

    private static double shareShown(Dataset dataset) {
        PlaneView plane = dataset.plane().orElseThrow();
        float[] points = plane.trainPoints().values();
        long shown =
                IntStream.range(0, points.length)
                        .filter(i -> Math.abs(points[i]) <= plane.extent().xMax())
                        .count();
        return (double) shown / points.length;
    }

    private static long count(Targets.Labels labels, int label) {
        return Arrays.stream(labels.labels()).filter(l -> l == label).count();
    }

    private static double mean(Matrix matrix) {
        return IntStream.range(0, matrix.rows()).mapToDouble(row -> matrix.at(row, 0)).sum()
                / matrix.rows();
    }

    private static double deviation(Matrix matrix) {
        double mean = mean(matrix);
        return Math.sqrt(
                IntStream.range(0, matrix.rows())
                                .mapToDouble(row -> Math.pow(matrix.at(row, 0) - mean, 2))
                                .sum()
                        / matrix.rows());
    }
}
