package dev.spirallab.dataset;

import dev.spirallab.spec.data.Scaling;

/**
 * How a column of numbers is scaled: {@code (x - shift) / scale}.
 *
 * @param scale never 0: a column that never changes is only shifted
 */
record Measured(double shift, double scale) {
    private static final double HARDLY_ANY = 1e-12;

    /**
     * @param train the rows that it is measured on
     */
    static Measured of(Scaling scaling, double[] column, int... train) {
        return switch (scaling) {
            case none -> new Measured(0, 1);
            case standardize -> standardizing(column, train);
            case minMax -> spanning(column, train);
        };
    }

    /** All columns, each scaled by itself. */
    static Matrix scaled(Scaling scaling, Matrix raw, int... train) {
        Matrix scaled = new Matrix(raw.rows(), raw.columns(), new float[raw.values().length]);
        for (int column = 0; column < raw.columns(); column++) {
            double[] values = raw.column(column);
            Measured measured = of(scaling, values, train);
            for (int row = 0; row < values.length; row++) {
                scaled.set(row, column, (float) measured.of(values[row]));
            }
        }
        return scaled;
    }

    private static Measured standardizing(double[] column, int... train) {
        double sum = 0;
        for (int row : train) {
            sum += column[row];
        }
        double mean = sum / train.length;
        double squares = 0;
        for (int row : train) {
            squares += (column[row] - mean) * (column[row] - mean);
        }
        return new Measured(mean, safe(StrictMath.sqrt(squares / train.length)));
    }

    private static Measured spanning(double[] column, int... train) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int row : train) {
            min = Math.min(min, column[row]);
            max = Math.max(max, column[row]);
        }
        return new Measured(min, safe(max - min));
    }

    private static double safe(double scale) {
        return scale > HARDLY_ANY ? scale : 1;
    }

    double of(double value) {
        return (value - shift) / scale;
    }
}
