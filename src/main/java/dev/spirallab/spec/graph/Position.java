package dev.spirallab.spec.graph;

/** A place on the editor's canvas in its own pixels; written as {@code [x, y]}. */
public record Position(double x, double y) {}
