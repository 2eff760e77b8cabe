package dev.spirallab.engine;

/**
 * Everything that training goes on from: parameters, running statistics, optimiser state, step,
 * position in the epoch's shuffle and live settings. Opaque bytes, fit for a file; a training
 * restored from it goes on bit for bit as the one it was taken from.
 */
@SuppressWarnings("ArrayRecordComponent") // a message, read once
public record Checkpoint(byte[] bytes) {}
