package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * {@code e^x_i / sum of e^x_j} along a dimension: probabilities that add up to 1. No parameters.
 *
 * @param dim counted from the batch dimension, which is 0; -1 is the last
 */
@Kind(value = "softmax", group = "activation")
public record Softmax(@Default("1") @Range(min = -1, max = 3) @Measure(Quantity.FEW) int dim)
        implements LayerSpec {}
