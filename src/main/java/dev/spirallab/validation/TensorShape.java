package dev.spirallab.validation;

import java.util.ArrayList;
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

    /**
     * Whether there is a dimension {@code dim} behind the batch, counted as PyTorch does: 1 is the
     * first behind the batch, -1 the last.
     */
    public boolean has(int dim) {
        int index = index(dim);
        return index >= 0 && index < rank();
    }

    /** The size of dimension {@code dim}, which there must be. */
    public int along(int dim) {
        return dimensions.get(index(dim));
    }

    /** The same but for the size of dimension {@code dim}. */
    TensorShape with(int dim, int size) {
        List<Integer> changed = new ArrayList<>(dimensions);
        changed.set(index(dim), size);
        return new TensorShape(changed);
    }

    private int index(int dim) {
        return dim < 0 ? rank() + dim : dim - 1;
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
