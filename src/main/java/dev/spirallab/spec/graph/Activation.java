package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;

/** Applies a function to each element: {@code [N, ...] -> [N, ...]}. No parameters. */
@Kind(value = "activation", group = "activation")
public record Activation(@Default("\"relu\"") Function function) implements LayerSpec {}
