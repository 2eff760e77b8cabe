package dev.spirallab.run;

import dev.spirallab.engine.NodeTensor;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Two directions in the space of a model's parameters, as flat as these lie.
 *
 * @param first {@code [parameters]}
 * @param second {@code [parameters]}
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record Directions(float[] first, float[] second) {
    /** Less of the movement than this is none. */
    private static final double LITTLE = 1e-9;

    /**
     * Random and filter-normalised (Li et al. 2018): of each filter, the row of a weight that leads
     * to one output, the direction is as long as the filter itself; biases and the parameters of
     * norm layers, which have one dimension, stay as they are.
     *
     * @param parameters in the order in which they lie
     */
    static Directions random(List<NodeTensor> parameters, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Directions(
                random(parameters, random.split()), random(parameters, random.split()));
    }

    private static float[] random(List<NodeTensor> parameters, SplittableRandom random) {
        int count = parameters.stream().mapToInt(tensor -> tensor.values().length).sum();
        float[] direction = new float[count];
        int at = 0;
        for (NodeTensor tensor : parameters) {
            if (tensor.shape().size() > 1) {
                fill(direction, at, tensor, random);
            }
            at += tensor.values().length;
        }
        return direction;
    }

    private static void fill(
            float[] direction, int from, NodeTensor tensor, SplittableRandom random) {
        int filters = Math.max(1, tensor.shape().getFirst());
        int width = tensor.values().length / filters;
        for (int filter = 0; filter < filters; filter++) {
            int first = from + filter * width;
            for (int i = first; i < first + width; i++) {
                direction[i] = (float) random.nextGaussian();
            }
            double own = length(tensor.values(), filter * width, width);
            double drawn = length(direction, first, width);
            float factor = drawn > 0 ? (float) (own / drawn) : 0;
            for (int i = first; i < first + width; i++) {
                direction[i] *= factor;
            }
        }
    }

    private static double length(float[] values, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) values[i] * values[i];
        }
        return Math.sqrt(sum);
    }

    /**
     * Those in which the run has moved most: the two principal directions of where it was, of
     * length 1. The few moments make a small symmetric problem, which stands for the one of the
     * many parameters.
     *
     * @param path where it was: at least three places that do not lie on a line, or there is
     *     nothing
     */
    static Optional<Directions> ofPath(List<float[]> path) {
        if (path.size() < 3) {
            return Optional.empty();
        }
        float[] mean = mean(path);
        SymmetricEigen eigen = SymmetricEigen.of(products(path, mean));
        int[] order = eigen.descending();
        boolean flat = eigen.values()[order[1]] <= LITTLE * eigen.values()[order[0]];
        return flat
                ? Optional.empty()
                : Optional.of(
                        new Directions(
                                combined(path, mean, eigen.vector(order[0])),
                                combined(path, mean, eigen.vector(order[1]))));
    }

    private static float[] mean(List<float[]> path) {
        double[] sums = new double[path.getFirst().length];
        for (float[] place : path) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += place[i];
            }
        }
        float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sums[i] / path.size());
        }
        return mean;
    }

    /** {@code [moments][moments]}: of each two the inner product of their ways from the mean. */
    private static double[][] products(List<float[]> path, float[] mean) {
        int count = path.size();
        double[][] products = new double[count][count];
        IntStream.range(0, count)
                .forEach(i ->
                        IntStream.rangeClosed(0, i)
                                .forEach(j -> {
                                    products[i][j] = product(path.get(i), path.get(j), mean);
                                    products[j][i] = products[i][j];
                                }));
        return products;
    }

    private static double product(float[] one, float[] other, float[] mean) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += ((double) one[i] - mean[i]) * ((double) other[i] - mean[i]);
        }
        return sum;
    }

    private static float[] combined(List<float[]> path, float[] mean, double... shares) {
        double[] sum = new double[mean.length];
        for (int moment = 0; moment < shares.length; moment++) {
            float[] place = path.get(moment);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += shares[moment] * ((double) place[i] - mean[i]);
            }
        }
        double squares = 0;
        for (double part : sum) {
            squares += part * part;
        }
        float[] direction = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            direction[i] = (float) (sum[i] / Math.sqrt(squares));
        }
        return direction;
    }

    /** The place so far along the two directions from another. */
    float[] from(float[] centre, double x, double y) {
        float[] place = new float[centre.length];
        for (int i = 0; i < place.length; i++) {
            place[i] = (float) (centre[i] + x * first[i] + y * second[i]);
        }
        return place;
    }

    /**
     * How far along the two directions the plane is nearest to a place: least squares, for random
     * directions are not quite at right angles.
     *
     * @return x, y, and how long the way in the plane is, squared
     */
    double[] nearest(float[] centre, float[] place) {
        double a = 0;
        double b = 0;
        double c = 0;
        double p = 0;
        double q = 0;
        for (int i = 0; i < place.length; i++) {
            double way = (double) place[i] - centre[i];
            a += (double) first[i] * first[i];
            b += (double) first[i] * second[i];
            c += (double) second[i] * second[i];
            p += way * first[i];
            q += way * second[i];
        }
        double determinant = a * c - b * b;
        if (!(determinant > 0)) {
            return new double[] {0, 0, 0};
        }
        double x = (p * c - q * b) / determinant;
        double y = (q * a - p * b) / determinant;
        return new double[] {x, y, x * p + y * q};
    }
}
