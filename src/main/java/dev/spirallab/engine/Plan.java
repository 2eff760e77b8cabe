package dev.spirallab.engine;

import java.util.Arrays;

/**
 * The batches of one native call.
 *
 * @param rows the examples in the order in which they are used; empty for full batches, which take
 *     the data as it lies
 * @param starts where each batch begins in {@code rows}
 * @param sizes how many examples each batch has
 * @param epochs finished epochs before each batch
 */
@SuppressWarnings("ArrayRecordComponent") // made for one call and handed over
record Plan(long[] rows, long[] starts, long[] sizes, long[] epochs) {
    int steps() {
        return sizes.length;
    }

    /** Some of the examples of the only batch. */
    Plan portion(int from, int count) {
        boolean full = rows.length == 0;
        return new Plan(
                full ? rows : Arrays.copyOfRange(rows, from, from + count),
                new long[] {full ? from : 0},
                new long[] {count},
                epochs);
    }

    /**
     * For each row the share of its batch's mean that it has, or a single number if all batches are
     * of one size.
     */
    float[] shares() {
        boolean even = Arrays.stream(sizes).allMatch(size -> size == sizes[0]);
        return even ? new float[] {1f / sizes[0]} : sharesOfRows();
    }

    private float[] sharesOfRows() {
        float[] shares = new float[rows.length];
        for (int i = 0; i < sizes.length; i++) {
            int start = (int) starts[i];
            Arrays.fill(shares, start, start + (int) sizes[i], 1f / sizes[i]);
        }
        return shares;
    }
}
