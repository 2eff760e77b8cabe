package dev.spirallab.program;

import java.util.List;

/**
 * A parameter's place in the flat parameter vector, or a running statistic's in the flat buffer
 * vector.
 *
 * @param node id of the node it belongs to
 * @param name such as {@code weight} or {@code bias}
 * @param shape such as {@code [out, in]}
 * @param offset index of its first element
 * @param start what it begins with
 * @param regularized whether L1 and L2 apply to it: weights, not biases or norm layers
 */
public record Parameter(
        String node,
        String name,
        List<Integer> shape,
        int offset,
        Start start,
        boolean regularized) {
    public Parameter {
        shape = List.copyOf(shape);
    }

    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    int end() {
        return offset + size();
    }
}
