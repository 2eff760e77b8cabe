package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * Several linear maps, of which the greatest counts: {@code [N, in] -> [N, units]}, {@code y_i =
 * max_j (x W_ij + b_ij)}, and likewise at each place of a sequence; {@code units * pieces * (in +
 * 1)} parameters (Goodfellow et al. 2013). Weight and bias start as those of {@link Linear}.
 *
 * @param pieces how many maps compete for each output
 */
@Kind(value = "maxout", group = "dense")
public record Maxout(
        @Range(min = 1, max = 65536) @Measure(Quantity.UNITS) int units,
        @Default("2") @Range(min = 1, max = 64) @Measure(Quantity.FEW) int pieces)
        implements LayerSpec {}
