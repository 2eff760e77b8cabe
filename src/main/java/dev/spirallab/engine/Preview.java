package dev.spirallab.engine;

/**
 * What a step would do.
 *
 * @param rows of the batch
 * @param after the parameters, flat
 */
@SuppressWarnings("ArrayRecordComponent") // looked at once
record Preview(int rows, Gradient gradient, float[] after) {}
