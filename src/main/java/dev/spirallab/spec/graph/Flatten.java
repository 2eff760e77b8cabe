package dev.spirallab.spec.graph;

import dev.spirallab.spec.Kind;

/** {@code [N, a, b, ...] -> [N, a * b * ...]}. No parameters. */
@Kind(value = "flatten", group = "shape")
public record Flatten() implements LayerSpec {}
