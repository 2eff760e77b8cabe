package dev.spirallab.engine;

import dev.spirallab.frame.LayerReport.Histogram;
import java.util.Arrays;
import java.util.Optional;

/** How a layer's numbers spread, and how long they are. */
final class Spread {
    private static final int BINS = 30;

    /** Counting more takes a noticeable part of a second's work, and shows the same. */
    private static final int COUNTED = 50_000;

    private Spread() {}

    /** None where no number is finite. */
    static Optional<Histogram> of(float[] values, int from, int count) {
        int stride = Math.max(1, Math.ceilDiv(count, COUNTED));
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int finite = 0;
        for (int i = from; i < from + count; i += stride) {
            float value = values[i];
            if (Float.isFinite(value)) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
                sum += value;
                finite++;
            }
        }
        if (finite == 0) {
            return Optional.empty();
        }
        double mean = sum / finite;
        double factor = greatest > least ? BINS / (greatest - least) : 0;
        double squares = 0;
        Integer[] counts = new Integer[BINS];
        Arrays.fill(counts, 0);
        for (int i = from; i < from + count; i += stride) {
            float value = values[i];
            if (Float.isFinite(value)) {
                squares += (value - mean) * (value - mean);
                counts[Math.min(BINS - 1, (int) ((value - least) * factor))]++;
            }
        }
        double deviation = Math.sqrt(squares / finite);
        return Optional.of(new Histogram(least, greatest, mean, deviation, Arrays.asList(counts)));
    }

    /** L2; none where it is not finite. */
    static Optional<Double> length(float[] values, int from, int count) {
        double squares = 0;
        for (int i = from; i < from + count; i++) {
            squares += (double) values[i] * values[i];
        }
        return finite(Math.sqrt(squares));
    }

    /** L2 of the difference. */
    static Optional<Double> distance(float[] one, float[] other, int from, int count) {
        double squares = 0;
        for (int i = from; i < from + count; i++) {
            double difference = (double) one[i] - other[i];
            squares += difference * difference;
        }
        return finite(Math.sqrt(squares));
    }

    private static Optional<Double> finite(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }
}
