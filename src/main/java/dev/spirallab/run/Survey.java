package dev.spirallab.run;

import dev.spirallab.frame.Landscape;
import java.util.concurrent.CompletableFuture;

/** A loss surface that is being worked out between the steps of a run. Safe for many threads. */
public interface Survey {

    /**
     * What is wanted.
     *
     * @param ofPath the plane in which the run has moved most, where it remembers enough of it;
     *     else one of two random directions
     * @param side places along each side, 5 to 41
     * @param seed of the random directions
     */
    record Wish(boolean ofPath, int side, long seed) {
        private static final int LEAST = 5;
        private static final int MOST = 41;

        public Wish {
            if (side < LEAST || side > MOST) {
                throw new IllegalArgumentException("a surface of " + side + " places a side");
            }
        }
    }

    /** How much of it is worked out, 0 to 1. */
    double done();

    /** Cancelled where it was given up, or where another took its place. */
    CompletableFuture<Landscape> result();

    /** It is not wanted any more. */
    default void cancel() {
        result().cancel(false);
    }
}
