package dev.spirallab.run;

/**
 * At which steps the curves have points: at the ends of epochs, and every so many steps. Which
 * points there are never changes their values.
 *
 * @param everyEpoch every epoch has one, however short it is; else about ten steps lie between two,
 *     and a planned run has at most 20,000
 * @param everySteps also at the multiples of this many steps; 0: not
 */
public record PointPlan(boolean everyEpoch, long everySteps) {
    public static final PointPlan EVERY_EPOCH = new PointPlan(true, 0);
    private static final int MANY = 20_000;

    /** About ten points a second for a run of {@code pace} steps a second; 0: unlimited. */
    static PointPlan forPace(double pace) {
        return new PointPlan(false, pace == 0 ? 0 : Math.max(1, (long) (pace / 10)));
    }

    /** Whole epochs between two points. */
    long epochsBetween(int stepsPerEpoch, long plannedEpochs) {
        if (everyEpoch) {
            return 1;
        }
        long forSteps = Math.ceilDiv(10, stepsPerEpoch);
        return Math.max(Math.max(1, forSteps), Math.ceilDiv(plannedEpochs, MANY));
    }

    /** How much rarer points become when there are {@code points}: doubles with each 20,000. */
    long rarer(int points) {
        return everyEpoch ? 1 : 1L << Math.min(30, points / MANY);
    }
}
