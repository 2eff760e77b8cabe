package dev.spirallab.run;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations (Golub and Van
 * Loan, Matrix Computations, 8.5).
 *
 * @param values in no order
 * @param vectors {@code [n][n]}, one a column
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record SymmetricEigen(double[] values, double[][] vectors) {
    private static final int SWEEPS = 60;
    private static final double EXACT = 1e-22;

    static SymmetricEigen of(double[][] matrix) {
        int n = matrix.length;
        double[][] a =
                IntStream.range(0, n).mapToObj(i -> matrix[i].clone()).toArray(double[][]::new);
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && off(a) > EXACT * squares(a); sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        return new SymmetricEigen(IntStream.range(0, n).mapToDouble(i -> a[i][i]).toArray(), v);
    }

    /** Makes the entries p, q and q, p zero. */
    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double tau = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, tau) / (Math.abs(tau) + Math.hypot(1, tau));
        double cos = 1 / Math.hypot(1, t);
        double sin = t * cos;
        for (int k = 0; k < a.length; k++) {
            double left = a[k][p];
            double right = a[k][q];
            a[k][p] = cos * left - sin * right;
            a[k][q] = sin * left + cos * right;
        }
        for (int k = 0; k < a.length; k++) {
            double upper = a[p][k];
            double lower = a[q][k];
            a[p][k] = cos * upper - sin * lower;
            a[q][k] = sin * upper + cos * lower;
            double one = v[k][p];
            double other = v[k][q];
            v[k][p] = cos * one - sin * other;
            v[k][q] = sin * one + cos * other;
        }
    }

    private static double off(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * a[i][j] * a[i][j];
            }
        }
        return sum;
    }

    private static double squares(double[][] a) {
        double sum = 0;
        for (double[] row : a) {
            for (double entry : row) {
                sum += entry * entry;
            }
        }
        return sum;
    }

    /** The places of the values, the greatest first. */
    int[] descending() {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    double[] vector(int place) {
        return IntStream.range(0, values.length).mapToDouble(row -> vectors[row][place]).toArray();
    }
}
