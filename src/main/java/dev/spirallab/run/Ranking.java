package dev.spirallab.run;

import java.util.Arrays;
import java.util.Optional;

/**
 * The area under a ROC curve by the ranks of the scores (Mann and Whitney, 1947): how often a row
 * that belongs gets a higher score than one that does not, ties counting half.
 */
final class Ranking {
    private Ranking() {}

    /**
     * @param scores {@code [rows]}
     * @param belongs {@code [rows]}
     */
    static Optional<Double> area(float[] scores, boolean[] belongs) {
        long[] order = new long[scores.length];
        for (int row = 0; row < order.length; row++) {
            order[row] = ((long) sortable(scores[row]) << Integer.SIZE) | row;
        }
        Arrays.sort(order);
        double ranks = 0;
        long count = 0;
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && key(order[to]) == key(order[from])) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int at = from; at < to; at++) {
                if (belongs[(int) order[at]]) {
                    ranks += rank;
                    count++;
                }
            }
            from = to;
        }
        double pairs = (double) count * (order.length - count);
        return pairs == 0
                ? Optional.empty()
                : Optional.of((ranks - count * (count + 1) / 2.0) / pairs);
    }

    /** Whole numbers in the order of the floats. */
    private static int sortable(float score) {
        int bits = Float.floatToIntBits(score + 0.0f);
        return bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
    }

    private static int key(long entry) {
        return (int) (entry >> Integer.SIZE);
    }
}
