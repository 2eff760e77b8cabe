package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * {@code x > 0 ? x : a x}, a being learnt; it starts from 0.25 (He et al. 2015).
 *
 * @param numParameters 1, or the number of channels for a slope of each
 */
@Kind(value = "prelu", group = "activation")
public record PRelu(
        @Default("1") @Range(min = 1, max = 65536) @Measure(Quantity.CHANNELS) int numParameters)
        implements LayerSpec {}
