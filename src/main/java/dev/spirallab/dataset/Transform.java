package dev.spirallab.dataset;

import dev.spirallab.spec.data.Feature;
import java.util.Arrays;
import java.util.List;

/**
 * From a point of the plane to the model's input: its features, each shifted and scaled.
 *
 * @param shift {@code [features]}, subtracted
 * @param scale {@code [features]}, then divided by
 */
@SuppressWarnings("ArrayRecordComponent")
public record Transform(List<Feature> features, double[] shift, double[] scale) {

    public Transform {
        features = List.copyOf(features);
    }

    /** Features as they are. */
    static Transform plain(List<Feature> features) {
        double[] ones = new double[features.size()];
        Arrays.fill(ones, 1);
        return new Transform(features, new double[features.size()], ones);
    }

    /**
     * Features with mean 0 and deviation 1 (divisor N) over {@code points}; a feature that never
     * changes is only shifted.
     *
     * @param points {@code [N, 2]}, the training part only, so that nothing leaks from the test
     *     part
     */
    static Transform standardizing(List<Feature> features, Matrix points) {
        Matrix raw = plain(features).apply(points);
        double[] shift = new double[features.size()];
        double[] scale = new double[features.size()];
        for (int column = 0; column < features.size(); column++) {
            shift[column] = mean(raw, column);
            double deviation = deviation(raw, column, shift[column]);
            scale[column] = deviation > 1e-12 ? deviation : 1;
        }
        return new Transform(features, shift, scale);
    }

    /** {@code [N, 2] -> [N, features]} */
    public Matrix apply(Matrix points) {
        int width = features.size();
        float[] inputs = new float[points.rows() * width];
        for (int row = 0; row < points.rows(); row++) {
            double x1 = points.at(row, 0);
            double x2 = points.at(row, 1);
            for (int column = 0; column < width; column++) {
                double value = value(features.get(column), x1, x2);
                inputs[row * width + column] = (float) ((value - shift[column]) / scale[column]);
            }
        }
        return new Matrix(points.rows(), width, inputs);
    }

    private static double value(Feature feature, double x1, double x2) {
        return switch (feature) {
            case x1 -> x1;
            case x2 -> x2;
            case x1Squared -> x1 * x1;
            case x2Squared -> x2 * x2;
            case x1x2 -> x1 * x2;
            case sinX1 -> StrictMath.sin(x1);
            case sinX2 -> StrictMath.sin(x2);
        };
    }

    private static double mean(Matrix matrix, int column) {
        double sum = 0;
        for (int row = 0; row < matrix.rows(); row++) {
            sum += matrix.at(row, column);
        }
        return sum / matrix.rows();
    }

    private static double deviation(Matrix matrix, int column, double mean) {
        double sum = 0;
        for (int row = 0; row < matrix.rows(); row++) {
            double difference = matrix.at(row, column) - mean;
            sum += difference * difference;
        }
        return StrictMath.sqrt(sum / matrix.rows());
    }
}
