package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * Swaps two dimensions: {@code [N, L, D] -> [N, D, L]}. No parameters.
 *
 * @param dim0 counted from the batch dimension, which is 0 and stays where it is
 * @param dim1 counted likewise
 */
@Kind(value = "transpose", group = "shape")
public record Transpose(
        @Default("1") @Range(min = 1, max = 3) @Measure(Quantity.FEW) int dim0,
        @Default("2") @Range(min = 1, max = 3) @Measure(Quantity.FEW) int dim1)
        implements LayerSpec {}
