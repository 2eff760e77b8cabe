package dev.spirallab.program;

/** How a step may be divided, so that others' turns come in between. */
public enum Division {
    /** Not at all. */
    WHOLE,
    /**
     * By examples: portions of a batch. Where a batch is more than its examples, by layers instead.
     */
    PORTIONS,
    /** By examples, and each portion by layers. */
    STAGES
}
