package dev.spirallab.spec.graph;

import dev.spirallab.spec.Advanced;
import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * Normalises each channel of each example by itself: {@code [N, C, L] -> [N, C, L]}, {@code [N, C,
 * H, W] -> [N, C, H, W]} (Ulyanov et al. 2016).
 *
 * @param affine whether it scales and shifts each channel, by 2 C parameters
 */
@Kind(value = "instanceNorm", group = "normalisation")
public record InstanceNorm(
        @Default("1e-5") @Range(min = 1e-12, max = 1) @Measure(Quantity.TINY) @Advanced double eps,
        @Default("false") boolean affine)
        implements LayerSpec {}
