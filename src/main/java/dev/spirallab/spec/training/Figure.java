package dev.spirallab.spec.training;

/** A figure that a rule may watch. */
public enum Figure {
    trainLoss,
    testLoss,
    trainAccuracy,
    testAccuracy
}
