package dev.spirallab.spec.training;

/** How a cycle's rate goes from one value to another. */
public enum AnnealStrategy {
    /** Along half a cosine wave. */
    cos,
    /** Evenly. */
    linear
}
