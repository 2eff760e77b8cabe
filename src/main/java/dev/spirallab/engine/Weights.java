package dev.spirallab.engine;

import java.util.List;

/**
 * A weight of a node and the bias that goes with it, copied.
 *
 * @param shape of the weight: {@code [out, in]}, or {@code [C]} for a norm layer
 * @param weight row-major
 * @param bias {@code [out]}
 */
@SuppressWarnings("ArrayRecordComponent") // a message, read once
public record Weights(List<Integer> shape, float[] weight, float[] bias) {}
