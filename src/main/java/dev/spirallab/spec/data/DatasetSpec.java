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
}
