package dev.spirallab.spec.training;

/** How high the waves of a cyclic schedule are. */
public enum CyclicMode {
    /** All alike. */
    triangular,
    /** Each half as high as the one before. */
    triangular2,
    /** By gamma^s lower after s steps. */
    expRange
}
