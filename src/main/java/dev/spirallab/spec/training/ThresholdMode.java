package dev.spirallab.spec.training;

/** What the least improvement of a figure is measured by. */
public enum ThresholdMode {
    /** A share of the best value. */
    rel,
    /** The figure itself. */
    abs
}
