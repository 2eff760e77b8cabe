package dev.spirallab.dataset;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Which rows train and which test; both in ascending order until {@link #shuffled}. */
@SuppressWarnings("ArrayRecordComponent")
record Split(int[] train, int[] test) {

    /**
     * Holds out {@code round(fraction N)} rows, at random, from each class its share. At least one
     * row is left to train on.
     */
    static Split stratified(Targets targets, double fraction, SplittableRandom random) {
        int wanted = Math.min(targets.rows() - 1, (int) Math.round(fraction * targets.rows()));
        int[] order = groupedByClass(targets, random);
        BitSet test = new BitSet(order.length);
        for (int at = 0; at < order.length; at++) {
            if (heldOut(at + 1, wanted, order.length) > heldOut(at, wanted, order.length)) {
                test.set(order[at]);
            }
        }
        return new Split(
                IntStream.range(0, order.length).filter(row -> !test.get(row)).toArray(),
                test.stream().toArray());
    }

    /** Holds out the last {@code round(fraction N)} rows; at least one is left to train on. */
    static Split last(int rows, double fraction) {
        return first(Math.max(1, rows - (int) Math.round(fraction * rows)), rows);
    }

    /** Holds out all but the first. */
    static Split first(int train, int rows) {
        return new Split(
                IntStream.range(0, train).toArray(), IntStream.range(train, rows).toArray());
    }

    /** The same where the rows are those with these numbers. */
    Split of(int... rows) {
        return new Split(
                Arrays.stream(train).map(row -> rows[row]).toArray(),
                Arrays.stream(test).map(row -> rows[row]).toArray());
    }

    /** How many of the first {@code rows} are held out, so that every class has its share. */
    private static long heldOut(long rows, long wanted, long all) {
        return (2 * rows * wanted + all) / (2 * all);
    }

    Split shuffled(SplittableRandom random) {
        return new Split(shuffle(train.clone(), random), shuffle(test.clone(), random));
    }

    private static int[] groupedByClass(Targets targets, SplittableRandom random) {
        int[] rows = shuffle(IntStream.range(0, targets.rows()).toArray(), random);
        return switch (targets) {
            case Targets.Values _ -> rows;
            case Targets.Labels(int[] labels, int classes) ->
                    IntStream.range(0, classes)
                            .flatMap(c -> Arrays.stream(rows).filter(row -> labels[row] == c))
                            .toArray();
        };
    }

    private static int[] shuffle(int[] rows, SplittableRandom random) {
        for (int last = rows.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int row = rows[last];
            rows[last] = rows[other];
            rows[other] = row;
        }
        return rows;
    }
}
