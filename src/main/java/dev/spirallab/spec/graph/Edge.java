package dev.spirallab.spec.graph;

/** The output of node {@code from} is an input of node {@code to}. */
public record Edge(String from, String to) {}
