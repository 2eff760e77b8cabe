package dev.spirallab.spec.graph;

/** Where the numbers between the old ones come from. */
public enum UpsampleMode {
    /** Each number is repeated. */
    nearest,
    /** Weighted means of the nearest; images only. */
    bilinear
}
