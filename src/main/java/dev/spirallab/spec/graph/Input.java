package dev.spirallab.spec.graph;

import dev.spirallab.spec.Inputs;
import dev.spirallab.spec.Kind;

/** Where the examples enter: {@code [N, ...]}, the shape that the data set gives. No parameters. */
@Kind(value = "input", group = "data")
@Inputs(min = 0, max = 0)
public record Input() implements LayerSpec {}
