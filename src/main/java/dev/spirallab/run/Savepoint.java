package dev.spirallab.run;

/**
 * What a run goes on from, apart from the points of its curves: parameters, optimiser state,
 * position and what it waits for. Opaque bytes, with their version; a run restored from it goes on
 * bit for bit as the one it was taken from.
 */
@SuppressWarnings("ArrayRecordComponent") // a message, read once
public record Savepoint(byte[] bytes) {}
