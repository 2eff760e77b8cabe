package dev.spirallab.engine;

import java.util.Arrays;
import java.util.List;

/**
 * A tensor to be looked at: its first numbers, and what can be said of all of them.
 *
 * @param shape without the batch's dimension; empty for a single number
 * @param head the first numbers, row-major; all of them where there are not many
 * @param least not a number, as mean and greatest, if any number is not finite or there is none
 */
@SuppressWarnings("ArrayRecordComponent") // a message, read once
public record Glance(
        List<Integer> shape, float[] head, double least, double mean, double greatest) {
    public Glance {
        shape = List.copyOf(shape);
    }

    /** How many numbers it has. */
    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** Whether number {@code index} is in the head. */
    public boolean knows(int index) {
        return index >= 0 && index < head.length;
    }

    /**
     * @param most of the numbers that stay
     */
    static Glance of(List<Integer> shape, float[] all, int from, int most) {
        int count = shape.stream().reduce(1, Math::multiplyExact);
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        boolean finite = count > 0;
        for (int i = from; i < from + count; i++) {
            finite &= Float.isFinite(all[i]);
            least = Math.min(least, all[i]);
            greatest = Math.max(greatest, all[i]);
            sum += all[i];
        }
        float[] head = Arrays.copyOfRange(all, from, from + Math.min(count, most));
        return finite
                ? new Glance(shape, head, least, sum / count, greatest)
                : new Glance(shape, head, Double.NaN, Double.NaN, Double.NaN);
    }
}
