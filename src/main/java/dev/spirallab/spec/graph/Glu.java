package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * Halves a dimension: {@code a sigmoid(b)}, a being the first half and b the second (Dauphin et al.
 * 2016). No parameters.
 *
 * @param dim counted from the batch dimension, which is 0; -1 is the last
 */
@Kind(value = "glu", group = "activation")
public record Glu(@Default("-1") @Range(min = -1, max = 3) @Measure(Quantity.FEW) int dim)
        implements LayerSpec {}
