package dev.spirallab.spec.data;

/** What the model is shown of a point (x1, x2) of the plane. */
public enum Feature {
    x1,
    x2,
    /** x1 squared */
    x1Squared,
    /** x2 squared */
    x2Squared,
    /** x1 times x2 */
    x1x2,
    sinX1,
    sinX2
}
