package dev.spirallab.engine;

import dev.spirallab.frame.Interior.Overview;
import dev.spirallab.frame.Interior.Picture;
import dev.spirallab.frame.Interior.Pictures;
import dev.spirallab.validation.TensorShape;
import java.util.stream.IntStream;

/** Makes many numbers pictures small enough to be sent often. */
final class Shrunk {
    /** Cells along each side of a picture at most. */
    private static final int SIDE = 64;

    private static final int MAPS = 64;

    private Shrunk() {}

    /** Means of blocks of a matrix {@code [rows, columns]}. */
    static Overview overview(float[] all, int rows, int columns) {
        int height = Math.min(SIDE, rows);
        int width = Math.min(SIDE, columns);
        float[] means = means(all, 0, rows, columns, height, width);
        float most = 0;
        for (float mean : means) {
            most = Float.isFinite(mean) ? Math.max(most, Math.abs(mean)) : most;
        }
        return new Overview(height, width, most, bytes(means, -most, most));
    }

    /**
     * The first channels of an image, each on a scale of its own.
     *
     * @param values {@code [channels, height, width]}
     */
    static Pictures each(float[] values, TensorShape shape) {
        return pictures(values, shape, false);
    }

    /** All channels of an image on one scale. */
    static Pictures together(float[] values, TensorShape shape) {
        return pictures(values, shape, true);
    }

    private static Pictures pictures(float[] values, TensorShape shape, boolean oneScale) {
        int rows = shape.along(2);
        int columns = shape.along(3);
        int factor = Math.ceilDiv(Math.max(rows, columns), SIDE);
        int height = Math.ceilDiv(rows, factor);
        int width = Math.ceilDiv(columns, factor);
        float[] all = oneScale ? range(values) : new float[0];
        return new Pictures(
                shape.width(),
                height,
                width,
                IntStream.range(0, Math.min(MAPS, shape.width()))
                        .mapToObj(channel -> {
                            int from = channel * rows * columns;
                            float[] small = means(values, from, rows, columns, height, width);
                            float[] scale = oneScale ? all : range(small);
                            return new Picture(
                                    scale[0], scale[1], bytes(small, scale[0], scale[1]));
                        })
                        .toList());
    }

    /** Each cell is the mean of its block; blocks differ in size by one at most. */
    private static float[] means(
            float[] values, int from, int rows, int columns, int height, int width) {
        float[] means = new float[height * width];
        for (int cell = 0; cell < means.length; cell++) {
            int top = begin(cell / width, rows, height);
            int bottom = begin(cell / width + 1, rows, height);
            int left = begin(cell % width, columns, width);
            int right = begin(cell % width + 1, columns, width);
            double sum = 0;
            for (int row = top; row < bottom; row++) {
                for (int column = left; column < right; column++) {
                    sum += values[from + row * columns + column];
                }
            }
            means[cell] = (float) (sum / ((bottom - top) * (double) (right - left)));
        }
        return means;
    }

    private static int begin(int block, int all, int blocks) {
        return (int) ((long) block * all / blocks);
    }

    /** The least and the greatest finite number. */
    private static float[] range(float... values) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        return least > greatest ? new float[] {0, 0} : new float[] {least, greatest};
    }

    /** Not a number becomes 0. */
    private static byte[] bytes(float[] values, float least, float greatest) {
        byte[] bytes = new byte[values.length];
        float factor = greatest > least ? 255 / (greatest - least) : 0;
        for (int i = 0; i < bytes.length; i++) {
            float place = (values[i] - least) * factor;
            bytes[i] = (byte) Math.round(Math.clamp(Float.isNaN(place) ? 0 : place, 0f, 255f));
        }
        return bytes;
    }
}
