package dev.spirallab.spec;

import java.util.Arrays;
import java.util.List;

/** Kinds of numbers in an experiment: their unit, how one steps through them, usual values. */
@SuppressWarnings("ImmutableEnumChecker") // lists made by toList() do not change
public enum Quantity {
    UNITS("", 1, 4, 8, 16, 32, 64, 100, 128, 256),
    CHANNELS("", 1, 1, 3, 6, 16, 32, 64, 128, 256),
    CLASSES("", 1, 2, 3, 4, 5),
    /** Pixels on a side, or a step of so many. */
    PIXELS("", 1, 1, 2, 3, 5, 7),
    /** Height or width of an image, in pixels. */
    SIDE("", 1, 28, 32, 64, 96, 128, 224),
    /** In degrees. */
    ANGLE("degrees", 5, 0, 5, 10, 15, 30),
    /** A margin of so many pixels. */
    MARGIN("", 1, 0, 1, 2, 3),
    /** How many of something of which there are few. */
    FEW("", 1, 1, 2, 3, 4, 8),
    POINTS("points", 100, 200, 500, 1000, 3000, 10_000),
    EXAMPLES("examples", twofold(), 8, 16, 32, 64, 128, 256, 0),
    EPOCHS("epochs", 10, 10, 30, 100, 300, 1000),
    STEPS("steps", 100, 100, 300, 1000, 3000, 10_000),
    SEED("", 1, 0, 1, 7, 42),
    /** A length of steps; zero stands still. */
    RATE("", tenfold(), 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1),
    /** Something small that may be nothing. */
    DECAY("", tenfold(), 0, 0.00001, 0.0001, 0.001, 0.01),
    /** Something very small that may not be nothing. */
    TINY("", tenfold(), 1e-10, 1e-8, 1e-6, 1e-5, 1e-3),
    LIMIT("", tenfold(), 0.1, 0.5, 1, 5, 10),
    FACTOR("", 0.05, 0.1, 0.5, 0.9, 0.95, 0.99),
    /** More than 1. */
    GROWTH("", 0.1, 1.1, 1.2, 1.5, 2),
    POWER("", 0.5, 0.5, 1, 2, 3),
    COUNT("", 1, 1, 2, 5, 10, 20, 50, 100),
    MOMENTUM("", 0.05, 0, 0.5, 0.9, 0.95, 0.99),
    /** How much of a running mean is kept. */
    MEMORY("", 0.01, 0.5, 0.9, 0.99, 0.999, 0.9999),
    PROBABILITY("", 0.05, 0, 0.1, 0.2, 0.3, 0.5),
    NOISE("", 0.05, 0, 0.05, 0.1, 0.2, 0.5),
    AMOUNT("", 0.1, 0, 0.1, 1),
    /** A deviation, or what one is multiplied by. */
    SPREAD("", tenfold(), 0.01, 0.02, 0.1, 0.5, 1, 1.4142, 1.6667),
    GOAL("", 0.01, 0.01, 0.05, 0.1, 0.9, 0.95, 0.99),
    /** A part of a whole, shown in percent. */
    SHARE("percent", 0.05, 0, 0.1, 0.2, 0.3, 0.5);

    private final String unit;
    private final Stride stride;
    private final List<Double> usual;

    /** How far the next value is: {@code value factor + step} upwards. */
    private record Stride(double factor, double step) {}

    Quantity(String unit, double step, double... usual) {
        this(unit, new Stride(1, step), usual);
    }

    Quantity(String unit, Stride stride, double... usual) {
        this.unit = unit;
        this.stride = stride;
        this.usual = Arrays.stream(usual).boxed().toList();
    }

    private static Stride twofold() {
        return new Stride(2, 0);
    }

    private static Stride tenfold() {
        return new Stride(10, 0);
    }

    /**
     * @return {@code unit.<unit>} is its key in the bundles; empty where there is none
     */
    public String unit() {
        return unit;
    }

    /**
     * @return what the next larger value is multiplied by; 1 where it is added to
     */
    public double factor() {
        return stride.factor();
    }

    /**
     * @return what the next larger value is larger by; 0 where it is multiplied
     */
    public double step() {
        return stride.step();
    }

    public List<Double> usual() {
        return usual;
    }
}
