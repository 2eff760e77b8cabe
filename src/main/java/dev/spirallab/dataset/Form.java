package dev.spirallab.dataset;

import dev.spirallab.dataset.table.Cells;
import dev.spirallab.spec.data.Scaling;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** How the rows of a table are typed: their cells become the model's inputs, and inputs cells. */
public final class Form {
    private static final int MOST_DIGITS = 15;

    private final List<Field> fields;
    private final BitSet trainGaps;
    private final BitSet testGaps;

    private Form(List<Field> fields, BitSet trainGaps, BitSet testGaps) {
        this.fields = List.copyOf(fields);
        this.trainGaps = trainGaps;
        this.testGaps = testGaps;
    }

    /** Which cells of a row say nothing. */
    @FunctionalInterface
    interface Gaps {
        boolean isMissing(int row, int field);
    }

    /** Of a table whose rows are divided. */
    static Form of(List<Field> fields, Split split, Gaps gaps) {
        return new Form(
                fields,
                bits(fields.size(), gaps, split.train()),
                bits(fields.size(), gaps, split.test()));
    }

    private static BitSet bits(int fields, Gaps gaps, int... rows) {
        BitSet bits = new BitSet();
        for (int at = 0; at < rows.length; at++) {
            for (int field = 0; field < fields; field++) {
                bits.set(at * fields + field, gaps.isMissing(rows[at], field));
            }
        }
        return bits;
    }

    /** Of numbers without gaps. */
    static Form of(List<String> names, Scaling scaling, Matrix raw, Split split) {
        List<Field> fields = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            double[] values = raw.column(column);
            Measured measured = Measured.of(scaling, values, split.train());
            double mean =
                    Arrays.stream(split.train())
                            .mapToDouble(row -> values[row])
                            .average()
                            .orElse(0);
            fields.add(
                    new Field.Numeric(
                            names.get(column), measured.shift(), measured.scale(), mean, mean));
        }
        return of(fields, split, (_, _) -> false);
    }

    /** In the order of a row's cells. */
    public List<Field> fields() {
        return fields;
    }

    /**
     * What the model is shown of a typed row.
     *
     * @param cells one a field; an empty one is filled as the table's empty cells are
     * @return {@code [1, inputSize]}
     * @throws IllegalArgumentException if there are more or fewer, or one is no number or none of
     *     its field's words
     */
    public Matrix inputs(List<String> cells) {
        if (cells.size() != fields.size()) {
            throw new IllegalArgumentException(cells.size() + " cells of " + fields.size());
        }
        float[] inputs = new float[fields.stream().mapToInt(Field::width).sum()];
        int at = 0;
        for (int field = 0; field < cells.size(); field++) {
            String cell = cells.get(field).strip();
            write(fields.get(field), Cells.isMissing(cell) ? "" : cell, inputs, at);
            at += fields.get(field).width();
        }
        return new Matrix(1, inputs.length, inputs);
    }

    private static void write(Field field, String cell, float[] inputs, int at) {
        switch (field) {
            case Field.Numeric number ->
                    inputs[at] = (float) ((value(number, cell) - number.shift()) / number.scale());
            case Field.Choice choice -> {
                int chosen = cell.isEmpty() ? choice.filling() : choice.options().indexOf(cell);
                if (chosen >= 0) {
                    inputs[at + chosen] = 1;
                } else if (!cell.isEmpty()) {
                    throw new IllegalArgumentException("not an option of " + choice.name());
                }
            }
        }
    }

    private static double value(Field.Numeric number, String cell) {
        OptionalDouble typed =
                cell.isEmpty() ? OptionalDouble.of(number.filling()) : Cells.number(cell);
        if (typed.isEmpty() || Math.abs(typed.getAsDouble()) > Cells.LARGEST) {
            throw new IllegalArgumentException("not a number for " + number.name());
        }
        return typed.getAsDouble();
    }

    /**
     * The cells of an example, as near to what was typed as its inputs tell.
     *
     * @param inputs as {@link Part#examples} has them
     * @param test whether they are the test part's
     */
    public List<String> cells(Inputs inputs, boolean test, int row) {
        Matrix shown = inputs.floats(row);
        List<String> cells = new ArrayList<>();
        int at = 0;
        for (Field field : fields) {
            boolean gap = (test ? testGaps : trainGaps).get(row * fields.size() + cells.size());
            cells.add(gap ? "" : cell(field, shown, at));
            at += field.width();
        }
        return cells;
    }

    private static String cell(Field field, Matrix shown, int at) {
        return switch (field) {
            case Field.Numeric number -> {
                float input = shown.at(0, at);
                yield typed(
                        number.shift() + number.scale() * input,
                        Math.max(
                                number.scale() * Math.ulp(input),
                                Math.ulp((float) (number.shift() + number.scale() * input))));
            }
            case Field.Choice choice ->
                    IntStream.range(0, choice.width())
                            .filter(option -> shown.at(0, at + option) > 0)
                            .mapToObj(choice.options()::get)
                            .findFirst()
                            .orElse("");
        };
    }

    /** The shortest number within a tolerance. */
    public static String typed(double value, double tolerance) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        for (int digits = 0; digits <= MOST_DIGITS; digits++) {
            BigDecimal rounded =
                    digits == 0 ? BigDecimal.ZERO : exact.round(new MathContext(digits));
            if (Math.abs(rounded.doubleValue() - value) <= tolerance) {
                return rounded.stripTrailingZeros().toPlainString();
            }
        }
        return exact.toPlainString();
    }
}
