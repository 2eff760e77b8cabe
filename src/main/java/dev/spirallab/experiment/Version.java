package dev.spirallab.experiment;

import java.time.Instant;

/**
 * A state of an experiment to come back to.
 *
 * @param number from 1 on; never used again
 * @param name as its owner called it; empty for one that was kept by itself
 * @param at when the experiment was so
 */
public record Version(int number, String name, Instant at) {
    /** A name has at most so many characters. */
    public static final int LONGEST_NAME = 200;
}
