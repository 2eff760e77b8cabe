package dev.spirallab.frame;

import java.nio.ByteBuffer;

/**
 * A moment of a run.
 *
 * @param attempt 0 at first, one more each time the run is set back to its start; an attempt has a
 *     history of its own. Counts modulo 65536.
 * @param epoch epochs finished
 * @param step optimiser steps done
 */
public record Moment(int attempt, int epoch, long step) {
    /** As it is kept: its components in order. */
    public static final int BYTES = 2 * Integer.BYTES + Long.BYTES;

    public static Moment read(ByteBuffer kept) {
        return new Moment(kept.getInt(), kept.getInt(), kept.getLong());
    }

    public void write(ByteBuffer to) {
        to.putInt(attempt).putInt(epoch).putLong(step);
    }
}
