package dev.spirallab.spec.training;

/** A figure that a rule may watch. */
public enum Figure {
    trainLoss,
    testLoss,
    trainAccuracy,
    testAccuracy;

    /** Whether small is good. */
    public boolean isLoss() {
        return switch (this) {
            case trainLoss, testLoss -> true;
            case trainAccuracy, testAccuracy -> false;
        };
    }

    /** Whether it is of the test part. */
    public boolean isTest() {
        return switch (this) {
            case testLoss, testAccuracy -> true;
            case trainLoss, trainAccuracy -> false;
        };
    }
}
