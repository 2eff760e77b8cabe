package dev.spirallab.spec.graph;

import dev.spirallab.spec.Advanced;
import dev.spirallab.spec.Default;
import dev.spirallab.spec.Inputs;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * Joins two or more tensors along a dimension: {@code [N, a, ...] and [N, b, ...] -> [N, a + b,
 * ...]}, in the order of the edges. No parameters.
 *
 * @param dim counted from the batch dimension, which is 0; -1 is the last
 */
@Kind(value = "concat", group = "merge")
@Inputs(min = 2, max = Inputs.MANY)
public record Concat(
        @Default("1") @Range(min = -1, max = 3) @Measure(Quantity.FEW) @Advanced int dim)
        implements LayerSpec {}
