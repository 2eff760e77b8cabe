package dev.spirallab.spec.data;

/** Which rows are held out for the test part. */
public enum Holdout {
    /** Any, drawn by the seed, of each class its share. */
    random,
    /** The last ones; the first train, in their order. */
    last
}
