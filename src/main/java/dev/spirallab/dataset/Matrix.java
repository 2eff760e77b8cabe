package dev.spirallab.dataset;

/**
 * Numbers in rows: {@code [rows, columns]}, row after row.
 *
 * @param values {@code rows * columns} numbers; the matrix owns the array, nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // plain floats on their way to the engine
public record Matrix(int rows, int columns, float[] values) implements Inputs {

    public Matrix {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException(
                    "%d numbers for [%d, %d]".formatted(values.length, rows, columns));
        }
    }

    public float at(int row, int column) {
        return values[row * columns + column];
    }

    @Override
    public long bytes() {
        return (long) Float.BYTES * values.length;
    }

    @Override
    public Matrix floats(int... chosen) {
        return pick(chosen);
    }

    /** While the matrix is made. */
    void set(int row, int column, float value) {
        values[row * columns + column] = value;
    }

    /** {@code [rows]} */
    double[] column(int column) {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = at(row, column);
        }
        return values;
    }

    /** The rows with these numbers, in this order. */
    public Matrix pick(int... chosen) {
        float[] picked = new float[chosen.length * columns];
        for (int row = 0; row < chosen.length; row++) {
            System.arraycopy(values, chosen[row] * columns, picked, row * columns, columns);
        }
        return new Matrix(chosen.length, columns, picked);
    }
}
