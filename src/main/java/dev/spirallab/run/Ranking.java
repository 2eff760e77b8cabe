package dev.spirallab.run;

import dev.spirallab.frame.Assessment.RocPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rows by their scores. The area under the ROC curve comes from the ranks (Mann and Whitney, 1947):
 * how often a row that belongs gets a higher score than one that does not, ties counting half. The
 * curve itself has a corner wherever the score changes.
 */
final class Ranking {
    private static final int MOST_POINTS = 200;
    private static final double DECIMALS = 1e4;

    /** Equal scores, from the least to the greatest: rows that belong, and rows that do not. */
    private final List<Tie> ties = new ArrayList<>();

    private final long inside;
    private final long outside;

    private record Tie(int inside, int outside) {}

    private Ranking(float[] scores, boolean[] belongs) {
        long[] order = new long[scores.length];
        for (int row = 0; row < order.length; row++) {
            order[row] = ((long) sortable(scores[row]) << Integer.SIZE) | row;
        }
        Arrays.sort(order);
        for (int from = 0; from < order.length; ) {
            int to = from;
            int count = 0;
            while (to < order.length && key(order[to]) == key(order[from])) {
                count += belongs[(int) order[to]] ? 1 : 0;
                to++;
            }
            ties.add(new Tie(count, to - from - count));
            from = to;
        }
        inside = ties.stream().mapToLong(Tie::inside).sum();
        outside = order.length - inside;
    }

    /**
     * @param scores {@code [rows]}
     * @param belongs {@code [rows]}
     */
    static Ranking of(float[] scores, boolean[] belongs) {
        return new Ranking(scores, belongs);
    }

    private boolean isOneSided() {
        return inside == 0 || outside == 0;
    }

    /** None where there are no rows on one of the sides. */
    Optional<Double> area() {
        if (isOneSided()) {
            return Optional.empty();
        }
        double won = 0;
        long below = 0;
        for (Tie tie : ties) {
            won += tie.inside() * (below + tie.outside() / 2.0);
            below += tie.outside();
        }
        return Optional.of(won / ((double) inside * outside));
    }

    /** From (0, 0) to (1, 1); empty where there are no rows on one of the sides. */
    List<RocPoint> curve() {
        return isOneSided() ? List.of() : thinned(corners());
    }

    /** Where the curve turns, and its ends. */
    private List<RocPoint> corners() {
        List<RocPoint> corners = new ArrayList<>(List.of(new RocPoint(0, 0)));
        long called = 0;
        long wrongly = 0;
        Tie before = new Tie(0, 0);
        for (Tie tie : ties.reversed()) {
            boolean straight =
                    (long) tie.inside() * before.outside()
                            == (long) before.inside() * tie.outside();
            if (straight && corners.size() > 1) {
                corners.removeLast();
            }
            called += tie.inside();
            wrongly += tie.outside();
            corners.add(new RocPoint((double) wrongly / outside, (double) called / inside));
            before = tie;
        }
        return corners;
    }

    /** The length of any such curve, across and upwards together, is 2. */
    private static List<RocPoint> thinned(List<RocPoint> corners) {
        double least = corners.size() > MOST_POINTS ? 2.0 / (MOST_POINTS - 2) : 0;
        List<RocPoint> kept = new ArrayList<>();
        RocPoint last = corners.getFirst();
        for (RocPoint corner : corners) {
            double gone = corner.fpr() - last.fpr() + corner.tpr() - last.tpr();
            if (kept.isEmpty() || gone >= least || corner.equals(corners.getLast())) {
                kept.add(new RocPoint(rounded(corner.fpr()), rounded(corner.tpr())));
                last = corner;
            }
        }
        return kept;
    }

    private static double rounded(double share) {
        return Math.round(share * DECIMALS) / DECIMALS;
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
