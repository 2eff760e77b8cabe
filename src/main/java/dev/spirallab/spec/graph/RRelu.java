package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * {@code x > 0 ? x : a x}; while training a is drawn from U(lower, upper) for each number,
 * otherwise it is their mean (Xu et al. 2015). No parameters.
 */
@Kind(value = "rrelu", group = "activation")
public record RRelu(
        @Default("0.125") @Range(min = 0, max = 1) @Measure(Quantity.PROBABILITY) double lower,
        @Default("0.3333333333333333") @Range(min = 0, max = 1) @Measure(Quantity.PROBABILITY)
                double upper)
        implements LayerSpec {}
