package dev.spirallab.frame;

/**
 * A moment of a run.
 *
 * @param attempt 0 at first, one more each time the run is set back to its start; an attempt has a
 *     history of its own. Counts modulo 65536.
 * @param epoch epochs finished
 * @param step optimiser steps done
 */
public record Moment(int attempt, int epoch, long step) {}
