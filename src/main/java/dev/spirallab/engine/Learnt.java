package dev.spirallab.engine;

/**
 * What a model has learnt at some moment, copied: enough to answer as it did then, not to train on
 * as it would have.
 *
 * @param parameters all of them, as flat as they lie
 * @param statistics the running statistics, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // a message, read only
public record Learnt(float[] parameters, float[] statistics) {

    /** Bytes that these numbers take. */
    public long bytes() {
        return (long) Float.BYTES * (parameters.length + statistics.length);
    }
}
