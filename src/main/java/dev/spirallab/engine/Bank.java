package dev.spirallab.engine;

/**
 * A node whose output is one row of numbers an example.
 *
 * @param node its id
 * @param units how many numbers
 */
public record Bank(String node, int units) {}
