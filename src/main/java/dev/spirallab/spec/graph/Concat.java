package dev.spirallab.spec.graph;

import dev.spirallab.spec.Inputs;
import dev.spirallab.spec.Kind;

/**
 * Joins two or more tensors along the first dimension after the batch: {@code [N, a] and [N, b] ->
 * [N, a + b]}, in the order of the edges. No parameters.
 */
@Kind(value = "concat", group = "merge")
@Inputs(min = 2, max = Inputs.MANY)
public record Concat() implements LayerSpec {}
