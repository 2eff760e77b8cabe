package dev.spirallab.dataset;

import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every machine: normal ones by Marsaglia's polar method over
 * {@link StrictMath}.
 */
public final class Noise {
    private final SplittableRandom random;
    private final double deviation;

    /**
     * @param deviation of the numbers that {@link #next} gives
     */
    public Noise(SplittableRandom random, double deviation) {
        this.random = random;
        this.deviation = deviation;
    }

    /** Normal with mean 0 and the deviation asked for. */
    public double next() {
        double u = uniform(-1, 1);
        double v = uniform(-1, 1);
        double square = u * u + v * v;
        while (square >= 1 || square == 0) {
            u = uniform(-1, 1);
            v = uniform(-1, 1);
            square = u * u + v * v;
        }
        return deviation * u * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    }

    /** Evenly from [from, to). */
    public double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }
}
