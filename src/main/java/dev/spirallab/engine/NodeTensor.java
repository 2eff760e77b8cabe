package dev.spirallab.engine;

import java.util.List;

/**
 * A parameter or a running statistic of a node, copied.
 *
 * @param node its id
 * @param name such as {@code weight} or {@code bias}
 * @param values row-major
 */
@SuppressWarnings("ArrayRecordComponent") // a message, read once
public record NodeTensor(String node, String name, List<Integer> shape, float[] values) {
    public NodeTensor {
        shape = List.copyOf(shape);
    }
}
