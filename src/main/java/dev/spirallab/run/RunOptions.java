package dev.spirallab.run;

/**
 * How a run starts.
 *
 * @param pace steps a second at most; 0: as fast as it can
 */
public record RunOptions(double pace) {
    /** 400 steps a second: learning that the eye can follow. */
    public static final RunOptions FOR_THE_EYE = new RunOptions(400);

    public static final RunOptions AT_FULL_SPEED = new RunOptions(0);
}
