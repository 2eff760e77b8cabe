package dev.spirallab.run;

import dev.spirallab.engine.Learnt;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.Moment;

/**
 * A moment of a run that may be looked back at.
 *
 * @param point its place on the curves, from 0
 * @param figures of what it had learnt then
 */
record Milestone(Moment at, int point, MetricPoint figures, Learnt learnt) {
    /** Beside its numbers. */
    private static final long HEAD = 512;

    /** What one takes whose numbers take so much. */
    static long bytes(long learnt) {
        return HEAD + learnt;
    }

    long bytes() {
        return bytes(learnt.bytes());
    }
}
