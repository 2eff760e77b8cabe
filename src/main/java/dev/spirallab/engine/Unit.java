package dev.spirallab.engine;

/**
 * One number of a node's output.
 *
 * @param node id of a {@link Bank}
 * @param index which of its units, from 0
 */
public record Unit(String node, int index) {}
