package dev.spirallab.run;

/**
 * What somebody changed of a run after its start, so that its experiment alone does not explain it.
 */
public enum ByHand {
    /** A number that it has learnt. */
    WEIGHT,
    /** How it learns. */
    SETTING,
    /** What it learns from. */
    DATA
}
