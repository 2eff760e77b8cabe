package dev.spirallab.spec.graph;

import dev.spirallab.spec.Kind;

/** Where the examples enter: {@code [N, ...]}, the shape that the data set gives. No parameters. */
@Kind(value = "input", group = "data")
public record Input() implements LayerSpec {}
