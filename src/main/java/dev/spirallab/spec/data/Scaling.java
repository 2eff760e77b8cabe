package dev.spirallab.spec.data;

/** How numbers are made alike in size. What it takes is measured on the training part alone. */
public enum Scaling {
    none,
    /** Mean 0, deviation 1: {@code (x - mean) / deviation}. */
    standardize,
    /** From 0 to 1: {@code (x - min) / (max - min)}. */
    minMax
}
