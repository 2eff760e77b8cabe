package dev.spirallab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.spirallab.dataset.table.Csv;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Missing;
import dev.spirallab.spec.data.Scaling;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.data.Task;
import dev.spirallab.spec.json.Records;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {

    @Test
    void aCategoryBecomesAnInputForEachOfItsWords() {
        Csv csv = Csv.of("size,colour,class", "1,red,a", "2,blue,b", "3,green,a");
        Dataset dataset = create(csv, plain(csv));

        assertThat(dataset.train().inputs())
                .usingRecursiveComparison()
                .isEqualTo(new Matrix(3, 4, new float[] {1, 0, 0, 1, 2, 1, 0, 0, 3, 0, 1, 0}));
        assertThat(labels(dataset.train())).containsExactly(0, 1, 0);
        assertThat(dataset.task()).isEqualTo(new Task.Classification(2));
    }

    @Test
    void aNumberIsForetoldAsItIs() {
        Csv csv = Csv.of("size,price", "1,10.5", "2,20.25", "3,30");
        Dataset dataset = create(csv, plain(csv));

        assertThat(dataset.task()).isEqualTo(new Task.Regression(1));
        assertThat(((Targets.Values) dataset.train().targets()).values().values())
                .containsExactly(10.5f, 20.25f, 30f);
    }

    @Test
    void rowsAreKnownByWhatWasTypedAndTypedRowsBecomeTheSameInputs() {
        List<String> typed = List.of("12.5,red", "-0.25,blue", ",red", "1200,", "300,green");
        Csv csv =
                Csv.of(
                        Stream.concat(
                                        Stream.of("size,colour,class"),
                                        IntStream.range(0, 5)
                                                .mapToObj(i ->
                                                        typed.get(i) + "," + "ab".charAt(i % 2)))
                                .toArray(String[]::new));
        Dataset dataset = create(csv, with(csv.table(), "scaling", Scaling.standardize));
        Form form = dataset.form().orElseThrow();

        List<String> told = new ArrayList<>();
        for (Part part : List.of(dataset.train(), dataset.test())) {
            for (int row = 0; row < part.rows(); row++) {
                List<String> cells = form.cells(part.examples(), part.equals(dataset.test()), row);
                told.add(String.join(",", cells));
                assertThat(form.inputs(cells).values()).isEqualTo(part.inputs().pick(row).values());
            }
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(typed);
        assertThatThrownBy(() -> form.inputs(List.of("much", "red")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> form.inputs(List.of("1", "violet")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> form.inputs(List.of("1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"mean, 4, 1", "median, 3, 1", "mode, 2, 1", "zero, 0, -1"})
    void gapsAreFilledByWhatTheTrainingPartIsLike(Missing missing, float number, int category) {
        Csv csv =
                Csv.of(
                        "n,c,class",
                        "2,q,a",
                        "2,q,b",
                        "4,p,a",
                        "8,q,b",
                        ",,a",
                        "1000,p,b",
                        "1000,p,a");
        Table table = with(with(plain(csv), "missing", missing), "testFraction", 2 / 7.0);
        Matrix inputs = create(csv, table).train().inputs();

        assertThat(inputs.rows()).isEqualTo(5);
        assertThat(inputs.at(4, 0)).isEqualTo(number);
        assertThat(inputs.at(4, 1)).isEqualTo(0);
        assertThat(inputs.at(4, 2)).isEqualTo(category == 1 ? 1 : 0);
    }

    @Test
    void rowsWithGapsMayBeLeftOut() {
        Csv csv = Csv.of("n,c,x,class", "1,p,,a", ",p,,b", "3,,,a", "4,q,,b");
        Dataset dataset = create(csv, with(plain(csv), "missing", Missing.dropRow));

        assertThat(dataset.train().inputs().rows()).isEqualTo(2);
        assertThat(labels(dataset.train())).containsExactly(0, 1);
    }

    @Test
    void rowsWithoutAnAnswerAreLeftOutInAnyCase() {
        Csv csv = Csv.of("n,class", "1,a", "2,", "3,NA", "4,b");

        assertThat(labels(create(csv, plain(csv)).train())).containsExactly(0, 1);
    }

    @Test
    void whereHardlyAnyRowRemainsThatIsSaid() {
        Csv csv = Csv.of("n,m,class", "1,,a", ",1,b", "3,3,a");
        Table table = with(plain(csv), "missing", Missing.dropRow);

        assertThat(new Library(csv.contents()).examples(table))
                .isEqualTo(
                        new Examples.Unreadable(
                                Problem.of("table.noRows", "dataset.missing", Map.of())));
    }

    @Test
    void standardisedColumnsHaveMeanZeroAndDeviationOneOverTheTrainingPartAlone() {
        Csv csv = large();
        Table table = with(csv.table(), "scaling", Scaling.standardize);
        Dataset dataset = create(csv, table);

        Matrix train = dataset.train().inputs();
        double[] column = column(train, 0);
        double mean = Arrays.stream(column).average().orElseThrow();
        double square = Arrays.stream(column).map(x -> x * x).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(1e-6));
        assertThat(square).isCloseTo(1, within(1e-5));
        assertThat(Arrays.stream(column(dataset.test().inputs(), 0)).average().orElseThrow())
                .isNotCloseTo(0, within(1e-3));
        assertThat(column(train, 1)).as("a column that never changes").containsOnly(0);
        assertThat(column(train, 2)).as("one-hot").containsOnly(0, 1);
    }

    @Test
    void whatIsInTheTestPartChangesNothingInTheTrainingPart() {
        String[] rows = {"n,class", "1,a", "2,b", "3,a", "4,b", "5,a"};
        Csv one = Csv.of(rows);
        rows[5] = "1000000,b";
        Csv other = Csv.of(rows);
        for (Scaling scaling : Scaling.values()) {
            assertThat(lastHeldOut(one, scaling).train())
                    .usingRecursiveComparison()
                    .isEqualTo(lastHeldOut(other, scaling).train());
        }
        assertThat(lastHeldOut(other, Scaling.minMax).test().inputs().at(0, 0))
                .isEqualTo(999_999 / 3f);
    }

    private static Dataset lastHeldOut(Csv csv, Scaling scaling) {
        return create(csv, with(with(plain(csv), "scaling", scaling), "testFraction", 0.2));
    }

    @Test
    void fromZeroToOneIsMeasuredOnTheTrainingPart() {
        Csv csv = large();
        double[] column =
                column(
                        create(csv, with(csv.table(), "scaling", Scaling.minMax)).train().inputs(),
                        0);

        assertThat(Arrays.stream(column).min()).hasValue(0);
        assertThat(Arrays.stream(column).max()).hasValue(1);
    }

    @Test
    void theTestPartHasItsShareOfEveryClassAndDependsOnTheSeedAlone() {
        Csv csv = large();
        Table table = csv.table();
        Dataset dataset = create(csv, table);

        assertThat(dataset.test().rows()).isEqualTo(60);
        assertThat(counts(dataset.test())).containsExactly(20, 20, 20);
        assertThat(counts(dataset.train())).containsExactly(80, 80, 80);
        assertThat(create(csv, table)).usingRecursiveComparison().isEqualTo(dataset);
        assertThat(create(csv, with(table, "seed", 8L)).test().inputs().values())
                .isNotEqualTo(dataset.test().inputs().values());
    }

    @Test
    void theLastRowsMayBeHeldOutInTheOrderOfTheFile() {
        Csv csv = Csv.of("n,class", "1,a", "2,b", "3,a", "4,b", "5,a");
        Dataset dataset = create(csv, with(plain(csv), "testFraction", 0.4));

        assertThat(dataset.train().inputs().values()).containsExactly(1, 2, 3);
        assertThat(dataset.test().inputs().values()).containsExactly(4, 5);
    }

    @Test
    void twoColumnsOfNumbersLieOnThePlane() {
        Csv csv = Csv.of("u,v,class", "0,10,a", "2,20,b", "4,30,a", ",40,b");
        Table table = with(plain(csv), "scaling", Scaling.standardize);
        Dataset dataset = create(csv, table);
        PlaneView plane = dataset.plane().orElseThrow();

        assertThat(plane.trainPoints().values()).containsExactly(0, 10, 2, 20, 4, 30, 2, 40);
        assertThat(plane.transform().apply(plane.trainPoints()).values())
                .containsExactly(dataset.train().inputs().values());
        assertThat(plane.extent().xMin()).isEqualTo(-0.4f, within(1e-6f));
        assertThat(plane.extent().yMax()).isEqualTo(43f, within(1e-4f));
    }

    @Test
    void otherColumnsDoNot() {
        Csv csv = Csv.of("x,colour,class", "0,red,a", "2,blue,b");

        assertThat(create(csv, plain(csv)).plane()).isEmpty();
    }

    @Test
    void aFileIsReadOnceForAllWhoLearnFromIt() {
        Csv csv = large();
        int[] reads = {0};
        Library library =
                new Library(hash -> {
                    reads[0]++;
                    return csv.contents().find(hash);
                });

        Dataset first = library.examples(csv.table()).orThrow();

        assertThat(library.examples(csv.table()).orThrow()).isSameAs(first);
        assertThat(reads[0]).isOne();
    }

    @Test
    void aFileThatComesLaterIsFound() {
        Csv csv = large();
        boolean[] there = {false};
        Library library = new Library(hash -> csv.contents().find(hash).filter(_ -> there[0]));

        assertThat(library.examples(csv.table()).made()).isEmpty();
        there[0] = true;
        assertThat(library.examples(csv.table()).made()).isPresent();
    }

    /** 300 rows of three classes. */
    private static Csv large() {
        return Csv.of(
                IntStream.rangeClosed(0, 300)
                        .mapToObj(row ->
                                row == 0
                                        ? "n,same,colour,class"
                                        : row * row
                                                + ",5,"
                                                + (row % 2 == 0 ? "red" : "blue")
                                                + ","
                                                + row % 3)
                        .toArray(String[]::new));
    }

    /** Nothing scaled, nothing held out, in order. */
    private static Table plain(Csv csv) {
        Table table = with(csv.table(), "scaling", Scaling.none);
        table = with(table, "holdout", Holdout.last);
        return with(table, "testFraction", 0.0);
    }

    private static Table with(Table table, String setting, Object value) {
        return Records.with(table, setting, value);
    }

    private static Dataset create(Csv csv, Table table) {
        return new Library(csv.contents()).examples(table).orThrow();
    }

    private static int[] labels(Part part) {
        return ((Targets.Labels) part.targets()).labels();
    }

    private static int[] counts(Part part) {
        int[] counts = new int[3];
        Arrays.stream(labels(part)).forEach(label -> counts[label]++);
        return counts;
    }

    private static double[] column(Matrix matrix, int column) {
        return IntStream.range(0, matrix.rows())
                .mapToDouble(row -> matrix.at(row, column))
                .toArray();
    }
}
