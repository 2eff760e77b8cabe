package dev.spirallab.program;

import dev.spirallab.validation.TensorShape;

/**
 * A parameter's place in the flat parameter vector.
 *
 * @param node id of the node it belongs to
 * @param name {@code weight} or {@code bias}
 * @param shape {@code [out, in]} or {@code [out]}
 * @param offset index of its first element
 * @param size how many elements
 */
public record Parameter(String node, String name, TensorShape shape, int offset, int size) {}
