package dev.spirallab.spec.data;

import java.util.List;

/** Where the examples come from. */
public sealed interface DatasetSpec
        permits FeaturedDataset, FormulaDataset, PhonePrices, Inline, Table, ImageDataset {

    /**
     * The shape of an example without the batch dimension: features, or channels, height and width;
     * empty while that cannot be told.
     */
    List<Integer> inputShape();

    /** How many numbers an example has; {@link Integer#MAX_VALUE} where that would be more. */
    default int inputSize() {
        long size = inputShape().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        return inputShape().isEmpty() ? 0 : (int) Math.min(Integer.MAX_VALUE, size);
    }

    Task task();

    /** How much memory each number of an example takes. */
    default int bytesPerInput() {
        return Float.BYTES;
    }

    /** How many examples there are, training and test part together. */
    int size();

    /** The share of the examples that is held out for the test part. */
    double testFraction();

    /** How many examples are held out: the share, rounded, but never all. */
    default int testSize() {
        return Math.max(0, Math.min(size() - 1, (int) Math.round(testFraction() * size())));
    }

    /** The files that it is read from; none where the document says all. */
    default List<Content> contents() {
        return List.of();
    }

    /** How many examples are learnt from. */
    default int trainSize() {
        return size() - testSize();
    }
}
