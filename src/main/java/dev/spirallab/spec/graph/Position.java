package dev.spirallab.spec.graph;

import dev.spirallab.spec.Range;
import dev.spirallab.spec.Tuple;

/** A place on the editor's canvas in its own pixels; written as {@code [x, y]}. */
@Tuple
public record Position(
        @Range(min = -1e6, max = 1e6) double x, @Range(min = -1e6, max = 1e6) double y) {}
