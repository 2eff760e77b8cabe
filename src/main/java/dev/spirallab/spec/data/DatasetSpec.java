package dev.spirallab.spec.data;

/** Where the examples come from. */
public sealed interface DatasetSpec permits PlaneDataset, Inline {

    /** How many numbers an example has: the model's input is {@code [N, inputWidth]}. */
    int inputWidth();

    Task task();

    /** How many examples there are, training and test part together. */
    int size();

    /** The share of the examples that is held out for the test part. */
    double testFraction();

    /** How many examples are held out: the share, rounded, but never all. */
    default int testSize() {
        return Math.max(0, Math.min(size() - 1, (int) Math.round(testFraction() * size())));
    }

    /** How many examples are learnt from. */
    default int trainSize() {
        return size() - testSize();
    }
}
