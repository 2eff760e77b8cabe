package dev.spirallab.validation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape of a tensor that flows along an edge.
 *
 * @param dimensions without the batch dimension; each at least 1
 */
public record TensorShape(List<Integer> dimensions) {
    public TensorShape {
        dimensions = List.copyOf(dimensions);
    }

    public static TensorShape of(Integer... dimensions) {
        return new TensorShape(List.of(dimensions));
    }

    public int rank() {
        return dimensions.size();
    }

    /** The first dimension after the batch: features, or channels. */
    public int width() {
        return dimensions.getFirst();
    }

    /** How many numbers one example has; {@link Long#MAX_VALUE} where that would be more. */
    public long size() {
        return dimensions.stream().mapToLong(Integer::longValue).reduce(1, Count::times);
    }

    /** {@code [-1, 3, 32, 32]}, as a view of it is asked for. */
    public String batch() {
        return dimensions.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "[-1, ", "]"));
    }

    /** {@code [N, 3, 32, 32]} */
    public String text() {
        return dimensions.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "[N, ", "]"));
    }
}
