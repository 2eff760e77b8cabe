package dev.spirallab.spec.graph;

import dev.spirallab.spec.Size;

/** The output of node {@code from} is an input of node {@code to}. */
public record Edge(@Size(max = 64) String from, @Size(max = 64) String to) {}
