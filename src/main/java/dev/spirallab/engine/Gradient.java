package dev.spirallab.engine;

import java.util.Arrays;

/**
 * Of a batch's mean loss, without regularisation.
 *
 * @param loss of the batch
 * @param values as flat as the parameters
 */
@SuppressWarnings("ArrayRecordComponent") // looked at once
record Gradient(float loss, float[] values) {

    /**
     * @param found the loss, and the values behind it
     */
    static Gradient of(float[] found) {
        return new Gradient(found[0], Arrays.copyOfRange(found, 1, found.length));
    }

    /**
     * @param sums gradients, losses and weights of a batch's portions, each times its weight
     */
    static Gradient ofSums(float[] sums) {
        int size = sums.length - 2;
        float weight = sums[size + 1];
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = sums[i] / weight;
        }
        return new Gradient(sums[size] / weight, values);
    }
}
