package dev.spirallab.run;

/** Learns how long a step takes, to choose how many to do in one call. */
final class Tempo {
    private static final int GROWTH = 4;
    private double nanosPerStep = Double.POSITIVE_INFINITY;
    private int lastSteps = 1;

    void took(int steps, long nanos) {
        double observed = (double) nanos / Math.max(1, steps);
        nanosPerStep =
                Double.isInfinite(nanosPerStep) ? observed : 0.7 * nanosPerStep + 0.3 * observed;
        lastSteps = steps;
    }

    /** At least one, and no more than a few times as many as the last call did. */
    int stepsWithin(long nanos) {
        double fitting = nanos / Math.max(1, nanosPerStep);
        return (int) Math.clamp(fitting, 1, (double) GROWTH * lastSteps);
    }
}
