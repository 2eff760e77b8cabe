package dev.spirallab.dataset;

import dev.spirallab.dataset.table.TableData;
import dev.spirallab.dataset.table.TableData.Values;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Column;
import dev.spirallab.spec.data.Extent;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Missing;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.data.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Makes a data set of a table's cells: leaves rows out, holds rows out, fills gaps and scales by
 * what the training part alone is like, and gives each category an input.
 */
final class Tables {
    private final Table spec;
    private final TableData data;
    private final Targets targets;
    private final Split split;

    private Tables(Table spec, TableData data) {
        this.spec = spec;
        this.data = data;
        int[] used = IntStream.range(0, data.rows()).filter(this::isUsed).toArray();
        if (used.length < 2) {
            throw new UnreadableException(Problem.of("table.noRows", "dataset.missing", Map.of()));
        }
        targets = targets();
        split = split(used);
    }

    static Dataset create(Table spec, TableData data) {
        return new Tables(spec, data).dataset();
    }

    private boolean isUsed(int row) {
        return !data.answers().isMissing(row)
                && (spec.missing() != Missing.dropRow
                        || Arrays.stream(data.columns()).noneMatch(each -> each.isMissing(row)));
    }

    /** Of all rows; those without an answer are not used. */
    private Targets targets() {
        double[] answers = data.answers().values();
        return switch (spec.task()) {
            case Task.Classification(int classes) ->
                    new Targets.Labels(
                            Arrays.stream(answers).mapToInt(answer -> (int) answer).toArray(),
                            classes);
            case Task.Regression _ ->
                    new Targets.Values(new Matrix(answers.length, 1, floats(answers)));
        };
    }

    private static float[] floats(double... values) {
        float[] floats = new float[values.length];
        for (int at = 0; at < values.length; at++) {
            floats[at] = (float) values[at];
        }
        return floats;
    }

    private Split split(int... used) {
        Targets answers = targets.pick(used);
        Split among =
                switch (spec.holdout()) {
                    case Holdout.last -> Split.last(used.length, spec.testFraction());
                    case Holdout.random -> {
                        SplittableRandom random = new SplittableRandom(spec.seed());
                        yield Split.stratified(answers, spec.testFraction(), random.split())
                                .shuffled(random.split());
                    }
                };
        return among.of(used);
    }

    private Dataset dataset() {
        Matrix inputs = new Matrix(data.rows(), width(), new float[data.rows() * width()]);
        int at = 0;
        for (Values column : data.columns()) {
            at = write(column, inputs, at);
        }
        return new Dataset(
                spec.task(),
                part(inputs, split.train()),
                part(inputs, split.test()),
                isPlane() ? Optional.of(plane()) : Optional.empty(),
                Optional.of(form()));
    }

    private Form form() {
        return Form.of(
                Arrays.stream(data.columns()).flatMap(column -> field(column).stream()).toList(),
                split,
                (row, field) -> data.columns()[field].isMissing(row));
    }

    private Optional<Field> field(Values column) {
        double filling = Filling.of(column, spec.missing(), split.train());
        double usual = Filling.of(column, Missing.mean, split.train());
        return switch (column.column()) {
            case Column.Numeric(String name) -> {
                Measured measured = measure(filled(column, filling));
                yield Optional.of(
                        new Field.Numeric(
                                name, measured.shift(), measured.scale(), usual, filling));
            }
            case Column.Category(String name, List<String> categories) ->
                    Optional.of(
                            new Field.Choice(
                                    name, categories, index(usual, 0), index(filling, -1)));
            case Column.Ignored _ -> Optional.empty();
        };
    }

    private static int index(double category, int none) {
        return Double.isNaN(category) ? none : (int) category;
    }

    private int width() {
        return spec.inputSize();
    }

    private Part part(Matrix inputs, int... rows) {
        return new Part(inputs.pick(rows), targets.pick(rows));
    }

    /**
     * @return the next input
     */
    private int write(Values column, Matrix inputs, int at) {
        double filling = Filling.of(column, spec.missing(), split.train());
        return switch (column.column()) {
            case Column.Numeric _ -> {
                double[] filled = filled(column, filling);
                Measured measured = measure(filled);
                for (int row = 0; row < filled.length; row++) {
                    inputs.set(row, at, (float) measured.of(filled[row]));
                }
                yield at + 1;
            }
            case Column.Category category -> {
                for (int row = 0; row < data.rows(); row++) {
                    double value = column.isMissing(row) ? filling : column.values()[row];
                    if (!Double.isNaN(value)) {
                        inputs.set(row, at + (int) value, 1);
                    }
                }
                yield at + category.width();
            }
            case Column.Ignored _ -> at;
        };
    }

    private static double[] filled(Values column, double filling) {
        return Arrays.stream(column.values())
                .map(value -> Double.isNaN(value) ? filling : value)
                .toArray();
    }

    private Measured measure(double... filled) {
        return Measured.of(spec.scaling(), filled, split.train());
    }

    // on the plane

    /** Two numbers are a place. */
    private boolean isPlane() {
        return data.columns().length == 2
                && Arrays.stream(data.columns())
                        .allMatch(each -> each.column() instanceof Column.Numeric)
                && Datasets.isDrawn(spec.task());
    }

    private PlaneView plane() {
        double[] x = filled(data.columns()[0]);
        double[] y = filled(data.columns()[1]);
        float[] points = new float[2 * data.rows()];
        for (int row = 0; row < data.rows(); row++) {
            points[2 * row] = (float) x[row];
            points[2 * row + 1] = (float) y[row];
        }
        Sample sample = new Sample(new Matrix(data.rows(), 2, points), targets);
        Scale scale = Scale.of(targets.pick(both()));
        Measured first = measure(x);
        Measured second = measure(y);
        return new PlaneView(
                extent(sample),
                sample.points().pick(split.train()),
                sample.points().pick(split.test()),
                scale.min(),
                scale.max(),
                new Transform(
                        List.of(Feature.x1, Feature.x2),
                        new double[] {first.shift(), second.shift()},
                        new double[] {first.scale(), second.scale()}));
    }

    private double[] filled(Values column) {
        return filled(column, Filling.of(column, spec.missing(), split.train()));
    }

    private Extent extent(Sample sample) {
        return new Sample(sample.points().pick(both()), targets.pick(both())).extent();
    }

    private int[] both() {
        return IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test()))
                .toArray();
    }
}
