package dev.spirallab.engine;

import dev.spirallab.dataset.Noise;
import dev.spirallab.program.Start;
import java.util.SplittableRandom;

/** Draws starting values: for one seed the same on every machine. */
final class Draw {
    /** Of a standard normal's interval; a longer one holds half of its numbers. */
    private static final double LONG = 2.5;

    private final Noise random;

    Draw(long seed) {
        random = new Noise(new SplittableRandom(seed), 1);
    }

    double uniform(double low, double high) {
        return random.uniform(low, high);
    }

    double normal(double mean, double std) {
        return mean + std * random.next();
    }

    /**
     * What lies outside is drawn again; from a short interval even draws are kept with the
     * probability that is due to them, for few normal ones would lie in it.
     */
    double truncated(Start.TruncatedNormal normal) {
        double width = normal.high() - normal.low();
        return width > LONG * normal.std() ? redrawn(normal) : thinned(normal);
    }

    private double redrawn(Start.TruncatedNormal normal) {
        double drawn = normal(normal.mean(), normal.std());
        while (drawn < normal.low() || drawn > normal.high()) {
            drawn = normal(normal.mean(), normal.std());
        }
        return drawn;
    }

    private double thinned(Start.TruncatedNormal normal) {
        while (true) {
            double drawn = uniform(normal.low(), normal.high());
            double far = (drawn - normal.mean()) / normal.std();
            if (uniform(0, 1) <= StrictMath.exp(-far * far / 2)) {
                return drawn;
            }
        }
    }

    /**
     * Normal vectors, each made to stand at right angles to those before it (Gram and Schmidt,
     * twice over for the sake of rounding): Q of the QR decomposition whose R has a positive
     * diagonal.
     */
    float[] orthogonal(Start.Orthogonal matrix) {
        boolean wide = matrix.rows() < matrix.columns();
        int count = Math.min(matrix.rows(), matrix.columns());
        int length = Math.max(matrix.rows(), matrix.columns());
        double[][] vectors = new double[count][];
        for (int i = 0; i < count; i++) {
            vectors[i] = perpendicular(vectors, i, length);
        }
        float[] values = new float[count * length];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < length; j++) {
                int place = wide ? i * length + j : j * count + i;
                values[place] = (float) (matrix.gain() * vectors[i][j]);
            }
        }
        return values;
    }

    private double[] perpendicular(double[][] others, int count, int length) {
        double[] vector = new double[length];
        for (int j = 0; j < length; j++) {
            vector[j] = random.next();
        }
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < count; i++) {
                subtract(vector, others[i], dot(vector, others[i]));
            }
        }
        double norm = Math.sqrt(dot(vector, vector));
        for (int j = 0; j < length; j++) {
            vector[j] /= norm;
        }
        return vector;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static void subtract(double[] from, double[] vector, double times) {
        for (int j = 0; j < from.length; j++) {
            from[j] -= times * vector[j];
        }
    }
}
