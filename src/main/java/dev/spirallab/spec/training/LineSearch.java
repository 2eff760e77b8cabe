package dev.spirallab.spec.training;

/** How LBFGS finds the length of an iteration's step. */
public enum LineSearch {
    /**
     * Searches a length that meets the strong Wolfe conditions (Nocedal and Wright, section 3.5).
     */
    strongWolfe,
    /** The learning rate is the length. */
    none
}
